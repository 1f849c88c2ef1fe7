// WeChat asks before personal data is used; the page in front shows the question and answers it.

type Resolve = (answer: { event: 'agree' | 'disagree' | 'exposureAuthorization'; buttonId?: string }) => void;

let pending: Resolve | null = null;
let show: (() => void) | null = null;

export function listen() {
  const listener = (resolve: Resolve) => {
    pending = resolve;
    show?.();
  };
  // The typings (5.2.3) do not know what the listener is given.
  wx.onNeedPrivacyAuthorization(listener as unknown as WechatMiniprogram.OnNeedPrivacyAuthorizationCallback);
}

/** The screen in front; the last one to say so. */
export function askThrough(screen: () => void) {
  show = screen;
}

export function agree(buttonId: string) {
  pending?.({ event: 'agree', buttonId });
  pending = null;
}

export function disagree() {
  pending?.({ event: 'disagree' });
  pending = null;
}

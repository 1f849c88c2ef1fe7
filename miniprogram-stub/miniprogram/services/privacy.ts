// WeChat asks before personal data is used; the page in front shows the question and answers it.

type Resolve = (answer: { event: 'agree' | 'disagree' | 'exposureAuthorization'; buttonId?: string }) => void;

let pending: Resolve[] = [];
let show: (() => void) | null = null;

export function listen() {
  const listener = (resolve: Resolve) => {
    pending.push(resolve);
    show?.();
  };
  // The typings (5.2.3) do not know what the listener is given.
  wx.onNeedPrivacyAuthorization(listener as unknown as WechatMiniprogram.OnNeedPrivacyAuthorizationCallback);
}

/** The screen in front; the last one to say so. */
export function askThrough(screen: () => void) {
  show = screen;
}

export const agree = (buttonId: string) => answer({ event: 'agree', buttonId });

export const disagree = () => answer({ event: 'disagree' });

function answer(given: Parameters<Resolve>[0]) {
  const asked = pending;
  pending = [];
  asked.forEach((resolve) => resolve(given));
}

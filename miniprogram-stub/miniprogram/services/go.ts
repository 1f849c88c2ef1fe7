// From page to page. WeChat keeps at most ten; beyond that `wx.navigateTo` fails, and a tap would do nothing.

const DEEPEST = 10;

export function go(url: string) {
  if (getCurrentPages().length < DEEPEST) void wx.navigateTo({ url });
  else void wx.redirectTo({ url });
}

/** For `bind:tap` on what has `data-to`. */
export function follow(event: WechatMiniprogram.TouchEvent) {
  go(event.currentTarget.dataset.to as string);
}

// From page to page. WeChat keeps at most ten; beyond that `wx.navigateTo` fails, and a tap would do nothing.

const DEEPEST = 10;

let isUnderWay = false;

/** A second tap while a page opens does nothing. */
export function go(url: string) {
  if (isUnderWay) return;
  isUnderWay = true;
  const options = { url, complete: () => (isUnderWay = false) };
  if (getCurrentPages().length < DEEPEST) wx.navigateTo(options);
  else wx.redirectTo(options);
}

/** To the page before, or home where there is none, as after a message was opened from WeChat's list. */
export function back() {
  if (getCurrentPages().length > 1) void wx.navigateBack();
  else void wx.reLaunch({ url: '/pages/home/home' });
}

/** For `bind:tap` on what has `data-to`. */
export function follow(event: WechatMiniprogram.TouchEvent) {
  go(event.currentTarget.dataset.to as string);
}

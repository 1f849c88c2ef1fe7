// Order of things: the phone's clock, the `wx` object, the engine; then the mini program's own modules.
import '../wx/index.js';
import { syncClock } from '../wx/clock.js';
import { pullDown, share, start } from './navigation.js';
import { register } from './engine.js';

// WXS has these instead of `new RegExp` and `new Date`.
globalThis.getRegExp = (pattern, flags) => new RegExp(pattern, flags);
globalThis.getDate = (...given) => new Date(...given);
Object.assign(wx.phone, { pullDown, share, syncClock });

export { register };

export async function boot(app, pages) {
  try {
    await syncClock();
  } catch {
    document.body.textContent = '模拟的微信没有回答。它在 make run 里，看看它还在不在，然后刷新这一页。';
    return;
  }
  const instance = globalThis.getApp();
  instance.onLaunch?.({});
  instance.onShow?.({});
  start(app, pages);
}

import { me, remember } from '../../services/auth';
import { back } from '../../services/go';
import { post } from '../../services/request';
import { READY, act } from '../../services/screen';
import type { Typed } from '../../components/otp/otp';

/** For who does not want to, or cannot, give WeChat's number. */
Page({
  data: { ...READY, fields: ['otp'], typed: null as Typed | null, phone: '' },
  type(event: WechatMiniprogram.CustomEvent<Typed>) {
    this.setData({ typed: event.detail });
  },
  bind() {
    return act(this, async () => {
      remember(await post('/v1/me/phone', { code: null, ...this.data.typed! }));
      this.setData({ phone: me()?.phone_masked ?? '' });
    });
  },
  back,
});

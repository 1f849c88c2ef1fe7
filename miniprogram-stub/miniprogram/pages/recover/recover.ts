import { freshToken } from '../../services/auth';
import { forgetEverything } from '../../services/keep';
import { post } from '../../services/request';
import { READY, act } from '../../services/screen';
import type { Typed } from '../../components/otp/otp';

Page({
  data: {
    ...READY,
    fields: ['otp', 'id_number', 'name'],
    typed: null as Typed | null,
    name: '',
    id_number: '',
    isMoved: false,
  },
  type(event: WechatMiniprogram.CustomEvent<Typed>) {
    this.setData({ typed: event.detail });
  },
  write(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ [event.currentTarget.dataset.key as string]: event.detail.value });
  },
  recover() {
    return act(this, async () => {
      const { name, id_number, typed } = this.data;
      await post('/v1/me/recovery', { name, id_number, ...typed! });
      // This WeChat leads to the account there was from now on.
      forgetEverything();
      await freshToken();
      this.setData({ isMoved: true });
    });
  },
  home() {
    void wx.reLaunch({ url: '/pages/home/home' });
  },
});

import { remember } from '../../services/auth';
import { get, post } from '../../services/request';
import { SCREEN, act, load } from '../../services/screen';
import { spoken } from '../../services/words';
import type { Typed } from '../../components/otp/otp';

Page({
  data: {
    ...SCREEN,
    fields: ['otp', 'id_number'],
    typed: null as Typed | null,
    id_number: '',
    since: '',
    proven: false,
  },
  onLoad() {
    return this.refresh();
  },
  refresh() {
    return load(
      this,
      'me',
      () => get('/v1/me'),
      (member) => {
        remember(member);
        return {
          since: member.locked_at ? spoken(member.locked_at) : '',
          proven: member.identity_proven,
        };
      },
    );
  },
  type(event: WechatMiniprogram.CustomEvent<Typed>) {
    this.setData({ typed: event.detail });
  },
  typeNumber(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ id_number: event.detail.value });
  },
  unlock() {
    return act(this, async () => {
      const id_number = this.data.proven ? this.data.id_number : null;
      remember(await post('/v1/me/unlock', { ...this.data.typed!, id_number }));
      this.setData({ since: '' });
    });
  },
  home() {
    void wx.reLaunch({ url: '/pages/home/home' });
  },
});

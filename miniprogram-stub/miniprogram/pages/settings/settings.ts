import { me, signOut } from '../../services/auth';
import { follow } from '../../services/go';
import { SIZES, look, setLook } from '../../services/look';
import { bindPhoneNumber } from '../../services/phone';
import { post } from '../../services/request';
import { READY, act } from '../../services/screen';

Page({
  data: {
    ...READY,
    ...look(),
    sizes: SIZES,
    phone: '',
    refused: false,
    isStaff: false,
    secret: '',
    pairing: '',
  },
  onShow() {
    const isStaff = me()?.roles.includes('staff') ?? false;
    this.setData({ ...look(), isStaff, phone: me()?.phone_masked ?? '' });
  },
  switchElder() {
    this.setData(setLook({ elder: !this.data.elder }));
  },
  chooseSize(event: WechatMiniprogram.TouchEvent) {
    this.setData(setLook({ size: event.currentTarget.dataset.size as number }));
  },
  bindPhone(event: WechatMiniprogram.ButtonGetPhoneNumber) {
    return act(this, async () => {
      const given = await bindPhoneNumber(event.detail);
      this.setData({ refused: !given, phone: me()?.phone_masked ?? '' });
    });
  },
  setSecondFactor() {
    return act(this, async () => {
      const { secret } = await post('/v1/me/second-factor', undefined);
      this.setData({ secret: secret.replace(/(.{4})(?=.)/g, '$1 ') });
    });
  },
  pair() {
    return act(this, async () => {
      const { code } = await post('/v1/me/pairing', undefined);
      this.setData({ pairing: `${code.slice(0, 4)} ${code.slice(4)}` });
    });
  },
  go: follow,
  readContract() {
    wx.openPrivacyContract({});
  },
  async leave() {
    const { confirm } = await wx.showModal({
      title: '退出登录？',
      content: '所有手机上都会退出。约好的上门和余额不受影响。',
      confirmText: '退出',
      cancelText: '不退出',
    });
    if (!confirm) return;
    await act(this, async () => {
      await post('/v1/me/sign-out', undefined);
      signOut();
      await wx.reLaunch({ url: '/pages/login/login' });
    });
  },
});

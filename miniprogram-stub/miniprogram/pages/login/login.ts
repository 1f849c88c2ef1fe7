import { logIn } from '../../services/auth';
import { go } from '../../services/go';
import { bindPhoneNumber } from '../../services/phone';
import { READY, act } from '../../services/screen';

const HOME = '/pages/home/home';

Page({
  data: { ...READY, signedIn: false, refused: false },
  readContract() {
    wx.openPrivacyContract({});
  },
  signIn() {
    return act(this, async () => {
      const { member } = await logIn();
      if (member.phone_masked) this.goHome();
      else this.setData({ signedIn: true });
    });
  },
  bindPhone(event: WechatMiniprogram.ButtonGetPhoneNumber) {
    return act(this, async () => {
      if (await bindPhoneNumber(event.detail)) this.goHome();
      else this.setData({ refused: true });
    });
  },
  bySms() {
    go('/pages/phone/phone');
  },
  goHome() {
    void wx.reLaunch({ url: HOME });
  },
});

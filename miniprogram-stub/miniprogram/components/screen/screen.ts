import { actingFor, nameOf, switchTo } from '../../services/acting';
import { HOTLINE } from '../../services/config';
import { go } from '../../services/go';
import { look, scale, watchLook } from '../../services/look';
import * as privacy from '../../services/privacy';
import type { State, Trouble } from '../../services/screen';

const AGREE_BUTTON = 'agree-privacy';
const HOME = 'pages/home/home';
const BEGINNINGS = [HOME, 'pages/login/login', 'packages/caregiver/agenda/agenda'];

/** The frame of every page: its look, what went wrong, the call for help, and WeChat's question about privacy. */
Component({
  options: { multipleSlots: true },
  properties: {
    state: { type: String, value: 'ready' as State },
    kept: String,
    trouble: { type: Object, optionalTypes: [null as never], value: null as unknown as Trouble },
    /** Fields that show their own trouble. */
    fields: { type: Array, value: [] as string[] },
    /** Always the person's own things, whomever they act for elsewhere. */
    own: Boolean,
  },
  data: {
    elder: false,
    scale: 1,
    unplaced: false,
    asking: false,
    isAlone: false,
    acting: '',
    hotline: HOTLINE,
  },
  lifetimes: {
    attached() {
      this.dress();
      watchLook(this, () => this.dress());
    },
    detached() {
      watchLook(this, null);
    },
  },
  pageLifetimes: {
    show() {
      this.dress();
      const mine = this.data.own ? null : actingFor();
      this.setData({ isAlone: isAlone(), acting: mine ? nameOf(mine) : '' });
      privacy.askThrough(() => this.setData({ asking: true }));
    },
  },
  observers: {
    'trouble, fields'(trouble: Trouble | null, fields: string[]) {
      const unplaced = Boolean(trouble) && !fields.includes(trouble?.field ?? '');
      this.setData({ unplaced });
      if (unplaced) void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    },
  },
  methods: {
    dress() {
      this.setData({ elder: look().elder, scale: scale() });
    },
    unlock() {
      go('/pages/unlock/unlock');
    },
    beMyself() {
      switchTo(null);
    },
    again() {
      this.triggerEvent('again');
    },
    goHome() {
      void wx.reLaunch({ url: `/${HOME}` });
    },
    followCase() {
      go(`/packages/help/case/case?id=${this.data.trouble.case_id!}`);
    },
    call() {
      wx.makePhoneCall({ phoneNumber: HOTLINE, fail: () => undefined });
    },
    readContract() {
      wx.openPrivacyContract({});
    },
    agree() {
      this.setData({ asking: false });
      privacy.agree(AGREE_BUTTON);
    },
    disagree() {
      this.setData({ asking: false });
      privacy.disagree();
    },
  },
});

/** No page below to go back to, as after a message was opened from WeChat's list, and not a beginning itself. */
function isAlone(): boolean {
  const pages = getCurrentPages();
  return pages.length === 1 && !BEGINNINGS.includes(pages[0]?.route ?? HOME);
}

import { HOTLINE } from '../../services/config';
import { look, scale, watchLook } from '../../services/look';
import * as privacy from '../../services/privacy';
import type { State, Trouble } from '../../services/screen';

const AGREE_BUTTON = 'agree-privacy';

/** The frame of every page: its look, what went wrong, the call for help, and WeChat's question about privacy. */
Component({
  options: { multipleSlots: true },
  properties: {
    state: { type: String, value: 'ready' as State },
    kept: String,
    trouble: { type: Object, optionalTypes: [null as never], value: null as unknown as Trouble },
    /** Fields that show their own trouble. */
    fields: { type: Array, value: [] as string[] },
  },
  data: { elder: false, scale: 1, unplaced: false, asking: false, hotline: HOTLINE },
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
    again() {
      this.triggerEvent('again');
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

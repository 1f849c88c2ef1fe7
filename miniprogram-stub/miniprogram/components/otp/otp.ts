import { get, post, type Shapes } from '../../services/request';
import { act, type State, type Trouble } from '../../services/screen';

type Otp = Shapes['OtpView'];

/** What is sent with a command that wants a code. */
export interface Typed {
  otp_id: string;
  otp: string;
}

const LOOKS_EVERY_MS = 3_000;
/** By this phone's own clock, which may be wrong; the backend says no where it is too soon. */
const COOLDOWN_MS = 60_000;
const sentAt = new WeakMap<object, number>();
const timers = new WeakMap<object, number>();

/** Sends a code to a phone, says how far it has come and when the next may be sent, and takes what is typed. */
Component({
  properties: {
    purpose: { type: String, value: 'phone' as Shapes['AskForOtp']['purpose'] },
    hint: String,
    /** The page's: shown below the field it names. */
    pageTrouble: { type: Object, optionalTypes: [null as never], value: null as unknown as Trouble },
  },
  data: {
    busy: false,
    state: 'ready' as State,
    trouble: null as Trouble | null,
    phone: '',
    digits: '',
    sent: null as Otp | null,
    wait: 0,
  },
  lifetimes: {
    detached() {
      clearInterval(timers.get(this) ?? 0);
    },
  },
  methods: {
    typePhone(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ phone: event.detail.value, trouble: null });
    },
    typeDigits(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ digits: event.detail.value });
      this.tell();
    },
    tell() {
      const typed: Typed = { otp_id: this.data.sent?.id ?? '', otp: this.data.digits.replace(/\s/g, '') };
      this.triggerEvent('typed', typed);
    },
    send() {
      return act(this, async () => {
        const phone = `+86${this.data.phone.replace(/\s/g, '')}`;
        const sent = await post('/v1/otp', { phone, purpose: this.data.purpose });
        sentAt.set(this, Date.now());
        this.setData({ sent, digits: '' });
        this.tell();
        this.count();
        clearInterval(timers.get(this) ?? 0);
        timers.set(
          this,
          setInterval(() => this.look(), LOOKS_EVERY_MS),
        );
      });
    },
    /** Until it may be sent again: whether the phone has it, and how long it still is. */
    async look() {
      this.count();
      if (!this.data.wait) clearInterval(timers.get(this) ?? 0);
      if (this.data.sent!.state !== 'sent' && this.data.sent!.state !== 'queued') return;
      try {
        this.setData({ sent: await get('/v1/otp/{otp_id}', { otp_id: this.data.sent!.id }) });
      } catch {
        // The code may have come all the same; the next look asks again.
      }
    },
    count() {
      const left = (sentAt.get(this) ?? 0) + COOLDOWN_MS - Date.now();
      this.setData({ wait: Math.max(0, Math.ceil(left / 1000)) });
    },
  },
});

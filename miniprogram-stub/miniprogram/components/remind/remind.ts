import { askToRemind, templatesToAsk, type Moment } from '../../services/reminders';
import { Refusal, Unreachable } from '../../services/request';

/** Asks for WeChat's leave to send what this moment will call for; nothing where a popup would only disturb. */
Component({
  properties: {
    moment: { type: String, value: 'booking' as Moment },
    lead: String,
    button: { type: String, value: '用微信提醒我' },
  },
  data: { asks: [] as string[], said: '' },
  lifetimes: {
    async attached() {
      try {
        this.setData({ asks: await templatesToAsk(this.data.moment) });
      } catch (error) {
        notNow(error);
      }
    },
  },
  methods: {
    async ask() {
      try {
        this.setData({ said: await askToRemind(this.data.asks) });
      } catch (error) {
        notNow(error);
        this.setData({ said: '好的。' });
      }
    },
  },
});

/** Without an answer nobody is asked, or what was said is not told: the backend learns it from WeChat. */
function notNow(error: unknown) {
  if (!(error instanceof Refusal || error instanceof Unreachable)) throw error;
}

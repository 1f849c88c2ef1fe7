import { forWhom } from '../../../services/acting';
import { back, follow } from '../../../services/go';
import { newId } from '../../../services/ids';
import { draftOf, dropDraft, keepDraft } from '../../../services/keep';
import { get, isDecided, post, type Shapes } from '../../../services/request';
import { SCREEN, act, load } from '../../../services/screen';
import { yuan } from '../../../services/words';

const DRAFT = 'top-up';
const BOOKING = 'packages/booking/book/book';
type Draft = Shapes['TopUpWallet'];
type TopUp = Shapes['TopUpView'];

const AMOUNTS = [10_000, 20_000, 50_000, 100_000].map((fen) => ({ fen, name: `${fen / 100} 元` }));

Page({
  data: {
    ...SCREEN,
    available: '',
    held: '',
    amounts: AMOUNTS,
    open: '',
    openId: '',
    told: '',
    isBooking: false,
  },
  onShow() {
    return this.refresh();
  },
  onPullDownRefresh() {
    return this.refresh();
  },
  refresh() {
    const draft = draftOf<Draft>(forWhom(DRAFT));
    this.setData({
      open: draft ? yuan(draft.amount_fen) : '',
      openId: draft?.id ?? '',
      isBooking: Boolean(draftOf(forWhom('visit'))),
    });
    return load(
      this,
      'wallet',
      () => get('/v1/wallet'),
      ({ available_fen, held_fen }) => ({
        available: yuan(available_fen),
        held: held_fen ? yuan(held_fen) : '',
      }),
    );
  },
  topUp(event: WechatMiniprogram.TouchEvent) {
    const amount_fen = event.currentTarget.dataset.fen as number;
    return this.order(() => ({ id: newId('top'), amount_fen }));
  },
  resume() {
    return this.order(() => draftOf<Draft>(forWhom(DRAFT))!);
  },
  /** The same id until it is paid, given up or closed: asking again finds a payment that was never told. */
  order(draftFor: () => Draft) {
    return act(this, async () => {
      const draft = keepDraft(forWhom(DRAFT), draftFor());
      this.setData({ told: '', open: yuan(draft.amount_fen), openId: draft.id });
      const ordered = await this.ask(draft);
      if (ordered.state === 'paid' || !ordered.payment) return this.arrived(ordered);
      const said = await pay(ordered.payment);
      if (said.includes('cancel')) {
        this.forget();
        return this.setData({ told: '没有付款，没有扣钱。' });
      }
      // WeChat's word to the phone proves nothing, either way (wechat-facts.md §6.4): the backend asks.
      await this.arrived(await this.ask(draft));
    });
  },
  async ask(draft: Draft): Promise<TopUp> {
    try {
      return await post('/v1/wallet/top-ups', draft);
    } catch (error) {
      if (isDecided(error)) this.forget();
      throw error;
    }
  },
  async arrived(topUp: TopUp) {
    this.setData({ told: topUp.message });
    if (topUp.state !== 'paid') return;
    this.forget();
    await this.refresh();
  },
  toBooking() {
    const [below] = getCurrentPages().slice(-2);
    if (below?.route === BOOKING) back();
    else void wx.redirectTo({ url: `/${BOOKING}` });
  },
  forget() {
    dropDraft(forWhom(DRAFT));
    this.setData({ open: '' });
  },
  go: follow,
});

const pay = (payment: Record<string, string>) =>
  new Promise<string>((resolve) => {
    wx.requestPayment({
      ...(payment as unknown as WechatMiniprogram.RequestPaymentOption),
      success: ({ errMsg }) => resolve(errMsg),
      fail: ({ errMsg }) => resolve(errMsg),
    });
  });

import type { Chosen } from '../../../components/grant/grant';
import { go } from '../../../services/go';
import { newId } from '../../../services/ids';
import { forget, sendWhole, takePhoto, type Photo } from '../../../services/paper';
import { Refusal, post } from '../../../services/request';
import { READY, act, missing } from '../../../services/screen';

/** Nothing failed then: it is with a person of ours. */
const FOR_PEOPLE = 'identity.guardian_for_people';
const LONGEST_YEARS = 5;

Page({
  data: {
    ...READY,
    fields: ['name', 'id_number', 'until'],
    name: '',
    id_number: '',
    until: '',
    earliest: '',
    latest: '',
    chosen: null as Chosen | null,
    hasPhoto: false,
    progress: '',
    handedIn: null as { next_step: string; case_id: string } | null,
  },
  photo: null as (Photo & { id: string }) | null,
  sent: { words: '', id: '' },
  onLoad() {
    const day = (years: number) => {
      const at = new Date(Date.now() + 8 * 3_600_000);
      at.setUTCFullYear(at.getUTCFullYear() + years);
      return at.toISOString().slice(0, 10);
    };
    this.setData({ earliest: day(0), latest: day(LONGEST_YEARS) });
  },
  onUnload() {
    if (this.photo) forget(this.photo);
  },
  typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ [event.currentTarget.dataset.key as string]: event.detail.value });
  },
  chooseUntil(event: WechatMiniprogram.PickerChange) {
    this.setData({ until: event.detail.value as string, trouble: null });
  },
  choose(event: WechatMiniprogram.CustomEvent<Chosen>) {
    this.setData({ chosen: event.detail, trouble: null });
  },
  take() {
    return act(this, async () => {
      const photo = await takePhoto();
      if (!photo) return;
      if (this.photo) forget(this.photo);
      this.photo = { ...photo, id: newId('paper') };
      this.setData({ hasPhoto: true });
    });
  },
  handIn() {
    return act(this, async () => {
      const { name, id_number, until, chosen } = this.data;
      const { relation, limit_fen } = chosen!;
      if (!relation) throw missing('还没有选您是老人的谁。', '请在上面点一个，再交。');
      if (!until) throw missing('还没有选监护到哪一天。', '请看文书上写的日子；没写的，选五年之内的一天。');
      const photo = this.photo!;
      try {
        await sendWhole(photo, (left) => this.setData({ progress: `正在传，还剩 ${left} 段…` }));
        this.setData({ progress: '传完了，正在交…' });
        const wish = { relation, limit_fen, name, id_number, until, paper_id: photo.id };
        const words = JSON.stringify(wish);
        if (this.sent.words !== words) this.sent = { words, id: newId('grant') };
        await post('/v1/me/guardianships', { ...wish, id: this.sent.id });
      } catch (error) {
        if (!(error instanceof Refusal) || error.body.code !== FOR_PEOPLE) throw error;
        const { next_step, case_id } = error.body;
        this.setData({ handedIn: { next_step, case_id: case_id ?? '' } });
        void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
      } finally {
        this.setData({ progress: '' });
      }
    });
  },
  look() {
    go(`/packages/help/case/case?id=${this.data.handedIn!.case_id}`);
  },
});

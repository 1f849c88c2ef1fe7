import type { Chosen } from '../../../components/grant/grant';
import { go } from '../../../services/go';
import { newId } from '../../../services/ids';
import { forget, sendWhole, takePhoto, type Photo } from '../../../services/paper';
import { Refusal, post } from '../../../services/request';
import { Hindrance, READY, act, missing } from '../../../services/screen';

/** Nothing failed then: it is with a person of ours. */
const FOR_PEOPLE = 'identity.guardian_for_people';

Page({
  data: {
    ...READY,
    fields: ['name', 'id_number', 'phone', 'until'],
    name: '',
    id_number: '',
    phone: '',
    until: '',
    chosen: null as Chosen | null,
    hasPhoto: false,
    progress: '',
    handedIn: null as { next_step: string; case_id: string } | null,
  },
  photo: null as (Photo & { id: string }) | null,
  sent: { words: '', id: '' },
  onUnload() {
    if (this.photo) forget(this.photo);
  },
  typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ [event.currentTarget.dataset.key as string]: event.detail.value });
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
      const { name, id_number, chosen } = this.data;
      const { relation, limit_fen } = chosen!;
      if (!relation) throw missing('还没有选您是老人的谁。', '请在上面点一个，再交。');
      const until = dayOf(this.data.until);
      const photo = this.photo!;
      try {
        await sendWhole(photo, (left) => this.setData({ progress: `正在传，还剩 ${left} 段…` }));
        this.setData({ progress: '传完了，正在交…' });
        const phone = this.data.phone ? `+86${this.data.phone}` : null;
        const wish = { relation, limit_fen, name, id_number, phone, until, paper_id: photo.id };
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

/** As the paper has it, typed as eight digits. */
function dayOf(typed: string): string {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(typed) ?? [];
  const iso = `${year}-${month}-${day}`;
  if (!day || new Date(`${iso}T00:00:00Z`).toJSON()?.slice(0, 10) !== iso)
    throw new Hindrance({
      message: '这一天日历上没有。',
      next_step: '请填 8 位数字，比如 2028 年 6 月 30 日，填 20280630。',
      field: 'until',
      code: 'phone.no_such_day',
    });
  return iso;
}

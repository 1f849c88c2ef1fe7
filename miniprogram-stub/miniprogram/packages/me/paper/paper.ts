import { remember } from '../../../services/auth';
import { newId } from '../../../services/ids';
import { draftOf, dropDraft, keepDraft } from '../../../services/keep';
import { forget, isThere, sendWhole, takePhoto, type Photo } from '../../../services/paper';
import { Refusal, post } from '../../../services/request';
import { say, said } from '../../../services/said';
import { READY, act } from '../../../services/screen';
import { go } from '../../../services/go';

const DRAFT = 'paper';
interface Draft extends Photo {
  id: string;
}

/** Nothing failed then: it is with a person of ours. */
const HANDED_IN = 'identity.paper_for_people';
/** Of these photos nothing more comes. */
const OVER = [
  'identity.paper_over',
  'identity.paper_not_readable',
  'identity.paper_too_large',
  'identity.already_proven',
];

Page({
  data: {
    ...READY,
    fields: ['name', 'id_number'],
    name: '',
    id_number: '',
    /** A photo that is taken and has not arrived yet. */
    waits: false,
    progress: '',
    proven: false,
    handedIn: null as { next_step: string; case_id: string } | null,
  },
  onLoad() {
    const before = draftOf<Draft>(DRAFT);
    if (before && !isThere(before)) dropDraft(DRAFT);
    this.setData({ ...said(), waits: Boolean(draftOf(DRAFT)) });
  },
  typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ [event.currentTarget.dataset.key as string]: event.detail.value });
    say({ name: this.data.name, id_number: this.data.id_number });
  },
  take() {
    return act(this, async () => {
      const photo = await takePhoto();
      if (!photo) return;
      const before = draftOf<Draft>(DRAFT);
      if (before) forget(before);
      keepDraft(DRAFT, { ...photo, id: newId('paper') });
      this.setData({ waits: true });
      await this.deliver();
    });
  },
  goOn() {
    return act(this, () => this.deliver());
  },
  async deliver() {
    const photo = draftOf<Draft>(DRAFT)!;
    try {
      await sendWhole(photo, (left) => this.setData({ progress: `正在传，还剩 ${left} 段…` }));
      this.setData({ progress: '传完了，正在交…' });
      const { name, id_number } = this.data;
      remember(await post('/v1/me/papers/{paper_id}/hand-in', { name, id_number }, { paper_id: photo.id }));
      this.done(photo);
      this.setData({ proven: true });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code, next_step, case_id } = error.body;
      if (code !== HANDED_IN && !OVER.includes(code)) throw error;
      this.done(photo);
      if (code !== HANDED_IN) throw error;
      this.setData({ handedIn: { next_step, case_id: case_id ?? '' } });
    } finally {
      this.setData({ progress: '' });
    }
  },
  done(photo: Photo) {
    dropDraft(DRAFT);
    forget(photo);
    this.setData({ waits: false });
  },
  look() {
    go(`/packages/help/case/case?id=${this.data.handedIn!.case_id}`);
  },
});

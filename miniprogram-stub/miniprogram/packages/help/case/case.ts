import { actAs } from '../../../services/acting';
import { newId } from '../../../services/ids';
import { draftOf, dropDraft, keepDraft } from '../../../services/keep';
import { takePhoto } from '../../../services/photo';
import { get, isDecided, post, type Shapes } from '../../../services/request';
import { SCREEN, act, keepLooking, load, settle, stopLooking } from '../../../services/screen';
import { spoken } from '../../../services/words';

type Case = Shapes['CaseView'];
type Draft = Shapes['Say'];
interface Post {
  id: string;
  who: string;
  mine: boolean;
  when: string;
  text: string;
  photo: boolean;
}

const MOST = 500;

Page({
  data: {
    ...SCREEN,
    fields: ['text'],
    most: MOST,
    id: '',
    help: null as Case | null,
    posts: [] as Post[],
    /** A photo that no answer came for. */
    unsent: null as Draft | null,
    /** Photos that were looked at, by the id of the words they came with. */
    seen: {} as Record<string, string>,
    by: '',
    text: '',
  },
  onLoad({ id, own }: { id?: string; own?: string }) {
    if (own) actAs(null);
    this.setData({ id: id ?? '', text: draftOf<Draft>(draftKind(id ?? ''))?.text ?? '' });
  },
  onShow() {
    keepLooking(this, () => this.follow());
    return this.refresh();
  },
  onHide() {
    stopLooking(this);
  },
  onUnload() {
    stopLooking(this);
  },
  onPullDownRefresh() {
    return this.refresh();
  },
  follow() {
    if (!this.data.busy && this.data.help?.status !== 'closed') void this.refresh();
  },
  refresh() {
    const { id } = this.data;
    return load(this, `case/${id}`, () => get('/v1/cases/{case_id}', { case_id: id }), rendered);
  },
  typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ text: event.detail.value });
  },
  say() {
    return act(this, () => this.send(this.data.text));
  },
  /** A photo is kept here alone, never in the phone's storage: without an answer the very same goes once more. */
  sendPhoto() {
    return act(this, async () => {
      const { unsent, text } = this.data;
      const photo = unsent?.photo ?? (await takePhoto());
      if (!photo) return;
      const word = unsent ?? { id: newId('post'), text: text.trim() || '请看照片。', photo };
      this.setData({ unsent: word });
      try {
        await this.deliver(word);
        this.setData({ unsent: null });
      } catch (error) {
        if (isDecided(error)) this.setData({ unsent: null });
        throw error;
      }
    });
  },
  /** The same id until the backend has decided, as long as the words are the same. */
  async send(text: string) {
    const kind = draftKind(this.data.id);
    const before = draftOf<Draft>(kind);
    const draft = keepDraft(kind, before?.text === text ? before : { id: newId('post'), text, photo: null });
    try {
      await this.deliver(draft);
      dropDraft(kind);
    } catch (error) {
      if (isDecided(error)) dropDraft(kind);
      throw error;
    }
  },
  async deliver(word: Draft) {
    const { id } = this.data;
    const help = await post('/v1/cases/{case_id}/messages', word, { case_id: id });
    this.setData({ text: '' });
    settle(this, `case/${id}`, help, rendered);
  },
  /** Asked first: it takes the matter from who is working on it. */
  async disown() {
    const { confirm } = await wx.showModal({
      title: '电话不是您打的？',
      content: '以后不再按电话办，换一位同事来查；已经约好的，我们打电话跟您核对。',
      confirmText: '不是我',
      cancelText: '是我打的',
    });
    if (!confirm) return;
    await act(this, async () => {
      const { id } = this.data;
      const kind = `not-me/${id}`;
      const draft = keepDraft(kind, draftOf<Shapes['Disown']>(kind) ?? { id: newId('post') });
      const help = await post('/v1/cases/{case_id}/not-me', draft, { case_id: id });
      dropDraft(kind);
      settle(this, `case/${id}`, help, rendered);
    });
  },
  look(event: WechatMiniprogram.TouchEvent) {
    const post_id = event.currentTarget.dataset.id as string;
    return act(this, async () => {
      const { jpeg } = await get('/v1/cases/{case_id}/photos/{post_id}', { case_id: this.data.id, post_id });
      this.setData({ [`seen.${post_id}`]: `data:image/jpeg;base64,${jpeg}` });
    });
  },
});

const draftKind = (id: string) => `post/${id}`;

const rendered = (help: Case) => ({
  help,
  by: help.by ? `最晚${spoken(help.by)}` : '',
  posts: help.posts.map(({ id, author, at, text, photo }) => ({
    id,
    text,
    photo,
    mine: author === 'you',
    who: author === 'you' ? '您' : '客服',
    when: spoken(at),
  })),
});

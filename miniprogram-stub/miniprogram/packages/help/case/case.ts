import { newId } from '../../../services/ids';
import { draftOf, dropDraft, keepDraft } from '../../../services/keep';
import { get, isDecided, post, type Shapes } from '../../../services/request';
import { SCREEN, act, keepLooking, load, settle, stopLooking } from '../../../services/screen';
import { spoken } from '../../../services/words';

type Case = Shapes['CaseView'];
type Draft = Shapes['Say'];

const MOST = 500;

Page({
  data: {
    ...SCREEN,
    fields: ['text'],
    most: MOST,
    id: '',
    help: null as Case | null,
    posts: [] as { id: string; who: string; mine: boolean; when: string; text: string }[],
    by: '',
    text: '',
  },
  onLoad({ id }: { id?: string }) {
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
  /** The same id until the backend has decided, as long as the words are the same. */
  say() {
    return act(this, async () => {
      const { id, text } = this.data;
      const kind = draftKind(id);
      const before = draftOf<Draft>(kind);
      const draft = keepDraft(kind, before?.text === text ? before : { id: newId('post'), text });
      try {
        const help = await post('/v1/cases/{case_id}/messages', draft, { case_id: id });
        dropDraft(kind);
        this.setData({ text: '' });
        settle(this, `case/${id}`, help, rendered);
      } catch (error) {
        if (isDecided(error)) dropDraft(kind);
        throw error;
      }
    });
  },
});

const draftKind = (id: string) => `post/${id}`;

const rendered = (help: Case) => ({
  help,
  by: help.by ? `最晚${spoken(help.by)}` : '',
  posts: help.posts.map(({ id, author, at, text }) => ({
    id,
    text,
    mine: author === 'you',
    who: author === 'you' ? '您' : '客服',
    when: spoken(at),
  })),
});

import { whose } from '../../../services/acting';
import { newId } from '../../../services/ids';
import { draftOf, dropDraft, keepDraft } from '../../../services/keep';
import { get, isDecided, post, type Shapes } from '../../../services/request';
import { SCREEN, act, load } from '../../../services/screen';

type Draft = Shapes['OpenCase'];
type Cause = Shapes['CauseView'];

const MOST = 500;

Page({
  data: {
    ...SCREEN,
    fields: ['text'],
    most: MOST,
    about: '',
    /** The cause of who was sent here from the page that failed. */
    wanted: '',
    causes: [] as Cause[],
    cause: null as Cause | null,
    text: '',
    opened: null as Shapes['CaseView'] | null,
  },
  onLoad({ about, cause }: { about?: string; cause?: string }) {
    this.setData({ about: about ?? whose(), wanted: cause ?? '' });
  },
  onShow() {
    return this.refresh();
  },
  refresh() {
    const { about } = this.data;
    const kind = about.split('_')[0]!;
    return load(
      this,
      'causes',
      () => get('/v1/case-causes'),
      ({ items }) => {
        const causes = items.filter((each) => each.about.includes(kind));
        const draft = draftOf<Draft>(draftKind(about));
        const known = (code: string) => causes.find((each) => each.code === code) ?? null;
        if (this.data.cause) return { causes };
        if (draft) return { causes, text: draft.text, cause: known(draft.cause) };
        return { causes, cause: known(this.data.wanted) };
      },
    );
  },
  choose(event: WechatMiniprogram.TouchEvent) {
    const code = event.currentTarget.dataset.code as string;
    this.setData({ cause: this.data.causes.find((each) => each.code === code) ?? null });
  },
  typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ text: event.detail.value });
  },
  /** The same id until the backend has decided, as long as the words are the same: asked twice is asked once. */
  send() {
    return act(this, async () => {
      const { about, text, cause } = this.data;
      const kind = draftKind(about);
      const before = draftOf<Draft>(kind);
      const isSame = before?.text === text && before.cause === cause!.code;
      const draft = keepDraft(kind, isSame ? before : { id: newId('case'), cause: cause!.code, about, text });
      try {
        this.setData({ opened: await post('/v1/cases', draft) });
        dropDraft(kind);
      } catch (error) {
        if (isDecided(error)) dropDraft(kind);
        throw error;
      }
    });
  },
  /** In place of this page: back from the case leads to where help was needed. */
  follow() {
    void wx.redirectTo({ url: `/packages/help/case/case?id=${this.data.opened!.id}` });
  },
});

const draftKind = (about: string) => `case/${about}`;

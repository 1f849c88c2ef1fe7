import { me, remember } from '../../../services/auth';
import { back } from '../../../services/go';
import { get, post, type Shapes } from '../../../services/request';
import { SCREEN, act, listed, load, more } from '../../../services/screen';
import { spoken } from '../../../services/words';

type Document = Shapes['ConsentView'];
interface Found {
  documents: Shapes['ConsentsView'];
  record: Shapes['AnswersView'];
}

Page({
  data: {
    ...SCREEN,
    /** What brought her here is asked first. */
    first: '',
    documents: [] as ReturnType<typeof shown>[],
    /** How long a document was on the screen counts, not what this phone's clock says. */
    since: 0,
    answers: [] as ReturnType<typeof rendered>[],
    next: null as string | null,
  },
  onLoad({ kind }: { kind?: string }) {
    this.setData({ first: kind ?? '' });
  },
  onShow() {
    return this.refresh();
  },
  onPullDownRefresh() {
    return this.refresh();
  },
  refresh() {
    const fetch = async (): Promise<Found> => {
      const [documents, record] = await Promise.all([get('/v1/me/consents'), get('/v1/me/consents/record')]);
      return { documents, record };
    };
    return load(this, 'consents', fetch, ({ documents, record }) => ({
      documents: documents.items
        .map(shown)
        .sort((one, other) => Number(other.kind === this.data.first) - Number(one.kind === this.data.first)),
      since: Date.now(),
      ...listed('answers', rendered)(record),
    }));
  },
  answer(event: WechatMiniprogram.TouchEvent) {
    const { kind } = event.currentTarget.dataset as { kind: Document['kind'] };
    const { version, hash, agreed } = this.data.documents.find((each) => each.kind === kind)!;
    const shown_for_s = Math.min(86_400, Math.max(0, Math.round((Date.now() - this.data.since) / 1000)));
    return act(this, async () => {
      const told = await post('/v1/me/consents', { kind, version, hash, accepted: !agreed, shown_for_s });
      const others = me()!.consents.filter((each) => each !== kind);
      remember({ ...me()!, consents: told.agreed ? [...others, kind] : others });
      void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    }).then(() => this.refresh());
  },
  back,
  more() {
    return more(this, 'answers', (after) => get('/v1/me/consents/record', {}, { after }), rendered);
  },
});

const shown = (each: Document) => ({ ...each, stands: standing(each) });

function standing({ agreed, answered_at }: Document): string {
  if (!answered_at) return '您还没有决定';
  const when = spoken(answered_at);
  return agreed ? `您${when}同意了 ✓` : `现在没有同意（${when}答过）`;
}

const rendered = (each: Shapes['AnswerView'], place: number) => ({
  ...each,
  place,
  what: `${each.accepted ? '同意' : '没有同意，或收回'}：${each.title}（第 ${each.version} 版）`,
  when: spoken(each.at),
});

import { actingFor } from '../../services/acting';
import { go } from '../../services/go';
import { look } from '../../services/look';
import type { Shapes } from '../../services/request';
import { spoken } from '../../services/words';

type Told = Shapes['TimelineView'];
type Blocked = Shapes['BlockedView'];

const OWNERS: Record<Blocked['owner'], string> = {
  you: '轮到您',
  us: '轮到我们',
  caregiver: '轮到护工',
  nobody: '',
};
const SIGNS: Record<Told['links'][number]['state'], string> = { done: '✓', blocked: '●', ahead: '○' };
const SAID: Record<Told['links'][number]['state'], string> = {
  done: '办好了',
  blocked: '现在到这一步',
  ahead: '还没到',
};

/** Where a remedy is done; none for what is done on the page that shows it. */
const REMEDIES: Record<string, { name: string; to: string }> = {
  identity: { name: '去核实身份', to: '/pages/identity/identity' },
  activate: { name: '去激活卡', to: '/pages/activate/activate' },
  wallet: { name: '去充值', to: '/packages/bills/wallet/wallet' },
  book: { name: '再约一次', to: '/packages/booking/book/book' },
  case: { name: '看求助进展', to: '/packages/help/case/case?id=' },
};

/** The links of a card, a visit or a payment, the one that is blocked, and what helps. */
Component({
  properties: {
    told: { type: Object, value: null as unknown as Told },
    /** What is said when nothing is blocked. */
    well: { type: String, value: '都办好了' },
  },
  data: { title: '', turn: '', sentence: '', links: [] as object[], remedy: null as { name: string } | null },
  observers: {
    told(told: Told | null) {
      if (told) this.setData(rendered(told, this.data.well));
    },
  },
  methods: {
    help() {
      const { remedy, case_id } = this.data.told.blocked!;
      go(REMEDIES[remedy!]!.to + (remedy === 'case' ? case_id! : ''));
    },
  },
});

function rendered({ blocked, links }: Told, well: string) {
  const by = blocked?.by ? `，最晚${spoken(blocked.by)}` : '';
  return {
    title: blocked ? (look().elder ? blocked.short : `现在到：${blocked.name}`) : well,
    turn: blocked ? (actingFor() && blocked.owner === 'you' ? '轮到本人' : OWNERS[blocked.owner]) + by : '',
    sentence: blocked?.sentence ?? '',
    // Who somebody is they prove themselves.
    remedy: actingFor() && blocked?.remedy === 'identity' ? null : (REMEDIES[blocked?.remedy ?? ''] ?? null),
    links: links.map(({ key, name, state, at }) => ({
      key,
      name,
      state,
      sign: SIGNS[state],
      said: state === 'done' && at ? spoken(at) : SAID[state],
    })),
  };
}

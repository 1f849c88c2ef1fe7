import { choicesOf, type Scope } from '../../services/acting';
import type { Shapes } from '../../services/request';
import { yuan } from '../../services/words';

export type Chosen = Pick<Shapes['InviteFamily'], 'scopes'> & {
  relation: Shapes['InviteFamily']['relation'] | '';
  limit_fen: number;
};

const RELATIONS = [
  { value: 'daughter', name: '女儿' },
  { value: 'son', name: '儿子' },
  { value: 'spouse', name: '老伴' },
  { value: 'grandchild', name: '孙辈' },
  { value: 'relative', name: '其他家人' },
] as const;
/** A day's care costs between ¥64 and ¥500. */
const LIMITS = [10_000, 20_000, 30_000, 50_000].map((fen) => ({ fen, name: yuan(fen).replace('.00', '') }));
const USUAL: Scope[] = ['view_visits', 'book', 'pay', 'dispute'];

/** Who somebody is to whom, what they may do, and how much they may spend on one day. */
Component({
  properties: {
    who: String,
    /** Without it everything may be done. */
    what: String,
    most: String,
    above: String,
    /** It is asked of who is to act, not of whose things they are. */
    acting: Boolean,
  },
  data: {
    relations: RELATIONS,
    relation: '' as Chosen['relation'],
    scopes: [] as (ReturnType<typeof choicesOf>[number] & { on: boolean })[],
    pays: true,
    limits: LIMITS,
    limit: 20_000,
  },
  lifetimes: {
    attached() {
      const scopes = choicesOf(this.data.acting).map((each) => ({ ...each, on: USUAL.includes(each.scope) }));
      this.setData({ scopes });
      this.tell();
    },
  },
  methods: {
    chooseRelation(event: WechatMiniprogram.TouchEvent) {
      this.setData({ relation: event.currentTarget.dataset.value as Chosen['relation'] });
      this.tell();
    },
    changeScope(event: WechatMiniprogram.TouchEvent) {
      const scope = event.currentTarget.dataset.scope as Scope;
      // Without it his first screen would be empty.
      if (scope === 'view_visits') return;
      const scopes = this.data.scopes.map((each) =>
        each.scope === scope ? { ...each, on: !each.on } : each,
      );
      this.setData({ scopes, pays: scopes.some((each) => each.on && each.scope === 'pay') });
      this.tell();
    },
    chooseLimit(event: WechatMiniprogram.TouchEvent) {
      this.setData({ limit: event.currentTarget.dataset.fen as number });
      this.tell();
    },
    tell() {
      const { relation, scopes, limit, pays } = this.data;
      const chosen: Chosen = {
        relation,
        scopes: scopes.filter(({ on }) => on).map(({ scope }) => scope),
        limit_fen: pays ? limit : 0,
      };
      this.triggerEvent('chosen', chosen);
    },
  },
});

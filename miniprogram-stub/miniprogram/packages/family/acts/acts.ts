import { get, type Shapes } from '../../../services/request';
import { SCREEN, act, load } from '../../../services/screen';
import { spoken, yuan } from '../../../services/words';
import { follow } from '../../../services/go';

Page({
  data: { ...SCREEN, acts: [] as ReturnType<typeof rendered>[], after: '' },
  onShow() {
    return this.refresh();
  },
  onPullDownRefresh() {
    return this.refresh();
  },
  more() {
    return act(this, async () => {
      const { items, next } = await get('/v1/family-acts', {}, { after: this.data.after });
      const acts = [...this.data.acts, ...items.map(rendered)];
      this.setData({ acts, after: next ?? '' });
    });
  },
  refresh() {
    return load(
      this,
      'family-acts',
      () => get('/v1/family-acts'),
      ({ items, next }) => ({ acts: items.map(rendered), after: next ?? '' }),
    );
  },
  go: follow,
});

const rendered = (each: Shapes['ActView']) => ({
  ...each,
  when: spoken(each.at),
  money: each.spends_fen
    ? `花了额度 ${yuan(each.spends_fen)}`
    : each.asks_fen
      ? `${yuan(each.asks_fen)}，请您点头`
      : '',
});

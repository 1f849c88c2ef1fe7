import { get, type Shapes } from '../../../services/request';
import { SCREEN, load } from '../../../services/screen';
import { spoken, yuan } from '../../../services/words';
import { follow } from '../../../services/go';

Page({
  data: { ...SCREEN, acts: [] as ReturnType<typeof rendered>[] },
  onShow() {
    return this.refresh();
  },
  onPullDownRefresh() {
    return this.refresh();
  },
  refresh() {
    return load(
      this,
      'family-acts',
      () => get('/v1/family-acts'),
      ({ items }) => ({ acts: items.map(rendered) }),
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

import { get, type Shapes } from '../../../services/request';
import { SCREEN, listed, load, more } from '../../../services/screen';
import { spoken, yuan } from '../../../services/words';
import { follow } from '../../../services/go';

Page({
  data: { ...SCREEN, acts: [] as ReturnType<typeof rendered>[], next: null as string | null },
  onShow() {
    return this.refresh();
  },
  onPullDownRefresh() {
    return this.refresh();
  },
  refresh() {
    return load(this, 'family-acts', () => get('/v1/family-acts'), listed('acts', rendered));
  },
  more() {
    return more(this, 'acts', (after) => get('/v1/family-acts', {}, { after }), rendered);
  },
  go: follow,
});

const rendered = (each: Shapes['ActView'], place: number) => ({
  ...each,
  place,
  name: each.name_masked ?? '',
  when: spoken(each.at),
  money: each.spends_fen
    ? `花了额度 ${yuan(each.spends_fen)}`
    : each.asks_fen
      ? `${yuan(each.asks_fen)}，请您点头`
      : '',
});

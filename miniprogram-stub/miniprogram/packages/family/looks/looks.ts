import { get, type Shapes } from '../../../services/request';
import { SCREEN, listed, load, more } from '../../../services/screen';
import { spoken } from '../../../services/words';

Page({
  data: { ...SCREEN, looks: [] as ReturnType<typeof rendered>[], next: null as string | null },
  onShow() {
    return this.refresh();
  },
  onPullDownRefresh() {
    return this.refresh();
  },
  refresh() {
    return load(this, 'access-log', () => get('/v1/access-log'), listed('looks', rendered));
  },
  more() {
    return more(this, 'looks', (after) => get('/v1/access-log', {}, { after }), rendered);
  },
});

const rendered = (each: Shapes['LookView'], place: number) => ({
  ...each,
  place,
  when: spoken(each.at),
  name: each.name_masked ?? '',
});

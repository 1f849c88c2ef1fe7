import { get, type Shapes } from '../../../services/request';
import { SCREEN, act, load } from '../../../services/screen';
import { spoken } from '../../../services/words';

Page({
  data: { ...SCREEN, looks: [] as ReturnType<typeof rendered>[], after: '' },
  onShow() {
    return this.refresh();
  },
  onPullDownRefresh() {
    return this.refresh();
  },
  more() {
    return act(this, async () => {
      const { items, next } = await get('/v1/access-log', {}, { after: this.data.after });
      const looks = [...this.data.looks, ...items.map(rendered)];
      this.setData({ looks, after: next ?? '' });
    });
  },
  refresh() {
    return load(
      this,
      'access-log',
      () => get('/v1/access-log'),
      ({ items, next }) => ({ looks: items.map(rendered), after: next ?? '' }),
    );
  },
});

const rendered = (each: Shapes['LookView'], index: number) => ({ ...each, index, when: spoken(each.at) });

import { get, type Shapes } from '../../../services/request';
import { SCREEN, load } from '../../../services/screen';
import { spoken } from '../../../services/words';

Page({
  data: { ...SCREEN, looks: [] as ReturnType<typeof rendered>[] },
  onShow() {
    return this.refresh();
  },
  onPullDownRefresh() {
    return this.refresh();
  },
  refresh() {
    return load(
      this,
      'access-log',
      () => get('/v1/access-log'),
      ({ items }) => ({ looks: items.map(rendered) }),
    );
  },
});

const rendered = (each: Shapes['LookView'], index: number) => ({ ...each, index, when: spoken(each.at) });

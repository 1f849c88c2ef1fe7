import { whose } from '../../../services/acting';
import { follow } from '../../../services/go';
import { get, type Shapes } from '../../../services/request';
import { SCREEN, load } from '../../../services/screen';
import { spoken } from '../../../services/words';

Page({
  data: { ...SCREEN, cases: [] as ReturnType<typeof rendered>[], about: '' },
  onShow() {
    this.setData({ about: whose() });
    return this.refresh();
  },
  onPullDownRefresh() {
    return this.refresh();
  },
  refresh() {
    return load(
      this,
      'cases',
      () => get('/v1/cases'),
      ({ items }) => ({ cases: items.map(rendered) }),
    );
  },
  go: follow,
});

const rendered = (each: Shapes['CaseView']) => ({ ...each, when: spoken(each.opened_at) });

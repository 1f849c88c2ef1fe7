import { follow } from '../../../services/go';
import { get, type Shapes } from '../../../services/request';
import { SCREEN, act, load } from '../../../services/screen';

type Layer = Shapes['LayerView'];

Page({
  data: {
    ...SCREEN,
    id: '',
    isCard: false,
    told: null as Shapes['TimelineView'] | null,
    layers: [] as { key: string; name: string; said: string }[],
  },
  onLoad({ id }: { id?: string }) {
    this.setData({ id: id ?? '', isCard: Boolean(id?.startsWith('card_')) });
  },
  onShow() {
    return this.refresh();
  },
  onPullDownRefresh() {
    return this.refresh();
  },
  refresh() {
    const { id } = this.data;
    return load(
      this,
      `way/${id}`,
      () => get('/v1/timeline/{subject_id}', { subject_id: id }),
      (told) => ({ told }),
    );
  },
  check() {
    return act(this, async () => {
      const found = await get('/v1/cards/{card_id}/diagnosis', { card_id: this.data.id });
      this.setData({
        layers: found.layers.map((layer) => ({ key: layer.key, name: layer.name, said: saidOf(layer) })),
      });
    });
  },
  go: follow,
});

function saidOf({ key, holds, sentence }: Layer): string {
  if (key === 'appeal') return sentence;
  if (holds === null) return '前面的办好了再查';
  return holds ? `没问题。${sentence}` : `卡在这里。${sentence}`;
}

import { back } from '../../../services/go';
import { post } from '../../../services/request';
import { READY, act } from '../../../services/screen';

const GRADES = [
  { stars: 5, name: '很满意，5 星' },
  { stars: 4, name: '满意，4 星' },
  { stars: 3, name: '一般，3 星' },
  { stars: 2, name: '不满意，2 星' },
  { stars: 1, name: '很不满意，1 星' },
];

Page({
  data: { ...READY, fields: ['text'], id: '', grades: GRADES, stars: 0, text: '', done: '' },
  onLoad({ id }: { id?: string }) {
    this.setData({ id: id ?? '' });
  },
  choose(event: WechatMiniprogram.TouchEvent) {
    this.setData({ stars: event.currentTarget.dataset.stars as number });
  },
  typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ text: event.detail.value });
  },
  send() {
    return act(this, async () => {
      const { id, stars, text } = this.data;
      const { sentence } = await post('/v1/visits/{visit_id}/review', { stars, text }, { visit_id: id });
      this.setData({ done: sentence });
    });
  },
  back,
});

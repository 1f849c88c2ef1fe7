import { me } from '../../services/auth';
import { go } from '../../services/go';
import { get, post, type Shapes } from '../../services/request';
import { SCREEN, act, load } from '../../services/screen';
import { spoken } from '../../services/words';

Page({
  data: { ...SCREEN, messages: [] as ReturnType<typeof rendered>[], next: null as string | null },
  onShow() {
    return this.refresh();
  },
  onPullDownRefresh() {
    return this.refresh();
  },
  refresh() {
    return load(
      this,
      'inbox',
      () => get('/v1/inbox'),
      ({ items, next }) => ({ messages: items.map(rendered), next }),
    );
  },
  more() {
    return act(this, async () => {
      const { items, next } = await get('/v1/inbox', {}, { after: this.data.next! });
      this.setData({ messages: [...this.data.messages, ...items.map(rendered)], next });
    });
  },
  open(event: WechatMiniprogram.TouchEvent) {
    const index = event.currentTarget.dataset.index as number;
    const message = this.data.messages[index]!;
    return act(this, async () => {
      if (!message.read_at) {
        const read = await post('/v1/inbox/{message_id}/read', undefined, { message_id: message.id });
        this.setData({ [`messages[${index}]`]: rendered(read) });
      }
      if (message.visit_id) go(visitPage(message.visit_id));
    });
  },
});

const visitPage = (id: string) =>
  me()?.caregiver_id ? `/packages/caregiver/job/job?id=${id}` : `/packages/tracking/visit/visit?id=${id}`;

const rendered = (message: Shapes['MessageView']) => ({ ...message, when: spoken(message.created_at) });

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
  /** Goes there first: the mark is worth less than what it is about, and there may be no network. */
  open(event: WechatMiniprogram.TouchEvent) {
    const message = this.data.messages.find(({ id }) => id === event.currentTarget.dataset.id)!;
    if (message.visit_id) go(visitPage(message.visit_id, message.relative));
    if (message.case_id) go(`/packages/help/case/case?id=${message.case_id}&own=1`);
    if (message.read_at) return;
    return act(this, async () => {
      const read = await post('/v1/inbox/{message_id}/read', undefined, { message_id: message.id });
      this.setData({
        messages: this.data.messages.map((each) => (each.id === read.id ? rendered(read) : each)),
      });
    });
  },
});

/** Of a relative it is seen as who acts for them; one's own as oneself, whoever is acted for elsewhere. */
function visitPage(id: string, relative: string | null) {
  if (relative) return `/packages/family/shared/shared?id=${id}&of=${relative}`;
  return me()?.caregiver_id
    ? `/packages/caregiver/job/job?id=${id}`
    : `/packages/tracking/visit/visit?id=${id}&own=1`;
}

const rendered = (message: Shapes['MessageView']) => ({ ...message, when: spoken(message.created_at) });

import type { Chosen } from '../../../components/grant/grant';
import { actForPerson } from '../../../services/family';
import { go } from '../../../services/go';
import { newId } from '../../../services/ids';
import { Refusal, get, post, type Shapes } from '../../../services/request';
import { SCREEN, act, keepLooking, load, missing, stopLooking } from '../../../services/screen';
import { spoken } from '../../../services/words';

type Asked = Shapes['EntrustmentView'];
/** Nothing failed then: one of us rings. */
const FOR_PEOPLE = 'identity.elder_for_people';

Page({
  data: {
    ...SCREEN,
    fields: ['name', 'id_number', 'phone'],
    id: '',
    name: '',
    id_number: '',
    phone: '',
    chosen: null as Chosen | null,
    asked: null as ReturnType<typeof rendered>['asked'] | null,
    forPeople: null as { next_step: string; case_id: string } | null,
  },
  /** The same words again are the same command: what was typed is kept in this page alone. */
  sent: { words: '', id: '' },
  onLoad({ id }: { id?: string }) {
    this.setData({ id: id ?? '', state: id ? 'loading' : 'ready' });
  },
  onShow() {
    keepLooking(this, () => this.follow());
    return this.follow();
  },
  onHide() {
    stopLooking(this);
  },
  onUnload() {
    stopLooking(this);
  },
  follow() {
    const { id, busy, asked } = this.data;
    if (!id || busy || (asked && asked.state !== 'asked')) return;
    return this.refresh();
  },
  refresh() {
    const { id } = this.data;
    return load(
      this,
      `elder/${id}`,
      () => get('/v1/me/managed-accounts/{grant_id}', { grant_id: id }),
      rendered,
    );
  },
  typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ [event.currentTarget.dataset.key as string]: event.detail.value });
  },
  choose(event: WechatMiniprogram.CustomEvent<Chosen>) {
    this.setData({ chosen: event.detail, trouble: null });
  },
  ask() {
    return act(this, async () => {
      const { name, id_number, phone, chosen } = this.data;
      const { relation, ...rest } = chosen!;
      if (!relation) throw missing('还没有选您是老人的谁。', '请在上面点一个，再点“填好了”。');
      const wish = { relation, ...rest, name, id_number, phone: `+86${phone.replace(/^\+86|\D/g, '')}` };
      const words = JSON.stringify(wish);
      if (this.sent.words !== words) this.sent = { words, id: newId('grant') };
      try {
        this.show(await post('/v1/me/managed-accounts', { ...wish, id: this.sent.id }));
      } catch (error) {
        if (!(error instanceof Refusal) || error.body.code !== FOR_PEOPLE) throw error;
        const { next_step, case_id } = error.body;
        this.setData({ forPeople: { next_step, case_id: case_id ?? '' } });
      }
      void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    });
  },
  ring() {
    return act(this, async () => {
      this.show(await post('/v1/me/managed-accounts/{grant_id}/ring', undefined, { grant_id: this.data.id }));
    });
  },
  /** What waits for one of us is refused with its case. */
  seeCase() {
    return act(this, async () => {
      try {
        await post('/v1/me/managed-accounts/{grant_id}/ring', undefined, { grant_id: this.data.id });
      } catch (error) {
        if (!(error instanceof Refusal) || !error.body.case_id) throw error;
        go(`/packages/help/case/case?id=${error.body.case_id}`);
      }
    });
  },
  afresh() {
    void wx.redirectTo({ url: '/packages/family/elder/elder' });
  },
  seeCases() {
    go('/packages/help/cases/cases');
  },
  show(told: Asked) {
    this.setData({ ...rendered(told), id: told.id });
  },
  begin() {
    return act(this, () => actForPerson(this.data.asked!.person_id!));
  },
  look() {
    go(`/packages/help/case/case?id=${this.data.forPeople!.case_id}`);
  },
});

const rendered = (asked: Asked) => ({
  asked: {
    ...asked,
    rings: asked.may_ring_from !== null,
    isOver:
      asked.ground === 'voice' &&
      (asked.state === 'declined' || (asked.state === 'asked' && asked.may_ring_from === null)),
    isRefusedPaper: asked.ground === 'paper' && asked.state === 'declined',
    again: asked.may_ring_from && asked.call ? `${spoken(asked.may_ring_from)}以后可以再打一次` : '',
    button: asked.call ? '再打一次电话' : '现在打电话',
  },
});

import { SCOPES, type Scope } from '../../../services/acting';
import { newId } from '../../../services/ids';
import { draftOf, dropDraft, keepDraft } from '../../../services/keep';
import { post, type Shapes } from '../../../services/request';
import { Hindrance, READY, act } from '../../../services/screen';
import { spoken, yuan } from '../../../services/words';

const DRAFT = 'invitation';
type Wish = Shapes['InviteFamily'];

const RELATIONS = [
  { value: 'daughter', name: '女儿' },
  { value: 'son', name: '儿子' },
  { value: 'spouse', name: '老伴' },
  { value: 'grandchild', name: '孙辈' },
  { value: 'relative', name: '其他家人' },
] as const;
/** A day's care costs between ¥64 and ¥500. */
const LIMITS = [10_000, 20_000, 30_000, 50_000].map((fen) => ({ fen, name: yuan(fen).replace('.00', '') }));
const USUAL: Scope[] = ['view_visits', 'book', 'pay', 'dispute'];

Page({
  data: {
    ...READY,
    relations: RELATIONS,
    relation: '' as Wish['relation'] | '',
    scopes: SCOPES.map((each) => ({ ...each, on: USUAL.includes(each.scope) })),
    pays: true,
    limits: LIMITS,
    limit: 20_000,
    invitation: null as Shapes['InvitationView'] | null,
    until: '',
  },
  chooseRelation(event: WechatMiniprogram.TouchEvent) {
    this.setData({ relation: event.currentTarget.dataset.value as Wish['relation'], trouble: null });
  },
  changeScope(event: WechatMiniprogram.TouchEvent) {
    const scope = event.currentTarget.dataset.scope as Scope;
    // Without it his first screen would be empty.
    if (scope === 'view_visits') return;
    const scopes = this.data.scopes.map((each) => (each.scope === scope ? { ...each, on: !each.on } : each));
    this.setData({ scopes, pays: scopes.some((each) => each.on && each.scope === 'pay') });
  },
  chooseLimit(event: WechatMiniprogram.TouchEvent) {
    this.setData({ limit: event.currentTarget.dataset.fen as number });
  },
  invite() {
    return act(this, async () => {
      const { relation, scopes, limit, pays } = this.data;
      if (!relation) throw new Hindrance(nothing('还没有选他是您的谁。', '请在上面点一个，再点“做好邀请”。'));
      const chosen = scopes.filter(({ on }) => on).map(({ scope }) => scope);
      const wish = { relation, scopes: chosen, limit_fen: pays ? limit : 0, until: null };
      const before = draftOf<Wish>(DRAFT);
      const isSame = before && JSON.stringify({ ...wish, id: before.id }) === JSON.stringify(before);
      const draft = keepDraft(DRAFT, isSame ? before : { ...wish, id: newId('grant') });
      const invitation = await post('/v1/invitations', draft);
      dropDraft(DRAFT);
      this.setData({ invitation, until: spoken(invitation.invitation_ends_at) });
      void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    });
  },
  onShareAppMessage() {
    const code = this.data.invitation?.code;
    // The menu in WeChat's corner offers to share as well, before there is anything to accept.
    if (!code) return { title: '健康卡', path: '/pages/home/home' };
    return { title: '请你替我在健康卡上办事', path: `/packages/family/accept/accept?code=${code}` };
  },
  done() {
    void wx.redirectTo({ url: '/packages/family/family/family' });
  },
});

const nothing = (message: string, next_step: string) => ({
  message,
  next_step,
  field: '',
  code: 'phone.empty',
});

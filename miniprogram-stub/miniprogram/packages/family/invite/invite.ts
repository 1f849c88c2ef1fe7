import type { Chosen } from '../../../components/grant/grant';
import { newId } from '../../../services/ids';
import { draftOf, dropDraft, keepDraft } from '../../../services/keep';
import { post, type Shapes } from '../../../services/request';
import { READY, act, missing } from '../../../services/screen';
import { spoken } from '../../../services/words';

const DRAFT = 'invitation';
type Wish = Shapes['InviteFamily'];

Page({
  data: {
    ...READY,
    chosen: null as Chosen | null,
    invitation: null as Shapes['InvitationView'] | null,
    until: '',
  },
  choose(event: WechatMiniprogram.CustomEvent<Chosen>) {
    this.setData({ chosen: event.detail, trouble: null });
  },
  invite() {
    return act(this, async () => {
      const { relation, ...rest } = this.data.chosen!;
      if (!relation) throw missing('还没有选他是您的谁。', '请在上面点一个，再点“做好邀请”。');
      const wish = { relation, ...rest, until: null };
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

import { actingFor, nameOf, namesOf, switchTo, type Mine } from '../../../services/acting';
import { actForPerson } from '../../../services/family';
import { follow, go } from '../../../services/go';
import { get, post, type Shapes } from '../../../services/request';
import { SCREEN, act, load } from '../../../services/screen';
import { spokenDate, yuan } from '../../../services/words';

type Given = Shapes['GivenView'];

Page({
  data: {
    ...SCREEN,
    given: [] as ReturnType<typeof givenOf>[],
    over: [] as ReturnType<typeof givenOf>[],
    mine: [] as ReturnType<typeof mineOf>[],
    asked: [] as Shapes['EntrustmentView'][],
  },
  onShow() {
    return this.refresh();
  },
  onPullDownRefresh() {
    return this.refresh();
  },
  refresh() {
    return load(this, 'families', found, rendered);
  },
  async takeBack(event: WechatMiniprogram.TouchEvent) {
    const { id, name } = event.currentTarget.dataset as { id: string; name: string };
    const { confirm } = await wx.showModal({
      title: `收回${name}的权限？`,
      content: '收回以后，他马上就不能再替您办事。约好的上门不受影响。',
      confirmText: '收回',
      cancelText: '不收回',
    });
    if (confirm) await this.end(id);
  },
  async giveUp(event: WechatMiniprogram.TouchEvent) {
    const { id, name } = event.currentTarget.dataset as { id: string; name: string };
    const { confirm } = await wx.showModal({
      title: `不再替${name}办事？`,
      content: '退出以后还要替他办，要他重新邀请您，或者重新申请。',
      confirmText: '退出',
      cancelText: '不退出',
    });
    if (!confirm) return;
    const wasActing = actingFor()?.id === id;
    await this.end(id);
    if (wasActing) switchTo(null);
  },
  end(grant_id: string) {
    return act(this, async () => {
      await post('/v1/grants/{grant_id}/end', undefined, { grant_id });
      this.setData(rendered(await found()));
    });
  },
  switch(event: WechatMiniprogram.TouchEvent) {
    return act(this, () => actForPerson(event.currentTarget.dataset.person as string));
  },
  seeAsked(event: WechatMiniprogram.TouchEvent) {
    go(`/packages/family/elder/elder?id=${event.currentTarget.dataset.id as string}`);
  },
  go: follow,
});

interface Found {
  families: Shapes['FamiliesView'];
  asked: Shapes['EntrustmentsView'];
}

async function found(): Promise<Found> {
  const [families, asked] = await Promise.all([get('/v1/families'), get('/v1/me/managed-accounts')]);
  return { families, asked };
}

function rendered({ families: { given, mine }, asked }: Found) {
  const all = given.map(givenOf);
  return {
    asked: asked.items.filter(({ state }) => state !== 'agreed').slice(0, 5),
    given: all.filter(({ state }) => state !== 'over'),
    over: all.filter(({ state }) => state === 'over').slice(0, 5),
    mine: mine.map(mineOf),
  };
}

const givenOf = (each: Given) => ({
  ...each,
  who: each.name_masked ? `${each.relation_name} ${each.name_masked}` : each.relation_name,
  can: namesOf(each.scopes, false),
  most: each.limit_fen ? `每天最多花 ${yuan(each.limit_fen)}` : '',
  button: each.is_guardian ? '' : each.state === 'waits' ? '收回邀请' : '收回权限',
});

const mineOf = (each: Mine) => ({
  ...each,
  until: each.until ? spokenDate(each.until) : '',
  who: nameOf(each),
  can: namesOf(each.scopes, true),
  most: each.limit_fen ? `今天还能花 ${yuan(each.left_fen)}，每天最多 ${yuan(each.limit_fen)}` : '',
});

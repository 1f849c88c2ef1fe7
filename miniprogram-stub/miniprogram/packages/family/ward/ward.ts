import { actingFor } from '../../../services/acting';
import { getFor, postFor, type Shapes } from '../../../services/request';
import { SCREEN, act, load } from '../../../services/screen';
import { spoken } from '../../../services/words';

interface Found {
  families: Shapes['FamiliesView'];
  consents: Shapes['ConsentsView'];
  acts: Shapes['ActsView'];
  looks: Shapes['LooksView'];
}
const LATEST = 10;

/** What only a guardian does: seeing what was done and looked at, taking back, and agreeing for who cannot. */
Page({
  data: {
    ...SCREEN,
    others: [] as object[],
    documents: [] as Shapes['ConsentView'][],
    acts: [] as object[],
    looks: [] as object[],
    since: 0,
  },
  onShow() {
    // Whoever switched back to themselves meanwhile has no ward.
    if (!actingFor()?.is_guardian) return void wx.reLaunch({ url: '/pages/home/home' });
    return this.refresh();
  },
  onPullDownRefresh() {
    return this.refresh();
  },
  refresh() {
    return load(this, 'ward', () => found(), rendered);
  },
  async takeBack(event: WechatMiniprogram.TouchEvent) {
    const { id: grant_id, name } = event.currentTarget.dataset as { id: string; name: string };
    const { confirm } = await wx.showModal({
      title: `收回${name}的权限？`,
      content: '收回以后，他马上就不能再替老人办事，我们会告诉他。约好的上门不受影响。',
      confirmText: '收回',
      cancelText: '不收回',
    });
    if (!confirm) return;
    await act(this, async () => {
      await postFor(ward(), '/v1/grants/{grant_id}/end', undefined, { grant_id });
      this.setData(rendered(await found()));
    });
  },
  answer(event: WechatMiniprogram.TouchEvent) {
    const { kind } = event.currentTarget.dataset as { kind: string };
    const { version, hash, agreed, ...document } = this.data.documents.find((each) => each.kind === kind)!;
    const shown_for_s = Math.min(86_400, Math.max(0, Math.round((Date.now() - this.data.since) / 1000)));
    return act(this, async () => {
      const said = { kind: document.kind, version, hash, accepted: !agreed, shown_for_s };
      await postFor(ward(), '/v1/me/consents', said);
      this.setData(rendered(await found()));
    });
  },
});

const named = (who: string, name: string | null) => (name ? `${who} ${name}` : who);

const ward = () => actingFor()!.person_id;

async function found(): Promise<Found> {
  const [families, consents, acts, looks] = await Promise.all([
    getFor(ward(), '/v1/families'),
    getFor(ward(), '/v1/me/consents'),
    getFor(ward(), '/v1/family-acts'),
    getFor(ward(), '/v1/access-log'),
  ]);
  return { families, consents, acts, looks };
}

const rendered = ({ families, consents, acts, looks }: Found) => ({
  acts: acts.items.slice(0, LATEST).map((each, place) => ({
    place,
    text: `${named(each.relation_name, each.name_masked)}：${each.what}`,
    when: spoken(each.at),
  })),
  looks: looks.items.slice(0, LATEST).map((each, place) => ({
    place,
    text: `${named(each.who, each.name_masked)}：${each.what}`,
    when: spoken(each.at),
  })),
  others: families.given
    .filter(({ state, is_guardian }) => state !== 'over' && !is_guardian)
    .map((each) => ({
      ...each,
      who: each.name_masked ? `${each.relation_name} ${each.name_masked}` : each.relation_name,
    })),
  // A face is shown by whose it is.
  documents: consents.items.filter(({ kind }) => kind !== 'face'),
  since: Date.now(),
});

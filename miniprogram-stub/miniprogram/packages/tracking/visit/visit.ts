import { actAs, actingFor, may, whose } from '../../../services/acting';
import { follow } from '../../../services/go';
import { get, post, type Shapes } from '../../../services/request';
import { SCREEN, act, keepLooking, load, settle, stopLooking } from '../../../services/screen';
import { spoken, spokenDate, spokenSpan, yuan } from '../../../services/words';

type Visit = Shapes['VisitView'];

interface Found {
  visit: Visit;
  way: Shapes['TimelineView'];
}

const UNDER_WAY = ['asked', 'booked', 'accepted', 'on_the_way', 'in_service'];
const MAY_CANCEL = ['booked', 'accepted', 'on_the_way'];
const MAY_MOVE = ['booked', 'accepted'];
const ENDED_EARLY = ['declined', 'lapsed', 'cancelled', 'missed', 'not_approved'];
const CREDENTIALS: Record<string, string> = {
  elderly_care: '养老护理员证',
  nursing: '护士执业证',
  rehab_therapist: '康复治疗师证',
};

Page({
  data: {
    ...SCREEN,
    id: '',
    visit: null as Visit | null,
    when: '',
    price: '',
    way: null as Shapes['TimelineView'] | null,
    mayMove: false,
    mayAnswer: false,
    mayWithdraw: false,
    withdraw: '',
    mayCancel: false,
    mayBookAgain: false,
    isDone: false,
    caregiver: null as Shapes['CaregiverView'] | null,
    praise: '',
    credentials: [] as { name: string; through: string }[],
  },
  onLoad({ id, own }: { id?: string; own?: string }) {
    if (own) actAs(null);
    this.setData({ id: id ?? '' });
  },
  onShow() {
    keepLooking(this, () => this.follow());
    return this.refresh();
  },
  onHide() {
    stopLooking(this);
  },
  onUnload() {
    stopLooking(this);
  },
  onPullDownRefresh() {
    return this.refresh();
  },
  follow() {
    if (this.data.busy || !UNDER_WAY.includes(this.data.visit?.status ?? '')) return;
    void this.refresh();
  },
  refresh() {
    const { id } = this.data;
    return load(this, `visit/${id}`, () => found(id), rendered);
  },
  lookAtCaregiver() {
    return act(this, async () => {
      const caregiver_id = this.data.visit!.caregiver_id;
      const caregiver = await get('/v1/caregivers/{caregiver_id}', { caregiver_id });
      const { all_reviews, good_reviews } = caregiver;
      this.setData({
        caregiver,
        praise: all_reviews ? `${all_reviews} 人评价，${good_reviews} 人说好` : '还没有评价',
        credentials: caregiver.credentials.map(({ kind, valid_through }) => ({
          name: CREDENTIALS[kind] ?? '资格证书',
          through: `有效到 ${spokenDate(valid_through)}`,
        })),
      });
    });
  },
  approve() {
    return act(this, async () => {
      await this.show(await post('/v1/visits/{visit_id}/approve', undefined, { visit_id: this.data.id }));
    });
  },
  /** The no to what family asked for; or the one who asked thinks better of it. */
  refuse() {
    return act(this, async () => {
      await this.show(await post('/v1/visits/{visit_id}/cancel', undefined, { visit_id: this.data.id }));
    });
  },
  async show(visit: Visit) {
    const way = await get('/v1/timeline/{subject_id}', { subject_id: this.data.id });
    settle(this, `visit/${this.data.id}`, { visit, way }, rendered);
  },
  async cancel() {
    const { confirm } = await wx.showModal({
      title: '取消这次上门？',
      content: '取消不收钱，预留的钱马上退回余额。',
      confirmText: '取消上门',
      cancelText: '不取消',
    });
    if (!confirm) return;
    await act(this, async () => {
      await this.show(await post('/v1/visits/{visit_id}/cancel', undefined, { visit_id: this.data.id }));
    });
  },
  /** When and how far, and nothing about whose it is or what for. Without a picture WeChat takes one of the page. */
  onShareAppMessage() {
    const { id, visit } = this.data;
    if (!visit) return { title: '健康卡', path: '/pages/home/home' };
    return {
      title: `${spoken(visit.start_at)}的上门：${visit.status_name}`,
      path: `/packages/family/shared/shared?id=${id}&of=${whose()}`,
      imageUrl: '/images/share.png',
    };
  },
  go: follow,
});

async function found(id: string): Promise<Found> {
  const [visit, way] = await Promise.all([
    get('/v1/visits/{visit_id}', { visit_id: id }),
    get('/v1/timeline/{subject_id}', { subject_id: id }),
  ]);
  return { visit, way };
}

function rendered({ visit, way }: Found) {
  return {
    visit,
    way,
    when: `${spoken(visit.start_at)}，${spokenSpan(visit.duration_min)}`,
    price: priceOf(visit),
    mayMove: MAY_MOVE.includes(visit.status) && may('book'),
    mayCancel: MAY_CANCEL.includes(visit.status) && may('book'),
    mayAnswer:
      visit.status === 'asked' && (!actingFor() || (actingFor()!.is_guardian && !visit.booked_by_me)),
    mayWithdraw:
      visit.status === 'asked' &&
      !!actingFor() &&
      may('book') &&
      (visit.booked_by_me || !actingFor()!.is_guardian),
    withdraw: visit.booked_by_me ? '不约了，收回' : '我不同意，不约',
    mayBookAgain: ENDED_EARLY.includes(visit.status) && may('book'),
    isDone: visit.status === 'done',
  };
}

function priceOf({ status, quote_fen }: Visit): string {
  if (ENDED_EARLY.includes(status)) return '没有收钱';
  return status === 'done' ? '收了多少，请看账单' : `预计 ${yuan(quote_fen)}，按实际时长收`;
}

import { get, post, type Shapes } from '../../../services/request';
import { withoutPlace } from '../../../services/place';
import { SCREEN, act, load, settle } from '../../../services/screen';
import { spoken, spokenSpan } from '../../../services/words';

type Visit = Shapes['VisitView'];
interface Step {
  name: string;
  busy: string;
  /** Asked before it is done; empty when one tap is enough. */
  sure: string;
}

type Slots = { visit_id: string };

/** The one next step at each status. */
const STEPS: Partial<Record<Shapes['Status'], Step & { take: (slots: Slots) => Promise<Visit> }>> = {
  booked: {
    name: '接单',
    busy: '正在接单…',
    sure: '',
    take: (slots) => post('/v1/visits/{visit_id}/accept', undefined, slots),
  },
  accepted: {
    name: '出发',
    busy: '正在告诉家属…',
    sure: '',
    take: (slots) => post('/v1/visits/{visit_id}/depart', undefined, slots),
  },
  on_the_way: {
    name: '到家签到',
    busy: '正在签到…',
    sure: '',
    take: async (slots) => post('/v1/visits/{visit_id}/check-in', { location: await whereAmI() }, slots),
  },
  in_service: {
    name: '服务结束，签退',
    busy: '正在签退…',
    sure: '签退后按实际时长出账单，不能再改。',
    take: async (slots) => post('/v1/visits/{visit_id}/check-out', { location: await whereAmI() }, slots),
  },
};

Page({
  data: {
    ...SCREEN,
    id: '',
    visit: null as Visit | null,
    step: null as Step | null,
    when: '',
    addressNote: '',
    flag: '',
  },
  onLoad({ id }: { id?: string }) {
    this.setData({ id: id ?? '' });
  },
  onShow() {
    return this.refresh();
  },
  onPullDownRefresh() {
    return this.refresh();
  },
  refresh() {
    const { id } = this.data;
    return load(this, this.key(), () => get('/v1/caregiver/visits/{visit_id}', { visit_id: id }), rendered);
  },
  key() {
    return `job/${this.data.id}`;
  },
  async take() {
    const step = STEPS[this.data.visit!.status];
    if (!step || (step.sure && !(await isSure('服务结束了吗？', step.sure, '签退')))) return;
    await act(this, async () => {
      settle(this, this.key(), await step.take({ visit_id: this.data.id }), rendered);
    });
  },
  async decline() {
    if (!(await isSure('这次去不了？', '家属会马上收到消息，可以另约别人。', '去不了'))) return;
    await act(this, async () => {
      const visit = await post('/v1/visits/{visit_id}/decline', undefined, { visit_id: this.data.id });
      settle(this, this.key(), visit, rendered);
    });
  },
  openMap() {
    const { location, address } = this.data.visit!;
    if (location)
      void wx.openLocation({ latitude: location.lat, longitude: location.lng, name: address ?? '' });
  },
  openSetting() {
    void wx.openSetting({});
  },
});

async function isSure(title: string, content: string, confirmText: string): Promise<boolean> {
  const { confirm } = await wx.showModal({ title, content, confirmText, cancelText: '再想想' });
  return confirm;
}

const whereAmI = () =>
  new Promise<Shapes['Fix']>((resolve, reject) => {
    wx.getLocation({
      type: 'gcj02',
      isHighAccuracy: true,
      success: ({ latitude, longitude, accuracy }) =>
        resolve({ lat: latitude, lng: longitude, datum: 'GCJ02', accuracy_m: accuracy }),
      fail: (error) => reject(withoutPlace(error, '还没有签上。', '人工帮您记下时间')),
    });
  });

function rendered(visit: Visit) {
  const { name = '', busy = '', sure = '' } = STEPS[visit.status] ?? {};
  const isAway = visit.check_in?.outside || visit.check_out?.outside;
  return {
    visit,
    step: name ? { name, busy, sure } : null,
    when: `${spoken(visit.start_at)}，${spokenSpan(visit.duration_min)}`,
    addressNote: visit.status === 'booked' ? '接单以后能看到地址。' : '服务结束后，地址不再显示。',
    flag: isAway ? '签到或签退的位置不在老人家附近，已经记下，客服可能会问您。' : '',
  };
}

import { me, remember } from '../../../services/auth';
import { follow } from '../../../services/go';
import { get, post, type Shapes } from '../../../services/request';
import { metresBetween, withoutPlace } from '../../../services/place';
import { YOURS } from '../yours';
import { Hindrance, SCREEN, act, load, settle, type Trouble } from '../../../services/screen';
import { spoken, spokenSpan } from '../../../services/words';

type Visit = Shapes['VisitView'];
interface Step {
  name: string;
  busy: string;
  /** Asked before it is done; empty when one tap is enough. */
  sure: string;
}

/** Beyond this the backend flags the check-in anyway (100 m and the phone's own accuracy, at most 100 m). */
const FAR_M = 200;

const NOT_YET_THERE: Trouble = {
  message: '还没有签到。',
  next_step: '到了门口，再点一次“到门口了，签到”。',
  field: '',
  code: 'phone.not_yet_there',
};

type Slots = { visit_id: string };

const NOTES: Partial<Record<Shapes['Status'], string>> = {
  booked: '接单以后能看到地址。',
  done: '服务结束后，地址不再显示。',
};

/** The one next step at each status. */
const STEPS: Partial<
  Record<Shapes['Status'], Step & { take: (slots: Slots, home: Visit['location']) => Promise<Visit> }>
> = {
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
    name: '到门口了，签到',
    busy: '正在签到…',
    sure: '',
    take: async (slots, home) => {
      const location = await whereAmI();
      if (location) await sureToBeThere(location, home);
      return post('/v1/visits/{visit_id}/check-in', { location }, slots);
    },
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
    stands: '',
    addressNote: '',
    flag: '',
    unlocated: false,
  },
  onLoad({ id }: { id?: string }) {
    this.setData({ id: id ?? '' });
  },
  onShow() {
    this.setData({ unlocated: !maySayWhere() });
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
      settle(
        this,
        this.key(),
        await step.take({ visit_id: this.data.id }, this.data.visit!.location),
        rendered,
      );
    });
    // Taken back on another phone, or asked anew: the next tap goes without a place.
    if (this.data.trouble?.code === 'care.location_not_agreed') {
      remember({ ...me()!, consents: me()!.consents.filter((each) => each !== 'location') });
      this.setData({ unlocated: true });
    }
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
  go: follow,
  openSetting() {
    void wx.openSetting({});
  },
});

async function isSure(title: string, content: string, confirmText: string): Promise<boolean> {
  const { confirm } = await wx.showModal({ title, content, confirmText, cancelText: '再想想' });
  return confirm;
}

const maySayWhere = () => me()?.consents.includes('location') ?? false;

/** Null for who has not agreed to be located: she checks in and out all the same. */
const whereAmI = () =>
  new Promise<Shapes['Fix'] | null>((resolve, reject) => {
    if (!maySayWhere()) return resolve(null);
    wx.getLocation({
      type: 'gcj02',
      isHighAccuracy: true,
      success: ({ latitude, longitude, accuracy }) =>
        resolve({ lat: latitude, lng: longitude, datum: 'GCJ02', accuracy_m: accuracy }),
      fail: (error) => reject(withoutPlace(error, '还没有签上。', '人工帮您记下时间')),
    });
  });

/** Checking in begins the time that is paid for, so somebody who is still on the way is asked first. */
async function sureToBeThere(here: Shapes['Fix'], home: Visit['location']) {
  const metres = home ? Math.round(metresBetween(here, home)) : 0;
  if (metres <= FAR_M) return;
  const content = `手机显示您离老人家约 ${metres} 米。签到以后就开始计时，家属会看到这个距离。`;
  if (!(await isSure('到门口了吗？', content, '已到，签到'))) throw new Hindrance(NOT_YET_THERE);
}

function rendered(visit: Visit) {
  const { name = '', busy = '', sure = '' } = STEPS[visit.status] ?? {};
  const isAway = [visit.check_in, visit.check_out].some((each) => each?.outside && !each.unlocated);
  return {
    visit,
    step: name ? { name, busy, sure } : null,
    when: `${spoken(visit.start_at)}，${spokenSpan(visit.duration_min)}`,
    stands: YOURS[visit.status],
    addressNote: NOTES[visit.status] ?? '',
    flag: isAway ? '签到或签退的位置不在老人家附近，已经记下，客服可能会问您。' : '',
  };
}

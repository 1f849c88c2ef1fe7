import { HOTLINE, stage } from '../../../services/config';
import { newId } from '../../../services/ids';
import { draftOf, dropDraft, keepDraft } from '../../../services/keep';
import { Refusal, Unreachable, get, post, type Shapes } from '../../../services/request';
import { SCREEN, act, load, type Trouble } from '../../../services/screen';
import { askToRemind } from '../../../services/reminders';
import { asSent, dayOf, instantOf, spoken, yuan } from '../../../services/words';
import { daysToChoose, nameOf, placesOf, spansOf, timesOf, usualTimes } from './choices';

const DRAFT = 'visit';

interface Draft {
  id: string;
  body: Shapes['BookVisit'];
  caregiverName: string;
}

interface Opened {
  services: Shapes['ServicesView'];
  visits: Shapes['VisitsView'];
}

type Step = 'service' | 'when' | 'where' | 'who' | 'booked';
type Priced = Shapes['ServiceView'] & { price: string };

Page({
  data: {
    ...SCREEN,
    fields: ['text', 'needs'],
    step: 'service' as Step,
    services: [] as Priced[],
    service: null as Priced | null,
    // when
    usual: [] as ReturnType<typeof usualTimes>,
    ownTime: false,
    days: [] as ReturnType<typeof daysToChoose>,
    day: 0,
    times: [] as ReturnType<typeof timesOf>,
    timeIndex: 0,
    spans: [] as ReturnType<typeof spansOf>,
    start: 0,
    minutes: 120,
    // where
    places: [] as Shapes['Address'][],
    place: null as Shapes['Address'] | null,
    // who
    summary: '',
    needs: '',
    offers: null as Shapes['OffersView'] | null,
    otherStarts: [] as { start: number; name: string }[],
    price: '',
    unsure: false,
    caregiverName: '',
    booked: null as Shapes['VisitView'] | null,
    reminded: '',
  },

  onLoad() {
    return this.open();
  },

  async open() {
    const fetch = async (): Promise<Opened> => {
      const [services, visits] = await Promise.all([get('/v1/services'), get('/v1/visits')]);
      return { services, visits };
    };
    await load(this, 'book', fetch, ({ services, visits }) => ({
      services: services.items.map((each) => ({ ...each, price: yuan(each.half_hour_fen) })),
      places: placesOf(visits),
      usual: usualTimes(Date.now()),
    }));
    if (this.data.state === 'ready') await this.takeUp();
  },

  /** A booking that left this phone and was never answered is looked for first. */
  async takeUp() {
    const draft = draftOf<Draft>(DRAFT);
    if (!draft) return;
    this.restore(draft);
    await act(this, async () => {
      try {
        this.show(await get('/v1/visits/{visit_id}', { visit_id: draft.id }));
      } catch (error) {
        if (!(error instanceof Refusal) || error.status !== 404) throw error;
        this.setData({ unsure: false });
        await this.search();
        this.setData({ trouble: NOT_BOOKED });
      }
    });
  },

  restore({ body, caregiverName }: Draft) {
    const start = Date.parse(body.start_at);
    this.setData({
      step: 'who',
      service: this.data.services.find(({ code }) => code === body.service) ?? null,
      start,
      minutes: body.duration_min,
      place: body.address,
      needs: body.needs ?? '',
      summary: summaryOf(this.data.services, body),
      caregiverName,
      unsure: true,
    });
  },

  // --- what

  chooseService(event: WechatMiniprogram.TouchEvent) {
    const service = this.data.services.find(({ code }) => code === event.currentTarget.dataset.code);
    if (service) this.setData({ service, step: 'when', spans: spansOf(service) });
  },

  // --- when

  chooseTime(event: WechatMiniprogram.TouchEvent) {
    const { start, minutes } = event.currentTarget.dataset as { start: number; minutes: number };
    this.takeTime(start, minutes);
  },
  openOwnTime() {
    const now = Date.now();
    this.setData({ ownTime: true, days: daysToChoose(now) });
    this.lookAt(dayOf(now) + 1);
  },
  chooseDay(event: WechatMiniprogram.TouchEvent) {
    this.lookAt(event.currentTarget.dataset.day as number);
  },
  lookAt(day: number) {
    const times = timesOf(day, Date.now());
    const nine = times.findIndex(({ start }) => start === instantOf(day, 9));
    this.setData({ day, times, timeIndex: Math.max(nine, 0) });
  },
  chooseStart(event: WechatMiniprogram.PickerChange) {
    this.setData({ timeIndex: Number(event.detail.value) });
  },
  chooseSpan(event: WechatMiniprogram.TouchEvent) {
    this.setData({ minutes: event.currentTarget.dataset.minutes as number });
  },
  takeOwnTime() {
    const { times, timeIndex, minutes } = this.data;
    this.takeTime(times[timeIndex]!.start, minutes);
  },
  takeTime(start: number, minutes: number) {
    this.setData({ start, minutes, trouble: null });
    if (this.data.place) return this.find();
    this.setData({ step: 'where' });
  },

  // --- where

  choosePlace(event: WechatMiniprogram.TouchEvent) {
    this.setData({ place: this.data.places[event.currentTarget.dataset.index as number]! });
    return this.find();
  },
  openMap() {
    wx.chooseLocation({
      success: ({ name, address, latitude, longitude }) => {
        const text = `${address}${name}`.slice(0, 60);
        this.setData({
          place: { text, location: { lat: latitude, lng: longitude, datum: 'GCJ02' } },
          trouble: null,
        });
      },
      fail: ({ errMsg }) => {
        if (!errMsg.includes('cancel')) this.setData({ trouble: LOCATION_DENIED });
      },
    });
  },
  typePlace(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ place: { ...this.data.place!, text: event.detail.value } });
  },
  takePlace() {
    return this.find();
  },

  // --- who

  find() {
    this.setData({ step: 'who', offers: null, summary: summaryOf(this.data.services, this.wish()) });
    return act(this, () => this.search());
  },
  async search() {
    const { service, start_at, duration_min, address } = this.wish();
    const offers = await post('/v1/caregivers/search', {
      service,
      start_at,
      duration_min,
      location: address.location,
    });
    this.setData({
      offers,
      price: yuan(offers.quote_fen),
      otherStarts: offers.other_starts.map((iso) => ({ start: Date.parse(iso), name: spoken(iso) })),
    });
  },
  typeNeeds(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ needs: event.detail.value });
  },
  /** Back to the time; the place stays chosen. */
  again() {
    this.setData({ step: 'when', ownTime: false, offers: null, trouble: null });
  },
  wish() {
    const { service, start, minutes, place, needs } = this.data;
    return {
      service: service!.code,
      start_at: asSent(start),
      duration_min: minutes,
      address: place!,
      needs,
    };
  },
  book(event: WechatMiniprogram.TouchEvent) {
    const { id: caregiver_id, name } = event.currentTarget.dataset as { id: string; name: string };
    const wanted = { ...this.wish(), caregiver_id, quote_fen: this.data.offers!.quote_fen };
    const before = draftOf<Draft>(DRAFT);
    // The same wish keeps its id, so that one which did arrive is found again and not booked twice.
    const id = before && isSame(before.body, wanted) ? before.id : newId('vis');
    return this.send({ id, body: { ...wanted, id }, caregiverName: name });
  },
  sendAgain() {
    return this.send(draftOf<Draft>(DRAFT)!);
  },
  send(draft: Draft) {
    return act(this, async () => {
      keepDraft(DRAFT, draft);
      try {
        this.show(await post('/v1/visits', draft.body));
      } catch (error) {
        this.setData({ unsure: error instanceof Unreachable, caregiverName: draft.caregiverName });
        if (error instanceof Refusal) await this.refused(error);
        throw error;
      }
    });
  },
  /** A clear no: nothing was booked. What has changed meanwhile is fetched, so that the next tap can succeed. */
  async refused({ body: { code } }: Refusal) {
    dropDraft(DRAFT);
    if (CHANGED_MEANWHILE.includes(code)) await this.search();
  },
  show(booked: Shapes['VisitView']) {
    dropDraft(DRAFT);
    this.setData({ booked, step: 'booked', unsure: false, trouble: null });
  },

  // --- booked

  async remind() {
    const { visit_status, visit_billed } = stage.templates;
    this.setData({ reminded: await askToRemind([visit_status, visit_billed]) });
  },
  toVisit() {
    void wx.redirectTo({ url: `/packages/tracking/visit/visit?id=${this.data.booked!.id}` });
  },
  openSetting() {
    void wx.openSetting({});
  },
  go(event: WechatMiniprogram.TouchEvent) {
    void wx.navigateTo({ url: event.currentTarget.dataset.to as string });
  },
});

const CHANGED_MEANWHILE = [
  'care.slot_taken',
  'care.price_changed',
  'care.caregiver_unavailable',
  'care.not_working',
];

const LOCATION_DENIED: Trouble = {
  message: '没有拿到位置。',
  next_step: `请打开位置权限，再选一次。不想打开也行，打电话 ${HOTLINE}，告诉我们地址，人工帮您约。`,
  field: '',
  code: 'phone.location_denied',
};

const NOT_BOOKED: Trouble = {
  message: '上次没有约成，没有扣钱。',
  next_step: '您填的都还在，请在下面再点一次。',
  field: '',
  code: 'phone.not_booked',
};

function summaryOf(
  services: Priced[],
  wish: Pick<Shapes['BookVisit'], 'service' | 'start_at' | 'duration_min' | 'address'>,
) {
  const name = services.find(({ code }) => code === wish.service)?.name ?? '';
  const time = nameOf({ start: Date.parse(wish.start_at), minutes: wish.duration_min });
  return `${name}，${time}，${wish.address.text}`;
}

const isSame = ({ id: _, ...before }: Shapes['BookVisit'], wanted: object) =>
  JSON.stringify(sorted(before)) === JSON.stringify(sorted(wanted));

const sorted = (each: object) => Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1));

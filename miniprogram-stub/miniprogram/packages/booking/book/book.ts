import { actingFor, forWhom } from '../../../services/acting';
import { me } from '../../../services/auth';
import { follow } from '../../../services/go';
import { newId } from '../../../services/ids';
import { draftOf, dropDraft, keepDraft } from '../../../services/keep';
import { withoutPlace } from '../../../services/place';
import { Refusal, get, isDecided, post, type Shapes } from '../../../services/request';
import { SCREEN, act, load, troubleOf } from '../../../services/screen';
import { asSent, spoken, yuan } from '../../../services/words';
import {
  ALL_DAYS,
  DAYTIME,
  FIRST_DAYS,
  NIGHT,
  daysToChoose,
  hoursOf,
  nameOf,
  placesOf,
  spansOf,
  usualTimes,
} from '../../../services/choices';
import { NOT_BOOKED, NO_ADDRESS } from './troubles';

const DRAFT = 'visit';

interface Draft {
  id: string;
  body: Shapes['BookVisit'];
  caregiverName: string;
}

type Wish = Pick<Shapes['BookVisit'], 'service' | 'start_at' | 'duration_min' | 'address' | 'needs'>;

interface Opened {
  services: Shapes['ServicesView'];
  visits: Shapes['VisitsView'];
}

type Step = 'service' | 'when' | 'day' | 'hour' | 'span' | 'where' | 'who' | 'booked';

const BEFORE: Partial<Record<Step, Step>> = {
  when: 'service',
  day: 'when',
  hour: 'day',
  span: 'hour',
  where: 'when',
  who: 'where',
};
type Priced = Shapes['ServiceView'] & { price: string };

Page({
  data: {
    ...SCREEN,
    fields: ['address.text', 'needs'],
    step: 'service' as Step,
    services: [] as Priced[],
    service: null as Priced | null,
    hasBack: false,
    // when
    usual: [] as ReturnType<typeof usualTimes>,
    allDays: false,
    days: [] as ReturnType<typeof daysToChoose>,
    hours: [] as ReturnType<typeof hoursOf>,
    nights: [] as ReturnType<typeof hoursOf>,
    night: false,
    spans: [] as ReturnType<typeof spansOf>,
    start: 0,
    minutes: 0,
    // where
    places: [] as Shapes['Address'][],
    place: null as Shapes['Address'] | null,
    // who
    summary: '',
    needs: '',
    saysNeeds: false,
    mayTell: true,
    acting: false,
    offers: null as Shapes['OffersView'] | null,
    otherStarts: [] as { start: number; name: string }[],
    price: '',
    unsure: false,
    caregiverName: '',
    booked: null as Shapes['VisitView'] | null,
  },

  onLoad() {
    return this.open();
  },
  /** Back from the top-up, or from agreeing, which is what the refusal asked for. */
  onShow() {
    if (WAITS_FOR.includes(this.data.trouble?.code ?? '')) this.setData({ trouble: null });
    // Whether who she acts for has agreed, the backend says.
    this.setData({ acting: Boolean(actingFor()) });
    this.setData({ mayTell: Boolean(actingFor() || me()?.consents.includes('health')) });
  },

  async open() {
    const fetch = async (): Promise<Opened> => {
      const [services, visits] = await Promise.all([get('/v1/services'), get('/v1/visits')]);
      return { services, visits };
    };
    await load(this, 'book', fetch, ({ services, visits }) => ({
      services: services.items.map((each) => ({ ...each, price: yuan(each.half_hour_fen) })),
      places: placesOf(visits),
      usual: usualTimes(Date.now(), FIRST_DAYS),
    }));
    if (this.data.state === 'ready') await this.takeUp();
  },

  /** A booking that left this phone and was never answered is looked for first. */
  async takeUp() {
    const draft = draftOf<Draft>(forWhom(DRAFT));
    if (!draft) return;
    await act(this, async () => {
      if (this.canShow(draft)) this.restore(draft);
      try {
        this.show(await get('/v1/visits/{visit_id}', { visit_id: draft.id }));
      } catch (error) {
        if (!(error instanceof Refusal) || error.status !== 404) throw error;
        this.setData({ unsure: false });
        if (!this.canShow(draft)) return dropDraft(forWhom(DRAFT));
        await this.search(draft.body);
        this.setData({ trouble: NOT_BOOKED });
      }
    });
  },
  /** A form whose time has passed, or whose service is no longer offered, is of no use to anybody. */
  canShow({ body }: Draft) {
    return (
      Date.parse(body.start_at) > Date.now() && this.data.services.some(({ code }) => code === body.service)
    );
  },
  restore({ body, caregiverName }: Draft) {
    const service = this.data.services.find(({ code }) => code === body.service)!;
    this.to('who');
    this.setData({
      service,
      spans: spansOf(service),
      start: Date.parse(body.start_at),
      minutes: body.duration_min,
      place: body.address,
      needs: body.needs ?? '',
      saysNeeds: Boolean(body.needs),
      summary: summaryOf(service.name, body),
      caregiverName,
      unsure: true,
    });
  },

  to(step: Step) {
    this.setData({ step, hasBack: step in BEFORE, trouble: null });
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },
  /** Not while somebody is asked: the answer would be about another wish than the one shown. */
  back() {
    if (this.data.busy) return;
    this.setData({ place: null, offers: null });
    this.to(BEFORE[this.data.step]!);
  },

  /** Nobody is free: another time or another service, to the same home. */
  change(event: WechatMiniprogram.TouchEvent) {
    this.setData({ offers: null });
    this.to(event.currentTarget.dataset.step as Step);
  },

  // --- what

  chooseService(event: WechatMiniprogram.TouchEvent) {
    const service = this.data.services.find(({ code }) => code === event.currentTarget.dataset.code)!;
    this.setData({ service, spans: spansOf(service) });
    this.to('when');
  },

  // --- when

  showAllDays() {
    this.setData({ usual: usualTimes(Date.now(), ALL_DAYS), allDays: true });
  },
  chooseOwnTime() {
    this.setData({ days: daysToChoose(Date.now()) });
    this.to('day');
  },
  chooseDay(event: WechatMiniprogram.TouchEvent) {
    const day = event.currentTarget.dataset.day as number;
    this.setData({
      hours: hoursOf(day, Date.now(), DAYTIME),
      nights: hoursOf(day, Date.now(), NIGHT),
      night: false,
    });
    this.to('hour');
  },
  showNight() {
    this.setData({ night: true });
  },
  chooseHour(event: WechatMiniprogram.TouchEvent) {
    this.setData({ start: event.currentTarget.dataset.start as number });
    this.to('span');
  },
  /** The place stays when only the time changes, as it does when nobody was free. */
  chooseTime(event: WechatMiniprogram.TouchEvent) {
    const { start, minutes } = event.currentTarget.dataset as { start: number; minutes: number };
    this.setData({ start, minutes });
    if (this.data.place) return this.find();
    this.to('where');
  },

  // --- where

  choosePlace(event: WechatMiniprogram.TouchEvent) {
    this.setData({ place: this.data.places[event.currentTarget.dataset.index as number]! });
    return this.find();
  },
  openMap() {
    wx.chooseLocation({
      success: ({ name, address, latitude, longitude }) => {
        const text = `${address} ${name}`.slice(0, 60);
        this.setData({
          place: { text, location: { lat: latitude, lng: longitude, datum: 'GCJ02' } },
          trouble: null,
        });
      },
      fail: (error) => {
        if (error.errMsg.includes('cancel')) return;
        this.setData({
          trouble: withoutPlace(error, '还不知道去哪里。', '告诉我们地址，人工帮您约').trouble,
        });
      },
    });
  },
  typePlace(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ place: { ...this.data.place!, text: event.detail.value } });
  },
  takePlace() {
    if (!this.data.place!.text.trim()) return this.setData({ trouble: NO_ADDRESS });
    return this.find();
  },

  // --- who

  find() {
    const wish = this.wish();
    this.setData({ offers: null, summary: summaryOf(this.data.service!.name, wish) });
    this.to('who');
    return act(this, () => this.search(wish));
  },
  async search({ service, start_at, duration_min, address }: Wish) {
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
  sayNeeds() {
    this.setData({ saysNeeds: true });
  },
  typeNeeds(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ needs: event.detail.value });
  },
  wish(): Wish {
    const { service, start, minutes, place, needs } = this.data;
    return { service: service!.code, start_at: asSent(start), duration_min: minutes, address: place!, needs };
  },
  book(event: WechatMiniprogram.TouchEvent) {
    const { id: caregiver_id, name } = event.currentTarget.dataset as { id: string; name: string };
    const wanted = { ...this.wish(), caregiver_id, quote_fen: this.data.offers!.quote_fen };
    const before = draftOf<Draft>(forWhom(DRAFT));
    // The same wish keeps its id, so that one which did arrive is found again and not booked twice.
    const id = before && isSame(before.body, wanted) ? before.id : newId('vis');
    return this.send({ id, body: { ...wanted, id }, caregiverName: name });
  },
  sendAgain() {
    return this.send(draftOf<Draft>(forWhom(DRAFT))!);
  },
  send(draft: Draft) {
    return act(this, async () => {
      keepDraft(forWhom(DRAFT), draft);
      try {
        this.show(await post('/v1/visits', draft.body));
      } catch (error) {
        this.setData({
          caregiverName: draft.caregiverName,
          unsure: this.data.unsure || !isRefusedForNow(error),
        });
        if (isDecided(error)) await this.refused(draft, troubleOf(error));
        throw error;
      }
    });
  },
  /** A clear no: nothing was booked. What has changed meanwhile is fetched, so that the next tap can succeed. */
  async refused({ body }: Draft, { code, field }: { code: string; field: string }) {
    this.setData({ unsure: false });
    if (field.startsWith('address')) this.to('where');
    // With too little money, or something to agree to, the form waits for it, even if the mini program is closed for it.
    if (!WAITS_FOR.includes(code)) dropDraft(forWhom(DRAFT));
    if (CHANGED_MEANWHILE.includes(code)) await this.search(body);
  },
  show(booked: Shapes['VisitView']) {
    dropDraft(forWhom(DRAFT));
    this.setData({ booked, unsure: false });
    this.to('booked');
  },

  // --- booked

  toVisit() {
    void wx.redirectTo({ url: `/packages/tracking/visit/visit?id=${this.data.booked!.id}` });
  },
  openSetting() {
    void wx.openSetting({});
  },
  go: follow,
});

/** A clear no that something elsewhere makes a yes. */
const WAITS_FOR = ['care.not_enough_money', 'care.health_not_agreed'];

const CHANGED_MEANWHILE = [
  'care.slot_taken',
  'care.price_changed',
  'care.caregiver_unavailable',
  'care.not_working',
];

/** Decided, or not even looked at (too often, not signed in): either way this try booked nothing. */
const isRefusedForNow = (error: unknown) => error instanceof Refusal && error.status < 500;

function summaryOf(service: string, { start_at, duration_min, address }: Wish) {
  return `${service}，${nameOf({ start: Date.parse(start_at), minutes: duration_min })}，${address.text}`;
}

const isSame = ({ id: _, ...before }: Shapes['BookVisit'], wanted: object) =>
  JSON.stringify(sorted(before)) === JSON.stringify(sorted(wanted));

const sorted = (each: object) => Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1));

import { actForPerson } from '../../../services/family';
import { get, put, type Shapes } from '../../../services/request';
import { SCREEN, act, load } from '../../../services/screen';
import { spoken } from '../../../services/words';

type Wish = Shapes['DigestView'];

/** Where children of ours live: of places on one line the clocks agree (`tests/unit/test_mini_program_agrees.py`). */
const PLACES = [
  { zone: 'Asia/Shanghai', name: '国内' },
  { zone: 'Asia/Tokyo', name: '东京、首尔' },
  { zone: 'Asia/Singapore', name: '新加坡' },
  { zone: 'Australia/Sydney', name: '悉尼、墨尔本' },
  { zone: 'Pacific/Auckland', name: '奥克兰' },
  { zone: 'Asia/Dubai', name: '迪拜' },
  { zone: 'Europe/London', name: '伦敦' },
  { zone: 'Europe/Paris', name: '巴黎、柏林' },
  { zone: 'America/New_York', name: '纽约、多伦多' },
  { zone: 'America/Chicago', name: '芝加哥' },
  { zone: 'America/Los_Angeles', name: '洛杉矶' },
  { zone: 'America/Vancouver', name: '温哥华' },
];
const HOURS = [8, 12, 18, 20, 21];

Page({
  data: {
    ...SCREEN,
    places: PLACES,
    hours: HOURS.map((hour) => ({ hour, name: `${hour} 点` })),
    wish: null as Wish | null,
    zone: '',
    next: '',
    people: [] as object[],
  },
  onShow() {
    return this.refresh();
  },
  onPullDownRefresh() {
    return this.refresh();
  },
  refresh() {
    return load(
      this,
      'digest',
      () => get('/v1/me/digest'),
      ({ digest, people }) => ({
        ...wished(digest),
        people: people.map((each) => ({ ...each, name: each.name_masked ?? '家人' })),
      }),
    );
  },
  choosePlace(event: WechatMiniprogram.TouchEvent) {
    return this.save(event.currentTarget.dataset.zone as string, this.data.wish!.hour);
  },
  chooseHour(event: WechatMiniprogram.TouchEvent) {
    return this.save(this.data.zone, event.currentTarget.dataset.hour as number);
  },
  off() {
    return this.save(this.data.zone, null);
  },
  save(zone: string, hour: number | null) {
    return act(this, async () => {
      this.setData(wished(await put('/v1/me/digest', { zone, hour })));
    });
  },
  /** The family page says whom they act for; here a tap leads straight there. */
  open(event: WechatMiniprogram.TouchEvent) {
    const { person } = event.currentTarget.dataset as { person: string };
    return act(this, () => actForPerson(person));
  },
});

const wished = (wish: Wish) => ({
  wish,
  zone: wish.zone ?? 'Asia/Shanghai',
  next: wish.next_at ? `下一份：北京时间${spoken(wish.next_at)}` : '',
});

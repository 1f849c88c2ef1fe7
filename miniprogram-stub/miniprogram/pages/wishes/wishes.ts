import { get, put, type Shapes } from '../../services/request';
import { SCREEN, act, load, settle } from '../../services/screen';
import { spoken } from '../../services/words';

type Wishes = Shapes['PreferencesView'];
type Name = Exclude<keyof Shapes['SetPreferences'], 'again'>;

const WAYS: { name: Name; title: string; about: string }[] = [
  { name: 'wechat', title: '微信提醒', about: '您在微信里点过“允许”的，优先发微信' },
  { name: 'sms', title: '短信', about: '微信发不了的时候，发到您留的手机号' },
  { name: 'reminders', title: '上门前提醒', about: '前一天晚上、上门前两小时，各提醒一次' },
  {
    name: 'calls',
    title: '打电话念给我听',
    about: '上门的事先打电话念一遍，听明白按 1；没人接就发短信',
  },
  { name: 'short', title: '说得短一点', about: '消息只说要紧的一句' },
];

Page({
  data: { ...SCREEN, wishes: null as Wishes | null, ways: [] as object[], silenced: '' },
  onShow() {
    return this.refresh();
  },
  refresh() {
    return load(this, 'wishes', () => get('/v1/me/preferences'), rendered);
  },
  change(event: WechatMiniprogram.TouchEvent) {
    const name = event.currentTarget.dataset.name as Name;
    return this.save({ ...this.data.wishes!, [name]: !this.data.wishes![name] });
  },
  again() {
    return this.save(this.data.wishes!, true);
  },
  save({ wechat, sms, reminders, short, calls }: Wishes, again = false) {
    return act(this, async () => {
      settle(
        this,
        'wishes',
        await put('/v1/me/preferences', { wechat, sms, reminders, short, calls, again }),
        rendered,
      );
    });
  },
});

const rendered = (wishes: Wishes) => ({
  wishes,
  silenced: wishes.silenced_at ? spoken(wishes.silenced_at) : '',
  ways: WAYS.map((way) => ({ ...way, on: wishes[way.name] })),
});

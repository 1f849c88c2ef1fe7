import { me, remember } from '../../services/auth';
import { HOTLINE } from '../../services/config';
import { canScan, scan } from '../../services/face';
import { follow, go } from '../../services/go';
import { newId } from '../../services/ids';
import { draftOf, dropDraft, keepDraft } from '../../services/keep';
import { Refusal, Unreachable, get, isDecided, post, put, type Shapes } from '../../services/request';
import { say } from '../../services/said';
import { Hindrance, SCREEN, act, load } from '../../services/screen';

const CHECK = 'face';
/** No words of hers are kept on the phone: `finished` once the camera is done and only the result is missing. */
interface Check {
  id: string;
  finished: boolean;
}
/** Of whom the check is that was begun last, in memory alone. */
let scanned = '';
interface Found {
  member: Shapes['MeView'];
  ways: Shapes['WaysView'];
}

Page({
  data: {
    ...SCREEN,
    fields: ['name', 'id_number'],
    proven: '',
    name: '',
    id_number: '',
    ways: [] as ReturnType<typeof others>,
    isElsewhere: false,
    /** What is said of a face check whose result is not there yet. */
    waiting: '',
  },
  onShow() {
    return this.refresh();
  },
  refresh() {
    const fetch = async (): Promise<Found> => {
      const [member, ways] = await Promise.all([
        get('/v1/me'),
        get('/v1/me/ways', {}, { phone_can_scan: String(canScan()) }),
      ]);
      return { member, ways };
    };
    return load(this, 'identity', fetch, ({ member, ways }) => {
      remember(member);
      const waiting = draftOf<Check>(CHECK)?.finished && !member.identity_proven ? STILL_WAITING : '';
      return { proven: shownName(), ways: others(ways), waiting };
    });
  },
  typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ [event.currentTarget.dataset.key as string]: event.detail.value });
  },
  prove() {
    return this.tryOut(() => this.asTyped('name_number'));
  },
  choose(event: WechatMiniprogram.TouchEvent) {
    const { way, to } = event.currentTarget.dataset as { way: Way; to: string };
    say({ name: this.data.name, id_number: this.data.id_number });
    if (to) return go(to);
    if (way === 'phone') return this.tryOut(() => this.asTyped('phone'));
    if (way === 'face') return this.tryOut(() => this.scan());
    if (way === 'people') return this.review();
    wx.makePhoneCall({ phoneNumber: HOTLINE, fail: () => {} });
  },
  async tryOut(way: () => Promise<void>) {
    await act(this, async () => {
      const { name, id_number } = this.data;
      if (!name.trim()) throw new Hindrance(empty('name', '还没有填姓名。'));
      if (!id_number.trim()) throw new Hindrance(empty('id_number', '还没有填身份证号。'));
      await way();
    });
    const isElsewhere = this.data.trouble?.code === 'identity.person_already_bound';
    this.setData({ isElsewhere, proven: shownName() });
    // After a refusal a person of ours can decide on what was typed.
    if (this.data.trouble) this.setData({ ways: others(await this.waysNow()) });
  },
  /** Nothing new to offer is no reason to hide what went wrong. */
  async waysNow(): Promise<Shapes['WaysView']> {
    try {
      return await get('/v1/me/ways', {}, { phone_can_scan: String(canScan()) });
    } catch (error) {
      if (!(error instanceof Refusal || error instanceof Unreachable)) throw error;
      return { items: this.data.ways };
    }
  },
  async asTyped(way: 'name_number' | 'phone') {
    const { name, id_number } = this.data;
    remember(await put('/v1/me/identity', { name, id_number, way }));
  },
  async scan() {
    const { name, id_number } = this.data;
    const before = draftOf<Check>(CHECK);
    const words = `${name} ${id_number}`;
    const isSame = before && scanned === words;
    if (isSame && before.finished) return this.askForResult(true);
    const draft = keepDraft(CHECK, isSame ? before : { id: newId('face'), finished: false });
    scanned = words;
    const { token } = await this.decidedOr(post('/v1/me/face-checks', { id: draft.id, name, id_number }));
    const finished = token ? await scan(token) : true;
    keepDraft(CHECK, { ...draft, finished });
    await this.askForResult(finished);
  },
  look() {
    return act(this, () => this.askForResult(true)).then(() => this.setData({ proven: shownName() }));
  },
  async askForResult(finished: boolean) {
    const { id } = draftOf<Check>(CHECK)!;
    const told = await this.decidedOr(
      post('/v1/me/face-checks/{check_id}/result', undefined, { check_id: id }),
    );
    if (told.state === 'passed') {
      dropDraft(CHECK);
      remember(await get('/v1/me'));
      return this.setData({ waiting: '' });
    }
    if (!finished) throw new Hindrance(NOT_FINISHED);
    this.setData({ waiting: told.sentence });
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },
  /** A check that is decided is not taken up again: the next tap begins another. */
  async decidedOr<T>(asked: Promise<T>): Promise<T> {
    try {
      return await asked;
    } catch (error) {
      if (isDecided(error)) {
        dropDraft(CHECK);
        this.setData({ waiting: '' });
      }
      throw error;
    }
  },
  review() {
    go(`/packages/help/ask/ask?about=${me()!.person_id}&cause=identity.name_differs`);
  },
  go: follow,
  next() {
    void wx.redirectTo({ url: '/pages/activate/activate' });
  },
});

type Way = Shapes['WayView']['way'];

const shownName = () => (me()?.identity_proven ? (me()?.name_masked ?? '') : '');

const ABOUT: Record<Way, string> = {
  name_number: '',
  phone: '问运营商：这个手机号是不是用您的身份证办的',
  face: '对着手机照一下脸，约半分钟',
  people: '您填的我们留着，不用再填',
  paper: '拿着身份证拍一张，人工对着看，当天有结果',
  hotline: `打 ${HOTLINE}，人工帮您办`,
  voice: '',
};

const PAPER = '/packages/me/paper/paper';

/** Where what is in the way can be changed. */
const PLACES: Partial<Record<NonNullable<Shapes['WayView']['obstacle']>, string>> = {
  not_agreed: '/packages/me/consents/consents?kind=face',
  no_phone: '/pages/phone/phone',
};

/** Beside the one whose fields are on the page; what this phone cannot do at all is not offered. */
const others = ({ items }: { items: Shapes['WayView'][] }) =>
  items
    .filter(({ way, obstacle }) => way !== 'name_number' && (!obstacle || PLACES[obstacle]))
    .map((each) => ({
      ...each,
      about: each.why_not ?? ABOUT[each.way],
      to: (each.obstacle ? PLACES[each.obstacle] : each.way === 'paper' ? PAPER : '') ?? '',
    }));

const STILL_WAITING = '上次刷脸的结果还没有看。点下面看看出来没有；您不用等着，结果一出来就通知您。';

const NOT_FINISHED = {
  message: '脸还没有刷完。',
  next_step: '再点一次“刷脸”接着刷；不想刷了，就换下面一种办法。',
  field: '',
  code: 'phone.face_not_finished',
};

const empty = (field: string, message: string) => ({
  message,
  next_step: '请照着身份证填，再点一次。',
  field,
  code: 'phone.empty',
});

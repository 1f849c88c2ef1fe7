import { actingFor, forWhom, may, whose } from '../../services/acting';
import { me, session } from '../../services/auth';
import { follow } from '../../services/go';
import { draftOf } from '../../services/keep';
import { look, setLook } from '../../services/look';
import { get, type Shapes } from '../../services/request';
import { SCREEN, keepLooking, load, stopLooking } from '../../services/screen';
import { spoken } from '../../services/words';

interface Found {
  cards: Shapes['CardsView'];
  visits: Shapes['VisitsView'];
  /** Asked for only until there is a card. */
  way: Shapes['TimelineView'] | null;
}

const AHEAD = ['asked', 'booked', 'accepted', 'on_the_way', 'in_service'];
const NOT_COME_ABOUT = ['declined', 'lapsed', 'missed', 'not_approved'];
/** So long after its end a visit is still news on the first screen. */
const NEWS_MS = 3 * 24 * 3_600_000;

const WAYS = [
  { name: '账单', to: '/packages/bills/bills/bills', scope: 'pay' },
  { name: '余额和充值', to: '/packages/bills/wallet/wallet', scope: 'pay' },
  { name: '消息', to: '/pages/inbox/inbox' },
  { name: '我的求助', to: '/packages/help/cases/cases', scope: 'dispute' },
  { name: '家人', to: '/packages/family/family/family' },
  { name: '设置', to: '/pages/settings/settings' },
] as const;
const WARD = { name: '监护', to: '/packages/family/ward/ward' };

Page({
  data: {
    ...SCREEN,
    elder: false,
    way: null as Shapes['TimelineView'] | null,
    ahead: [] as ReturnType<typeof aheadOf>,
    news: [] as ReturnType<typeof newsOf>,
    unanswered: false,
    cards: [] as Shapes['CardView'][],
    ways: [] as { name: string; to: string }[],
    mayBook: true,
    movedAway: '',
  },
  onShow() {
    if (!session()) return void wx.reLaunch({ url: '/pages/login/login' });
    if (me()?.caregiver_id && !actingFor())
      return void wx.reLaunch({ url: '/packages/caregiver/agenda/agenda' });
    const ways = WAYS.filter((way) => !('scope' in way) || may(way.scope));
    const isGuardian = actingFor()?.is_guardian ?? false;
    const mayBook = may('book');
    const movedAt = me()?.moved_away_at;
    this.setData({ movedAway: movedAt ? spoken(movedAt) : '' });
    this.setData({ elder: look().elder, unanswered: Boolean(draftOf(forWhom('visit'))), mayBook });
    this.setData({ ways: isGuardian ? [...ways, WARD] : ways });
    keepLooking(this, () => this.refresh());
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
  refresh() {
    const fetch = async (): Promise<Found> => {
      const [cards, visits] = await Promise.all([get('/v1/cards'), get('/v1/visits')]);
      const isReady = cards.items.length > 0;
      const way = isReady ? null : await get('/v1/timeline/{subject_id}', { subject_id: whose() });
      return { cards, visits, way };
    };
    return load(this, 'home', fetch, ({ cards, visits, way }) => ({
      cards: cards.items,
      way,
      ahead: aheadOf(visits),
      news: newsOf(visits),
    }));
  },
  switchLook() {
    this.setData({ elder: setLook({ elder: !look().elder }).elder });
  },
  go: follow,
});

/** Those still to come or under way, the next one first; the list itself is latest first. */
const aheadOf = ({ items }: Shapes['VisitsView']) =>
  items
    .filter(({ status }) => AHEAD.includes(status))
    .reverse()
    .map((visit) => ({
      ...visit,
      when: spoken(visit.start_at),
      what: visit.status === 'in_service' ? '正在上门' : '接下来的上门',
    }));

/** What ended lately and wants something from her: nobody came, or a visit to be reviewed. */
const newsOf = ({ items }: Shapes['VisitsView']) =>
  items
    .filter(({ end_at }) => Date.parse(end_at) > Date.now() - NEWS_MS)
    .filter(({ status, review }) => NOT_COME_ABOUT.includes(status) || (status === 'done' && !review))
    .map((visit) => ({ ...visit, when: spoken(visit.start_at) }));

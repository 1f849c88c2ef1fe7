// For whom the person at this phone does things: themselves, or somebody of their family who lets them.
import { me } from './auth';
import { forgetCopies } from './keep';
import type { Shapes } from './request';

const ACTING = 'acting';
export type Mine = Shapes['MineView'];
export type Scope = Mine['scopes'][number];

/** The routes on which somebody of the family may act; all others are always the person's own (`tests/unit`). */
export const ROUTES_FOR_FAMILY = [
  'GET /v1/cards',
  'GET /v1/cards/{card_id}',
  'GET /v1/cards/{card_id}/diagnosis',
  'POST /v1/cards/activations',
  'GET /v1/visits',
  'GET /v1/visits/{visit_id}',
  'POST /v1/visits',
  'POST /v1/visits/{visit_id}/cancel',
  'POST /v1/visits/{visit_id}/approve',
  'POST /v1/visits/{visit_id}/reschedule',
  'POST /v1/visits/{visit_id}/review',
  'GET /v1/wallet',
  'GET /v1/wallet/entries',
  'POST /v1/wallet/top-ups',
  'GET /v1/bills',
  'GET /v1/bills/{visit_id}',
  'GET /v1/timeline/{subject_id}',
  'GET /v1/cases',
  'GET /v1/cases/{case_id}',
  'POST /v1/cases',
  'POST /v1/cases/{case_id}/messages',
];

interface Words {
  name: string;
  about: string;
}

/** `theirs`: for who is to act, where it is not said as to the person whose things they are. */
const SCOPES: (Words & { scope: Scope; theirs?: Words })[] = [
  { scope: 'view_visits', name: '看上门和卡', about: '什么时候谁来、到哪一步了；这一样总是有的' },
  {
    scope: 'book',
    name: '约护工',
    about: '替我约、改时间、取消、评价',
    theirs: { name: '约护工', about: '替老人约、改时间、取消、评价' },
  },
  {
    scope: 'pay',
    name: '花我的余额',
    about: '每天不超过我定的额度；超过的要我点头',
    theirs: { name: '花老人的余额', about: '每天不超过下面的额度；超过的要老人答应' },
  },
  {
    scope: 'dispute',
    name: '替我求助',
    about: '遇到问题，替我说、替我问',
    theirs: { name: '替老人求助', about: '遇到问题，替老人说、替老人问' },
  },
  { scope: 'view_health', name: '看身体情况', about: '预约时写的需要，比如要人翻身' },
  {
    scope: 'manage_cards',
    name: '激活卡',
    about: '替我激活新的卡',
    theirs: { name: '激活卡', about: '替老人激活新的卡' },
  },
];

const wordsOf = (each: (typeof SCOPES)[number], acting: boolean) => (acting && each.theirs) || each;

/** To who may do these things, or gave leave to. */
export const namesOf = (scopes: string[], acting: boolean) =>
  SCOPES.filter(({ scope }) => scopes.includes(scope))
    .map((each) => wordsOf(each, acting).name)
    .join('、');

export const choicesOf = (acting: boolean) =>
  SCOPES.map((each) => ({ ...wordsOf(each, acting), scope: each.scope }));

/** Null: themselves. */
export const actingFor = (): Mine | null => wx.getStorageSync<Mine>(ACTING) || null;

/** Whose things are shown. */
export const whose = () => actingFor()?.person_id ?? me()!.person_id;

export const may = (scope: Scope) => actingFor()?.scopes.includes(scope) ?? true;

export const nameOf = ({ name_masked }: Mine) => name_masked ?? '家人';

/** A command that waits for its answer is kept apart for each person whose things are done here. */
export const forWhom = (kind: string) => `${kind}/${actingFor()?.person_id ?? 'own'}`;

/** Of another one nothing that was read stays on the phone. */
export function actAs(mine: Mine | null) {
  if (mine?.person_id !== actingFor()?.person_id) forgetCopies();
  if (mine) wx.setStorageSync(ACTING, mine);
  else wx.removeStorageSync(ACTING);
}

export function switchTo(mine: Mine | null) {
  actAs(mine);
  void wx.reLaunch({ url: '/pages/home/home' });
}

export const asGuardian = (ward: string): Record<string, string> => ({ 'X-Acting-For': ward });

export function headersFor(route: string): Record<string, string> {
  const mine = ROUTES_FOR_FAMILY.includes(route) ? actingFor() : null;
  return mine ? asGuardian(mine.person_id) : {};
}

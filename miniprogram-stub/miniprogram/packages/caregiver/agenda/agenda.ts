import { follow } from '../../../services/go';
import { get, type Shapes } from '../../../services/request';
import { SCREEN, keepLooking, load, stopLooking } from '../../../services/screen';
import { dayOf, spokenDay, spokenSpan, spokenTime } from '../../../services/words';

import { YOURS } from '../yours';

const WAYS = [
  { name: '消息', to: '/pages/inbox/inbox' },
  { name: '设置', to: '/pages/settings/settings' },
];

Page({
  data: { ...SCREEN, days: [] as ReturnType<typeof byDay>, ways: WAYS },
  onShow() {
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
    return load(
      this,
      'agenda',
      () => get('/v1/caregiver/agenda'),
      ({ items }) => ({ days: byDay(items) }),
    );
  },
  go: follow,
});

function byDay(visits: Shapes['VisitView'][]) {
  const days = new Map<string, { name: string; jobs: object[] }>();
  for (const visit of visits) {
    const start = Date.parse(visit.start_at);
    const name = spokenDay(dayOf(start));
    if (!days.has(name)) days.set(name, { name, jobs: [] });
    days.get(name)!.jobs.push({
      ...visit,
      status_name: YOURS[visit.status],
      time: `${spokenTime(start)}，${spokenSpan(visit.duration_min)}`,
    });
  }
  return [...days.values()];
}

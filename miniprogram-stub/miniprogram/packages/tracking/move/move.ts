import { DAYTIME, NIGHT, daysToChoose, hoursOf } from '../../../services/choices';
import { back } from '../../../services/go';
import { get, post, type Shapes } from '../../../services/request';
import { SCREEN, act, load } from '../../../services/screen';
import { asSent, spoken } from '../../../services/words';

type Step = 'day' | 'hour' | 'sure' | 'moved';

Page({
  data: {
    ...SCREEN,
    id: '',
    step: 'day' as Step,
    visit: null as Shapes['VisitView'] | null,
    before: '',
    days: [] as ReturnType<typeof daysToChoose>,
    hours: [] as ReturnType<typeof hoursOf>,
    nights: [] as ReturnType<typeof hoursOf>,
    night: false,
    start: 0,
    after: '',
    free: [] as { start: number; name: string }[],
  },
  onLoad({ id }: { id?: string }) {
    this.setData({ id: id ?? '' });
    return this.refresh();
  },
  refresh() {
    const { id } = this.data;
    return load(
      this,
      `move/${id}`,
      () => get('/v1/visits/{visit_id}', { visit_id: id }),
      (visit) => ({ visit, before: spoken(visit.start_at), days: daysToChoose(Date.now()) }),
    );
  },
  to(step: Step) {
    this.setData({ step, trouble: null });
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
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
    const start = event.currentTarget.dataset.start as number;
    this.setData({ start, after: spoken(asSent(start)), free: [] });
    this.to('sure');
  },
  another() {
    if (!this.data.busy) this.to('day');
  },
  /** The same time again changes nothing, so it may be sent again whatever became of the first. */
  move() {
    return act(this, async () => {
      const { id, start } = this.data;
      try {
        const visit = await post(
          '/v1/visits/{visit_id}/reschedule',
          { start_at: asSent(start) },
          { visit_id: id },
        );
        this.setData({ visit, free: [] });
        this.to('moved');
      } catch (error) {
        this.setData({ free: freeTimes(error) });
        throw error;
      }
    });
  },
  done() {
    back();
  },
});

/** The refusal of a taken time names the free ones. */
function freeTimes(error: unknown) {
  const facts = (error as { body?: { facts?: { free_at?: string[] } } }).body?.facts;
  return (facts?.free_at ?? []).map((iso) => ({ start: Date.parse(iso), name: spoken(iso) }));
}

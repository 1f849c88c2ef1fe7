import { follow } from '../../../services/go';
import { get, type Shapes } from '../../../services/request';
import { SCREEN, listed, load, more } from '../../../services/screen';
import { spoken, spokenSpan, yuan } from '../../../services/words';

const SOURCES: Record<Shapes['PaidFromView']['source'], string> = { prepaid_balance: '余额' };

Page({
  data: { ...SCREEN, bills: [] as ReturnType<typeof rendered>[], next: null as string | null },
  onShow() {
    return this.refresh();
  },
  onPullDownRefresh() {
    return this.refresh();
  },
  refresh() {
    return load(this, 'bills', () => get('/v1/bills'), listed('bills', rendered));
  },
  more() {
    return more(this, 'bills', (after) => get('/v1/bills', {}, { after }), rendered);
  },
  go: follow,
});

function rendered(bill: Shapes['BillView']) {
  return {
    ...bill,
    amount: yuan(bill.amount_fen),
    time: `${spoken(bill.checked_in_at)}开始，实际${spokenSpan(bill.actual_minutes)}`,
    lines: bill.lines.map((line) => ({
      ...line,
      each: yuan(line.half_hour_fen),
      amount: yuan(line.amount_fen),
    })),
    paid: bill.paid_from.map(({ source, amount_fen }) => ({
      name: SOURCES[source],
      amount: yuan(amount_fen),
    })),
    released: bill.released_fen ? yuan(bill.released_fen) : '',
  };
}

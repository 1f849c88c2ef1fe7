// What time it is: the stack's clock, which a person can move.
import { ask } from './phone.js';

const MachineDate = Date;
let aheadMs = 0;

globalThis.Date = class extends MachineDate {
  constructor(...given) {
    if (given.length) super(...given);
    else super(MachineDate.now() + aheadMs);
  }
  static now() {
    return MachineDate.now() + aheadMs;
  }
};

export async function syncClock() {
  const { now } = await ask('GET', '/clock');
  aheadMs = MachineDate.parse(now) - MachineDate.now();
}

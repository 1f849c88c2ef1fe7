// What can be chosen at each step of a booking, worked out without asking anybody.
import type { Shapes } from '../../../services/request';
import { dayOf, instantOf, spokenDay, spokenSpan, spokenTime } from '../../../services/words';

/** The backend takes starts up to 7 × 24 hours ahead (features.md #64); the eighth day is there until its hour. */
const DAYS_AHEAD = 7;
const USUAL_MIN = 120;
const USUAL_HOURS = [9, 14];
const HALF_HOURS = Array.from({ length: 48 }, (_, half) => half);
export const SPANS = [60, 90, 120, 180, 240, 360, 480];

export interface Time {
  start: number;
  minutes: number;
}

/** Six usual times on the next three days, each one tap. */
export function usualTimes(now: number): (Time & { name: string })[] {
  const tomorrow = dayOf(now) + 1;
  return [0, 1, 2].flatMap((days) =>
    USUAL_HOURS.map((hour) => {
      const start = instantOf(tomorrow + days, hour);
      return { start, minutes: USUAL_MIN, name: nameOf({ start, minutes: USUAL_MIN }) };
    }),
  );
}

export const nameOf = ({ start, minutes }: Time) =>
  `${spokenDay(dayOf(start))}${spokenTime(start)}，${spokenSpan(minutes)}`;

export function daysToChoose(now: number) {
  const today = dayOf(now);
  return Array.from({ length: DAYS_AHEAD + 1 }, (_, ahead) => ({
    day: today + ahead,
    name: spokenDay(today + ahead),
  }));
}

/** Half hours of a day that are still to come. */
export function timesOf(day: number, now: number) {
  return HALF_HOURS.map((half) => instantOf(day, Math.floor(half / 2), (half % 2) * 30))
    .filter((start) => start > now)
    .map((start) => ({ start, name: spokenTime(start) }));
}

export const spansOf = (service: Shapes['ServiceView']) =>
  SPANS.filter((minutes) => minutes >= service.least_min && minutes <= service.most_min).map((minutes) => ({
    minutes,
    name: spokenSpan(minutes),
  }));

/** Homes of earlier visits, latest first, each once. */
export function placesOf({ items }: Shapes['VisitsView']): Shapes['Address'][] {
  const places = new Map<string, Shapes['Address']>();
  for (const { address, location } of items) {
    if (address && location && !places.has(address)) {
      places.set(address, { text: address, location: { ...location, datum: 'GCJ02' } });
    }
  }
  return [...places.values()].slice(0, 3);
}

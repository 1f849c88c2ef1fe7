// What can be chosen at each step of a booking, worked out without asking anybody.
import type { Shapes } from './request';
import { DAY_MS, dayOf, instantOf, spokenDay, spokenSpan, spokenTime } from './words';

/** The backend takes starts up to 7 × 24 hours ahead (features.md #64); the eighth day is there until its hour. */
const DAYS_AHEAD = 7;
const USUAL_MIN = 120;
const USUAL_HOURS = [9, 14];
const SPANS = [60, 90, 120, 180, 240, 360, 480, 600, 720];
export const FIRST_DAYS = 3;
export const ALL_DAYS = 7;

const halfHours = (from: number, to: number) =>
  Array.from({ length: (to - from) * 2 }, (_, half) => from + half / 2);
export const DAYTIME = halfHours(6, 22);
export const NIGHT = [...halfHours(0, 6), ...halfHours(22, 24)];

export interface Time {
  start: number;
  minutes: number;
}

/** Morning and afternoon of the next days, each one tap; a time beyond what can be booked is left out. */
export function usualTimes(now: number, days: number): (Time & { name: string })[] {
  const today = dayOf(now);
  return Array.from({ length: days }, (_, later) => today + 1 + later)
    .flatMap((day) => USUAL_HOURS.map((hour) => ({ start: instantOf(day, hour), minutes: USUAL_MIN })))
    .filter(({ start }) => isBookable(start, now))
    .map((time) => ({ ...time, name: nameOf(time, today) }));
}

const isBookable = (start: number, now: number) => start > now && start <= now + DAYS_AHEAD * DAY_MS;

export const nameOf = ({ start, minutes }: Time, today = dayOf(Date.now())) =>
  `${spokenDay(dayOf(start), today)}${spokenTime(start)}，${spokenSpan(minutes)}`;

export function daysToChoose(now: number) {
  const today = dayOf(now);
  return Array.from({ length: DAYS_AHEAD + 1 }, (_, ahead) => ({
    day: today + ahead,
    name: spokenDay(today + ahead, today),
  }));
}

/** The half hours of a day that can still be booked, of those given as hours since midnight. */
export const hoursOf = (day: number, now: number, hours: number[]) =>
  hours
    .map((hour) => instantOf(day, hour))
    .filter((start) => isBookable(start, now))
    .map((start) => ({ start, name: spokenTime(start) }));

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

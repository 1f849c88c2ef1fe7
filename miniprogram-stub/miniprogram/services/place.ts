// Places: how far apart, and what to do when there is none.
import { HOTLINE } from './config';
import { Hindrance } from './screen';

/** WeChat's number for “no consent to the privacy guideline”. */
const NO_CONSENT = 104;

/** `so` is what that means here, `call` what a person on the telephone can do instead. */
export function withoutPlace(error: { errMsg: string; errno?: number }, so: string, call: string): Hindrance {
  const byPhone = `或者打电话 ${HOTLINE}，${call}。`;
  if (error.errno === NO_CONSENT) {
    return new Hindrance({
      message: `没有您的同意，看不到位置，${so}`,
      next_step: `再点一次，选“同意，继续”；${byPhone}`,
      field: '',
      code: 'phone.no_consent',
    });
  }
  return new Hindrance({
    message: `没有拿到位置，${so}`,
    next_step: `请打开位置权限，再点一次；${byPhone}`,
    field: '',
    code: 'phone.location_denied',
  });
}

interface Point {
  lat: number;
  lng: number;
}

const METRES_PER_DEGREE = 111_195;

/** Good to a per cent within a city, which is all that a question to a person needs. */
export function metresBetween(one: Point, other: Point): number {
  const north = (one.lat - other.lat) * METRES_PER_DEGREE;
  const east = (one.lng - other.lng) * METRES_PER_DEGREE * Math.cos((one.lat * Math.PI) / 180);
  return Math.hypot(north, east);
}

// Why there is no place, and what to do: the person did not agree, or the phone's permission is off.
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

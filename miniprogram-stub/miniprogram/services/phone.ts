// The phone number, as WeChat's own button hands it over.
import { remember } from './auth';
import { post } from './request';

/** False when the person said no; the number is then simply not given. */
export async function bindPhoneNumber({ code }: { code?: string }): Promise<boolean> {
  if (!code) return false;
  remember(await post('/v1/me/phone', { code, otp_id: null, otp: null }));
  return true;
}

// Logging in by WeChat: silently, once at a time, again when the session has ended.
import { Refusal, Unreachable, exchange, isRefusal, type Shapes } from './request';
import { forgetEverything } from './keep';

const SESSION = 'session';
type Session = Shapes['SignedInView'];

let underWay: Promise<Session> | null = null;

export const session = (): Session | null => wx.getStorageSync<Session>(SESSION) || null;

/** Who is logged in on this phone; null before the first login. */
export const me = (): Shapes['MeView'] | null => session()?.member ?? null;

export function remember(member: Shapes['MeView']) {
  const now = session();
  if (now) wx.setStorageSync(SESSION, { ...now, member });
}

export function logIn(): Promise<Session> {
  underWay ??= signIn().finally(() => (underWay = null));
  return underWay;
}

/** Whether it is still good the backend says; a phone's clock may be wrong. */
export const tokenNow = async () => session()?.token ?? freshToken();

export const freshToken = async () => (await logIn()).token;

export function signOut() {
  wx.removeStorageSync(SESSION);
  wx.removeStorageSync('acting');
  forgetEverything();
}

async function signIn(): Promise<Session> {
  const code = await wechatCode();
  const { statusCode, data } = await exchange('POST', '/v1/login', { code }, '');
  if (isRefusal(data)) throw new Refusal(statusCode, data);
  if (statusCode !== 200) throw new Unreachable('theirs');
  const signedIn = data as Session;
  const before = me();
  // Another person on this phone must not find what was kept for the last one.
  if (before && before.person_id !== signedIn.member.person_id) {
    forgetEverything();
    wx.removeStorageSync('acting');
  }
  wx.setStorageSync(SESSION, signedIn);
  return signedIn;
}

const wechatCode = () =>
  new Promise<string>((resolve, reject) => {
    wx.login({ success: ({ code }) => resolve(code), fail: () => reject(new Unreachable('network')) });
  });

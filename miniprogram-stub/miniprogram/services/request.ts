// One way to the backend, typed by its own OpenAPI document (api.d.ts, generated).
import type { components, paths } from './api';
import { stage } from './config';
import { asGuardian, headersFor } from './acting';
import { freshToken, tokenNow } from './auth';

export type Shapes = components['schemas'];
type Method = 'get' | 'post' | 'put';
type PathsOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, object> ? P : never;
}[keyof paths];
type Operation<M extends Method, P extends keyof paths> = paths[P] extends Record<M, infer O> ? O : never;
type Json<T> = T extends { content: { 'application/json': infer Body } } ? Body : never;
type Success<O> = O extends { responses: infer R } ? Json<R[keyof R & (200 | 201)]> : never;
type Sent<O> = O extends { requestBody: infer B } ? Json<B> : undefined;

interface Answer {
  statusCode: number;
  data: unknown;
}

const TIMEOUT_MS = 15_000;

/** The backend's “no”: both sentences may be shown as they are. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly body: Shapes['RefusalView'],
  ) {
    super(body.message);
  }
}

/** Whether the backend has decided on this very command; after any other trouble the same id must be sent again. */
export const isDecided = (error: unknown) =>
  error instanceof Refusal && error.status < 500 && ![401, 429].includes(error.status);

/**
 * No answer came: there is no network, or nothing came back in time, or what came was not the backend's. Only without
 * a network is it sure that the backend has not heard us.
 */
export class Unreachable extends Error {
  constructor(readonly why: 'network' | 'silence' | 'theirs') {
    super(why);
  }
}

type Slots = Record<string, string>;

export const get = <P extends PathsOf<'get'>>(path: P, slots: Slots = {}, query: Slots = {}) =>
  send<Success<Operation<'get', P>>>('GET', path, fill(path, slots) + asQuery(query), undefined);

/** What takes a guardian: `ward` is for whom, whoever is chosen elsewhere on this phone. */
export const getFor = <P extends PathsOf<'get'>>(ward: string, path: P) =>
  send<Success<Operation<'get', P>>>('GET', path, path, undefined, asGuardian(ward));

export const postFor = <P extends PathsOf<'post'>>(
  ward: string,
  path: P,
  body: Sent<Operation<'post', P>>,
  slots: Slots = {},
) => send<Success<Operation<'post', P>>>('POST', path, fill(path, slots), body, asGuardian(ward));

/** `body` is undefined exactly where the contract has none. */
export const post = <P extends PathsOf<'post'>>(
  path: P,
  body: Sent<Operation<'post', P>>,
  slots: Slots = {},
) => send<Success<Operation<'post', P>>>('POST', path, fill(path, slots), body);

export const put = <P extends PathsOf<'put'>>(path: P, body: Sent<Operation<'put', P>>) =>
  send<Success<Operation<'put', P>>>('PUT', path, path, body);

/** A session that has ended is renewed without a word, and the request sent once more. */
async function send<T>(
  method: 'GET' | 'POST' | 'PUT',
  route: string,
  path: string,
  body: unknown,
  headers = headersFor(`${method} ${route}`),
): Promise<T> {
  let answer = await exchange(method, path, body, await tokenNow(), headers);
  if (answer.statusCode === 401) answer = await exchange(method, path, body, await freshToken(), headers);
  if (answer.statusCode < 300) return answer.data as T;
  if (isRefusal(answer.data)) throw new Refusal(answer.statusCode, answer.data);
  throw new Unreachable('theirs');
}

export function exchange(
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body: unknown,
  token: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    wx.request({
      url: stage.api + path,
      method,
      data: body as WechatMiniprogram.IAnyObject,
      header: token ? { Authorization: `Bearer ${token}`, ...headers } : {},
      timeout: TIMEOUT_MS,
      success: ({ statusCode, data }) => resolve({ statusCode, data }),
      fail: ({ errMsg }) => reject(new Unreachable(errMsg.includes('timeout') ? 'silence' : 'network')),
    });
  });
}

export const isRefusal = (data: unknown): data is Shapes['RefusalView'] =>
  typeof data === 'object' && data !== null && 'next_step' in data && 'request_id' in data;

const asQuery = (query: Slots) => {
  const text = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return text.length ? `?${text.join('&')}` : '';
};

const fill = (path: string, slots: Slots) =>
  Object.entries(slots).reduce((filled, [name, value]) => filled.replace(`{${name}}`, value), path);

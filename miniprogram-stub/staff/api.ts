// The desk's way to the backend: typed by the same contract as the mini program.
import type { components } from '../miniprogram/services/api';

export type Shapes = components['schemas'];

/** The backend's “no”, or silence; both sentences may be shown as they are. */
export class Trouble extends Error {
  constructor(
    message: string,
    readonly next_step: string,
    readonly isDecided: boolean,
    readonly isSignedOut = false,
  ) {
    super(message);
  }
}

let token = sessionStorage.getItem('desk') ?? '';

export const isSignedIn = () => token !== '';

export function signedIn(given: string) {
  token = given;
  sessionStorage.setItem('desk', given);
}

export const get = <T>(path: string) => ask<T>('GET', path);
export const post = <T>(path: string, body?: object) => ask<T>('POST', path, body);
/** Something done for a person on the phone, who agreed. */
export const doFor = <T>(person: string, method: 'GET' | 'POST' | 'PUT', path: string, body?: object) =>
  ask<T>(method, path, body, person);

async function ask<T>(method: string, path: string, body?: object, person?: string): Promise<T> {
  const headers: Record<string, string> = token ? { Authorization: `Bearer ${token}` } : {};
  if (body) headers['Content-Type'] = 'application/json';
  if (person) headers['X-Acting-For'] = person;
  const asked = { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) };
  let answer: Response;
  try {
    answer = await fetch(`/api${path}`, asked);
  } catch {
    throw new Trouble('连不上后台。', '请看看网络，再点一次：不会办两次。', false);
  }
  const said = answer.headers.get('content-type')?.includes('json') ? await answer.json() : null;
  if (answer.ok && said) return said as T;
  if (answer.status === 401 && path !== '/v1/staff/login') signedIn('');
  if (!said) throw new Trouble('后台没有回应。', '请过一会儿再点一次：不会办两次。', false);
  const decided = answer.status < 500 && ![401, 429].includes(answer.status);
  throw new Trouble(said.message, said.next_step, decided, answer.status === 401);
}

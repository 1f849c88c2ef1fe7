// wx.request over the phone's network, which may be gone, or may lose what comes back.
import { phone } from './phone.js';

const LOST = { errMsg: 'request:fail timeout', errno: 5 };
const GONE = { errMsg: 'request:fail', errno: 600001 };

export function request(options) {
  const data = options.data instanceof ArrayBuffer ? { bytes: options.data.byteLength } : options.data;
  phone.record('request', { method: options.method, url: options.url, data });
  exchange(options).then(
    (answer) => {
      options.success?.(answer);
      options.complete?.(answer);
    },
    (error) => {
      options.fail?.(error);
      options.complete?.(error);
    },
  );
}

async function exchange({ url, method = 'GET', data, header = {}, timeout = 60_000 }) {
  if (phone.get('network') === 'off') throw GONE;
  const { pathname, search } = new URL(url);
  const isFile = data instanceof ArrayBuffer;
  let answer;
  try {
    answer = await fetch(`/${isFile ? 'files' : 'api'}${pathname}${search}`, {
      method,
      headers: { 'content-type': 'application/json', ...header },
      body: isFile ? data : method === 'GET' || data === undefined ? undefined : JSON.stringify(data),
      signal: AbortSignal.timeout(timeout),
    });
  } catch (error) {
    throw error.name === 'TimeoutError' ? LOST : GONE;
  }
  const text = await answer.text();
  if (phone.get('network') === 'answers_lost') throw LOST;
  return {
    data: isJson(answer) ? JSON.parse(text) : text,
    statusCode: answer.status,
    header: Object.fromEntries(answer.headers),
    errMsg: 'request:ok',
  };
}

const isJson = (answer) => answer.headers.get('content-type')?.startsWith('application/json');

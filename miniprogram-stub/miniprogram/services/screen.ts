// What every page does alike: dress, load, act once, and say what went wrong where it went wrong.
import { copyOf, keepCopy } from './keep';
import { Refusal, Unreachable } from './request';
import { spoken } from './words';
import { HOTLINE } from './config';

export interface Trouble {
  message: string;
  next_step: string;
  field: string;
  code: string;
}

interface Page {
  data: { busy: boolean };
  setData(change: object): void;
}

/** Something on the phone itself is in the way. */
export class Hindrance extends Error {
  constructor(readonly trouble: Trouble) {
    super(trouble.message);
  }
}

export type State = 'loading' | 'ready' | 'failed';

/** Every page's data begins with this. */
export const SCREEN = {
  state: 'loading' as State,
  busy: false,
  trouble: null as Trouble | null,
  /** What is shown is from an earlier time, in a sentence; empty when it is fresh. */
  kept: '',
};

/**
 * Fetches, renders and keeps a copy. Without a network the copy is shown and said to be one; without a copy the page
 * says what went wrong and offers to try again.
 */
export async function load<T>(page: Page, key: string, fetch: () => Promise<T>, render: (data: T) => object) {
  try {
    const data = await fetch();
    keepCopy(key, data);
    page.setData({ ...render(data), state: 'ready', kept: '', trouble: null });
  } catch (error) {
    const trouble = troubleOf(error);
    const copy = error instanceof Unreachable ? copyOf<T>(key) : null;
    if (copy) {
      const kept = `现在连不上网络。下面是${spoken(copy.at)}的内容，可能已经变了。`;
      page.setData({ ...render(copy.data), state: 'ready', kept });
    } else {
      page.setData({ state: 'failed', trouble });
    }
  }
  wx.stopPullDownRefresh();
}

/** Runs a command; a second tap while it is under way does nothing. */
export async function act(page: Page, command: () => Promise<void>) {
  if (page.data.busy) return;
  page.setData({ busy: true, trouble: null });
  try {
    await command();
  } catch (error) {
    page.setData({ trouble: troubleOf(error) });
  } finally {
    page.setData({ busy: false });
  }
}

export function troubleOf(error: unknown): Trouble {
  if (error instanceof Refusal) {
    const { message, next_step, field, code } = error.body;
    return { message, next_step, field: field ?? '', code };
  }
  if (error instanceof Unreachable) return NO_NETWORK;
  if (error instanceof Hindrance) return error.trouble;
  throw error;
}

const NO_NETWORK: Trouble = {
  message: '手机连不上网络。',
  next_step: `请看看 Wi-Fi 或流量开了没有，再点一次。着急的话，打电话 ${HOTLINE}，人工帮您办。`,
  field: '',
  code: 'phone.no_network',
};

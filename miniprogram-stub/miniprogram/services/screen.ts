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
  /** A person of ours has taken it up: there is a case to look at. */
  case_id?: string;
}

interface Page {
  data: { busy: boolean; state: State };
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

/** For pages that have nothing to fetch first. */
export const READY = { ...SCREEN, state: 'ready' as State };

/** How many commands a page has begun: what was asked for before the last one is out of date when it arrives. */
const commands = new WeakMap<Page, number>();
const commandsOf = (page: Page) => commands.get(page) ?? 0;

/**
 * Fetches, renders and keeps a copy. Without a network the copy is shown and said to be one; without a copy the page
 * says what went wrong and offers to try again. What a command was refused for stays until the next tap.
 */
export async function load<T>(page: Page, key: string, fetch: () => Promise<T>, render: (data: T) => object) {
  const before = commandsOf(page);
  if (page.data.state === 'failed') page.setData({ state: 'loading', trouble: null });
  try {
    const data = await fetch();
    if (commandsOf(page) !== before) return;
    keepCopy(key, data);
    page.setData({ ...render(data), state: 'ready', kept: '' });
  } catch (error) {
    if (commandsOf(page) !== before) return;
    // What is only read needs no word on whether it was done.
    const isSilence = error instanceof Unreachable && error.why === 'silence';
    const trouble = isSilence ? UNANSWERED.network : troubleOf(error);
    const copy = error instanceof Unreachable ? copyOf<T>(key) : null;
    if (copy) {
      const kept = `${trouble.message}下面是${spoken(copy.at)}的内容，可能已经变了。`;
      page.setData({ ...render(copy.data), state: 'ready', kept });
    } else {
      page.setData({ state: 'failed', trouble });
    }
  } finally {
    void wx.stopPullDownRefresh();
  }
}

/** What a command answered with: shown, and kept in place of the older copy. */
export function settle<T>(page: Page, key: string, data: T, render: (data: T) => object) {
  keepCopy(key, data);
  page.setData({ ...render(data), kept: '' });
  void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
}

/** Runs a command; a second tap while it is under way does nothing. */
export async function act(page: Page, command: () => Promise<void>) {
  if (page.data.busy) return;
  commands.set(page, commandsOf(page) + 1);
  page.setData({ busy: true, trouble: null });
  try {
    await command();
  } catch (error) {
    page.setData({ trouble: troubleOf(error) });
  } finally {
    page.setData({ busy: false });
  }
}

interface Listed<T> {
  items: T[];
  next: string | null;
}

/** A list from its beginning; `next` is where `more` goes on. `render` hears the place of each, to be its key. */
export const listed =
  <T>(list: string, render: (item: T, place: number) => object) =>
  ({ items, next }: Listed<T>) => ({ [list]: items.map(render), next });

/** What comes next in a list, shown below what stands there. */
export function more<T>(
  page: Page & { data: { next: string | null } },
  list: string,
  fetch: (after: string) => Promise<Listed<T>>,
  render: (item: T, place: number) => object,
) {
  return act(page, async () => {
    const { items, next } = await fetch(page.data.next!);
    const shown = (page.data as unknown as Record<string, object[]>)[list]!;
    const below = items.map((item, place) => render(item, shown.length + place));
    page.setData({ [list]: [...shown, ...below], next });
  });
}

export function troubleOf(error: unknown): Trouble {
  if (error instanceof Refusal) {
    const { message, next_step, field, code, case_id } = error.body;
    return { message, next_step, field: field ?? '', code, ...(case_id ? { case_id } : {}) };
  }
  if (error instanceof Unreachable) return UNANSWERED[error.why];
  if (error instanceof Hindrance) return error.trouble;
  throw error;
}

/** Something on this page that only its reader can fill in. */
export const missing = (message: string, next_step: string) =>
  new Hindrance({ message, next_step, field: '', code: 'phone.empty' });

const byPhone = `着急的话，打电话 ${HOTLINE}，人工帮您办。`;

/** What is known about a request that nobody answered. Every command may be sent again: nothing is done twice. */
const UNANSWERED: Record<Unreachable['why'], Trouble> = {
  network: {
    message: '手机连不上网络。',
    next_step: `请看看 Wi-Fi 或流量开了没有，再点一次。${byPhone}`,
    field: '',
    code: 'phone.no_network',
  },
  silence: {
    message: '没有收到回音，还不知道办成没有。',
    next_step: `再点一次没关系，不会办两次。${byPhone}`,
    field: '',
    code: 'phone.no_answer',
  },
  theirs: {
    message: '我们这边暂时没有回应，不是您手机的问题。',
    next_step: `请过一会儿再点一次，不会办两次。${byPhone}`,
    field: '',
    code: 'phone.backend_silent',
  },
};

const LOOKS_EVERY_MS = 15_000;
const timers = new WeakMap<object, number>();

/** Looks again every quarter of a minute while the page is in front. */
export function keepLooking(page: object, look: () => unknown) {
  stopLooking(page);
  timers.set(page, setInterval(look, LOOKS_EVERY_MS));
}

export function stopLooking(page: object) {
  clearInterval(timers.get(page) ?? 0);
  timers.delete(page);
}

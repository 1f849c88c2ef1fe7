// What the phone keeps: the last answers, for when there is no network, and commands until they are confirmed.

const COPY = 'copy/';
const DRAFT = 'draft/';
const KNOWN = 'kept-keys';

export interface Copy<T> {
  at: number;
  data: T;
}

export const copyOf = <T>(key: string): Copy<T> | null => wx.getStorageSync<Copy<T>>(COPY + key) || null;

export function keepCopy<T>(key: string, data: T) {
  store(COPY + key, { at: Date.now(), data });
}

/** A command with the id it was given when it was first meant: the same id is sent until an answer has come. */
export const draftOf = <T>(kind: string): T | null => wx.getStorageSync<T>(DRAFT + kind) || null;

export function keepDraft<T extends { id: string }>(kind: string, draft: T): T {
  store(DRAFT + kind, draft);
  return draft;
}

export function dropDraft(kind: string) {
  wx.removeStorageSync(DRAFT + kind);
}

/** What was read; a command that waits for its answer stays. */
export function forgetCopies() {
  const copies = known().filter((key) => key.startsWith(COPY));
  for (const key of copies) wx.removeStorageSync(key);
  wx.setStorageSync(
    KNOWN,
    known().filter((key) => !copies.includes(key)),
  );
}

export function forgetEverything() {
  for (const key of known()) wx.removeStorageSync(key);
  wx.removeStorageSync(KNOWN);
}

const known = (): string[] => wx.getStorageSync<string[]>(KNOWN) || [];

function store(key: string, value: unknown) {
  if (!known().includes(key)) wx.setStorageSync(KNOWN, [...known(), key]);
  wx.setStorageSync(key, value);
}

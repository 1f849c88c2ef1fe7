// What the desk's page knows and how its parts are drawn alike.
import { newId, type Prefix } from '../miniprogram/services/ids';
import { Trouble, type Shapes } from './api';

export type Case = Shapes['StaffCaseView'];

export const app = document.querySelector<HTMLElement>('#app')!;
export const page = {
  desk: null as Shapes['DeskView'] | null,
  queue: '',
  cases: [] as Case[],
  open: null as Case | null,
  aside: '',
  told: '',
  /** Photos that were looked at, by the id of the words they came with. */
  photos: new Map<string, string>(),
  /** The photo that was looked at, and of which application it is. */
  paper: { of: '', url: '' },
  /** The talk on the phone in which we may act, until it ends. */
  talk: null as Shapes['TalkView'] | null,
};

export const escape = (text: string) =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

export const options = (entries: { code: string; name: string }[], chosen = '') =>
  entries
    .map(({ code, name }) => `<option value="${code}"${code === chosen ? ' selected' : ''}>${name}</option>`)
    .join('');

export const text = (form: FormData, name: string) => String(form.get(name) ?? '').trim();

/** A `datetime-local` field says nothing of a zone: the desk's clock is Shanghai's. */
export const instant = (form: FormData, name: string) => `${text(form, name)}:00+08:00`;

/** The id of what is sent stays until the backend has decided, as long as it is the same: sent twice is done once. */
const drafts = new Map<string, { id: string; said: string }>();

export const forgetDrafts = () => drafts.clear();

export async function once<T>(kind: string, prefix: Prefix, body: object, send: (id: string) => Promise<T>) {
  const said = JSON.stringify(body);
  const before = drafts.get(kind);
  const draft = before?.said === said ? before : { id: newId(prefix), said };
  drafts.set(kind, draft);
  try {
    const answer = await send(draft.id);
    drafts.delete(kind);
    return answer;
  } catch (trouble) {
    if (trouble instanceof Trouble && trouble.isDecided) drafts.delete(kind);
    throw trouble;
  }
}

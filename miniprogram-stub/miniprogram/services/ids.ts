// Ids the phone makes: prefix and ULID, as the backend's contract wants them.

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export type Prefix =
  'vis' | 'top' | 'card' | 'case' | 'post' | 'shift' | 'bat' | 'talk' | 'grant' | 'face' | 'paper';

/** Unique, not secret: another person's id is refused by the backend, so Math.random is enough. */
export function newId(prefix: Prefix): string {
  const random = Array.from({ length: 16 }, () => ALPHABET[Math.floor(Math.random() * 32)]).join('');
  return `${prefix}_${timePart(Date.now())}${random}`;
}

function timePart(ms: number): string {
  let text = '';
  for (let left = ms, place = 0; place < 10; place += 1, left = Math.floor(left / 32)) {
    text = `${ALPHABET[left % 32]}${text}`;
  }
  return text;
}

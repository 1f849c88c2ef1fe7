// Who somebody says they are, from one page to the next: in memory alone, never in an address or in storage.

interface Said {
  name: string;
  id_number: string;
}

let kept: Said = { name: '', id_number: '' };

export const said = (): Said => kept;

export const say = (words: Said) => (kept = words);

// Where the mini program's sources are, and how WeChat resolves one from another.
import fs from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '..');
export const SOURCE = path.join(ROOT, 'miniprogram');
export const OUT = path.join(ROOT, 'dist-web');
const NPM = 'miniprogram_npm/';

export const read = (file) => fs.readFileSync(file, 'utf8');
export const isThere = (file) => fs.existsSync(file);
export const readJson = (file) => JSON.parse(read(file));
export const isOurs = (id) => !id.startsWith(NPM);

/** An id is a path without its ending, as in app.json; `miniprogram_npm/…` stands for an npm package. */
export function fileOf(id) {
  if (isOurs(id)) return path.join(SOURCE, id);
  const [name, ...rest] = id.slice(NPM.length).split('/');
  const folder = path.join(ROOT, 'node_modules', name);
  const { miniprogram = 'miniprogram_dist' } = readJson(path.join(folder, 'package.json'));
  return path.join(folder, miniprogram, ...rest);
}

/** Absolute, relative to the one that refers to it, or an npm package. */
export function resolveId(reference, from) {
  if (reference.startsWith('/')) return reference.slice(1);
  const relative = path.posix.join(path.posix.dirname(from), reference);
  if (reference.startsWith('.') || isThere(`${fileOf(relative)}.json`)) return relative;
  return NPM + reference;
}

export const scriptOf = (id) => (isThere(`${fileOf(id)}.ts`) ? `${fileOf(id)}.ts` : `${fileOf(id)}.js`);

export const readApp = () => readJson(path.join(SOURCE, 'app.json'));

export function pagesOf(app) {
  const inPackages = (app.subPackages ?? []).flatMap(({ root, pages }) =>
    pages.map((page) => `${root}/${page}`),
  );
  return [...app.pages, ...inPackages];
}

/** Every component that pages use, directly or not: id → { json, isPage, uses: { tag: id } }. */
export function readComponents(app) {
  const found = new Map();
  const visit = (id, isPage) => {
    if (found.has(id)) return;
    const json = readJson(`${fileOf(id)}.json`);
    const uses = {};
    found.set(id, { json, isPage, uses });
    for (const [tag, reference] of Object.entries(app.usingComponents ?? {}))
      uses[tag] = resolveId(reference, 'app');
    for (const [tag, reference] of Object.entries(json.usingComponents ?? {}))
      uses[tag] = resolveId(reference, id);
    for (const used of Object.values(uses)) visit(used, false);
  };
  for (const page of pagesOf(app)) visit(page, true);
  return found;
}

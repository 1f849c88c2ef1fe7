// WXSS as CSS: imports inlined, rpx as a share of the width, a page's styles kept to that page.
import path from 'node:path';
import { SOURCE, fileOf, isThere, read } from './source.mjs';

export function compileStyles(components) {
  const parts = ['page { display: block }', asCss(path.join(SOURCE, 'app.wxss'))];
  for (const [id, { isPage }] of components) {
    const css = asCss(`${fileOf(id)}.wxss`).replaceAll(':host', id.split('/').pop());
    if (css) parts.push(isPage ? `[data-page="${id}"] {\n${css}\n}` : css);
  }
  return withoutIconFont(parts.join('\n'));
}

function asCss(file, seen = new Set()) {
  if (seen.has(file) || !isThere(file)) return '';
  seen.add(file);
  return read(file)
    .replace(/@import\s+['"]([^'"]+)['"];?/g, (_, to) => asCss(path.resolve(path.dirname(file), to), seen))
    .replace(/(-?[\d.]+)rpx/g, (_, number) => `calc(${number} * var(--rpx))`);
}

/** The kit fetches its icon font from a CDN. No screen shows an icon of it, and nothing here may leave this machine. */
const withoutIconFont = (css) => css.replace(/@font-face\s*\{[^}]*gtimg\.com[^}]*\}/g, '');

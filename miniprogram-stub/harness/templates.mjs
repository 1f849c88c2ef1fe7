// WXML and WXS through the compiler of glass-easel, with every complaint about our own files collected.
import path from 'node:path';
import { createRequire } from 'node:module';
import { fileOf, isOurs, isThere, read } from './source.mjs';

const { TmplGroup } = createRequire(import.meta.url)('glass-easel-template-compiler');

export function compileTemplates(ids, builtins) {
  const group = new TmplGroup();
  const problems = [];
  const templates = new Set();
  const scripts = new Set();

  const addScript = (id) => {
    if (scripts.has(id)) return;
    scripts.add(id);
    const source = read(`${fileOf(id)}.wxs`);
    group.addScript(id, asPlainJavaScript(source));
    for (const [, reference] of source.matchAll(/require\(['"]([^'"]+)['"]\)/g)) {
      addScript(path.posix.join(path.posix.dirname(id), reference.replace(/\.wxs$/, '')));
    }
  };
  const addTemplate = (id) => {
    if (templates.has(id)) return;
    templates.add(id);
    const file = `${fileOf(id)}.wxml`;
    if (!isThere(file)) {
      problems.push(`${id}.wxml is not there`);
      return;
    }
    for (const warning of group.addTmpl(id, read(file)) ?? []) {
      if (isOurs(id))
        problems.push(`${warning.path}:${warning.startLine}:${warning.startColumn} ${warning.message}`);
    }
    group.getDirectDependencies(id).forEach(addTemplate);
    group.getScriptDependencies(id).forEach(addScript);
  };

  ids.forEach(addTemplate);
  for (const name of builtins) group.addTmpl(`builtin/${name}`, '<slot/>');
  return { code: group.getTmplGenObjectGroups(), problems };
}

/** In WXS `x.constructor` is a string such as "Array"; the open compiler runs WXS as plain JavaScript. */
function asPlainJavaScript(source) {
  const kind = '($1 == null ? undefined : Object.prototype.toString.call($1).slice(8, -1))';
  return source
    .replace(/([\w$]+)\.constructor\b/g, kind)
    .replace(/(require\(['"][^'"]+)\.wxs(['"]\))/g, '$1$2');
}

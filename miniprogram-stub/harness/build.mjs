// Renders the native sources in a browser: writes dist-web/, which is the mini program on one page.
import fs from 'node:fs';
import path from 'node:path';
import esbuild from 'esbuild';
import { OUT, ROOT, SOURCE, isThere, pagesOf, readApp, readComponents, scriptOf } from './source.mjs';
import { compileStyles } from './styles.mjs';
import { compileTemplates } from './templates.mjs';

const HARNESS = path.join(ROOT, 'harness');
const started = Date.now();

const app = readApp();
const components = readComponents(app);
const builtins = fs.readdirSync(path.join(HARNESS, 'builtins')).map((file) => path.basename(file, '.js'));
const { code, problems } = compileTemplates([...components.keys()], builtins);

fs.mkdirSync(OUT, { recursive: true });
await bundle({
  stdin: { contents: entry(), resolveDir: ROOT, loader: 'js' },
  outfile: path.join(OUT, 'app.js'),
  charset: 'utf8',
  sourcemap: true,
  logLevel: 'warning',
  plugins: [{ name: 'npm of mini programs', setup: resolveInsideKit }],
});
await bundle({
  entryPoints: [path.join(ROOT, 'checks/a11y.mjs')],
  outfile: path.join(OUT, 'a11y.js'),
  globalName: 'a11y',
});
await bundle({ entryPoints: [path.join(ROOT, 'staff/staff.ts')], outfile: path.join(OUT, 'staff.js') });
place('pico.css', fs.readFileSync(path.join(ROOT, 'node_modules/@picocss/pico/css/pico.min.css')));
for (const file of ['staff.html', 'staff.css']) place(file, fs.readFileSync(path.join(ROOT, 'staff', file)));
place('app.css', compileStyles(components));
for (const file of ['base.css', 'index.html']) {
  place(path.basename(file), fs.readFileSync(path.join(HARNESS, file)));
}
for (const problem of problems) console.error(`WXML ${problem}`);
const size = Math.round(fs.statSync(path.join(OUT, 'app.js')).size / 1024);
console.log(
  `${pagesOf(app).length} pages, ${components.size} components, app.js ${size} KiB, ${Date.now() - started} ms`,
);
process.exitCode = problems.length ? 1 : 0;

async function bundle(options) {
  const common = { bundle: true, format: 'iife', target: 'chrome120', minify: true, write: false };
  const { outputFiles } = await esbuild.build({ ...common, ...options });
  outputFiles.forEach((file) => place(path.basename(file.path), file.contents));
}

/** At once or not at all: somebody may be looking at the page while it is built anew. */
function place(name, contents) {
  const unfinished = path.join(OUT, `.${process.pid}-${name}`);
  fs.writeFileSync(unfinished, contents);
  fs.renameSync(unfinished, path.join(OUT, name));
}

function entry() {
  const withBuiltins = (id, { json, uses }) => ({
    ...json,
    component: true,
    styleIsolation: 'shared',
    usingComponents: Object.fromEntries([
      ...builtins.map((name) => [name, `/builtin/${name}`]),
      ...Object.entries(uses).map(([tag, used]) => [tag, `/${used}`]),
    ]),
  });
  // Components before the pages that use them.
  const inOrder = [...components].reverse();
  return [
    `import { boot, register } from ${JSON.stringify(path.join(HARNESS, 'runtime/boot.js'))};`,
    `const templates = ${code};`,
    ...builtins.map((name) => {
      const file = JSON.stringify(path.join(HARNESS, 'builtins', `${name}.js`));
      return `register('builtin/${name}', { component: true, styleIsolation: 'shared' }, templates, () => require(${file}));`;
    }),
    `require(${JSON.stringify(path.join(SOURCE, 'app.ts'))});`,
    ...inOrder.map(([id, component]) => {
      const json = JSON.stringify(withBuiltins(id, component));
      return `register(${JSON.stringify(id)}, ${json}, templates, () => require(${JSON.stringify(scriptOf(id))}));`;
    }),
    `boot(${JSON.stringify(app)}, ${JSON.stringify(
      Object.fromEntries(inOrder.filter(([, each]) => each.isPage).map(([id, each]) => [id, each.json])),
    )});`,
  ].join('\n');
}

/** The kit names its own npm packages as WeChat does, from its miniprogram_npm folder. */
function resolveInsideKit(build) {
  build.onResolve({ filter: /^[a-z]/ }, ({ importer, path: name }) => {
    const kit = importer.match(/(.*\/miniprogram_dist)\//);
    if (!kit) return undefined;
    const base = path.join(kit[1], 'miniprogram_npm', name);
    const found = [`${base}/index.js`, `${base}.js`].find(isThere);
    return found ? { path: found } : undefined;
  });
}

// What WeChat demands and a compiler does not see (P1–P6), and names for what has no text (E9).
import fs from 'node:fs';
import path from 'node:path';
import { ROOT, SOURCE, fileOf, isOurs, read, readApp, readComponents } from '../harness/source.mjs';

const PACKAGE_MOST = 2 * 1024 * 1024;
const LOCATION_APIS = [
  'getLocation',
  'chooseLocation',
  'choosePoi',
  'getFuzzyLocation',
  'startLocationUpdate',
];

export function platformProblems() {
  const app = readApp();
  const files = fs
    .readdirSync(SOURCE, { recursive: true })
    .filter((name) => /\.(ts|wxml|wxss)$/.test(name) && !name.startsWith('miniprogram_npm'))
    .map((name) => ({ name, text: read(path.join(SOURCE, name)) }));
  const code = files.filter(({ name }) => name.endsWith('.ts') && !name.endsWith('.d.ts'));
  const templates = files.filter(({ name }) => name.endsWith('.wxml'));
  return [
    ...privacy(code, templates, app),
    ...phoneNumber(code, templates),
    ...locations(code, app),
    ...sizes(app),
    ...domains(),
    ...depths(code),
    ...unnamedIcons(templates),
    ...tapsWithoutRole(templates),
    ...loadsWithoutFrame(code, templates),
    ...subscriptions(code),
    ...inducements(templates),
    ...gestures(code, templates),
  ];
}

function privacy(code, templates, app) {
  const inCode = (pattern) => code.some(({ text }) => pattern.test(text));
  const agree = templates.flatMap(({ text }) => [
    ...text.matchAll(/<button[^>]*agreePrivacyAuthorization[^>]*>/g),
  ]);
  return [
    app.__usePrivacyCheck__ !== true && 'app.json: P1 wants "__usePrivacyCheck__": true',
    !inCode(/wx\.onNeedPrivacyAuthorization/) && 'P1: wx.onNeedPrivacyAuthorization is not handled',
    !inCode(/wx\.openPrivacyContract/) && 'P1: nothing opens the privacy contract',
    !agree.length && 'P1: no button with open-type="agreePrivacyAuthorization"',
    ...agree.filter(([tag]) => !/\sid="/.test(tag)).map(([tag]) => `P1: ${tag} has no id`),
  ].filter(Boolean);
}

function phoneNumber(code, templates) {
  const buttons = templates.filter(({ text }) => text.includes('open-type="getPhoneNumber"'));
  return [
    ...code
      .filter(({ text }) => /encryptedData/.test(text))
      .map(({ name }) => `${name}: P3 sends the code, no encryptedData`),
    ...(buttons.length ? [] : ['P3: no button with open-type="getPhoneNumber"']),
  ];
}

function locations(code, app) {
  const used = LOCATION_APIS.filter((api) => code.some(({ text }) => text.includes(`wx.${api}(`)));
  const declared = app.requiredPrivateInfos ?? [];
  return [
    ...used
      .filter((api) => !declared.includes(api))
      .map((api) => `app.json: P5 wants ${api} in requiredPrivateInfos`),
    ...declared
      .filter((api) => !used.includes(api))
      .map((api) => `app.json: ${api} is declared and not used`),
  ];
}

/** The main package and each subpackage, with what they use of the kit (which 构建 npm puts into the main one). */
function sizes(app) {
  const roots = (app.subPackages ?? []).map(({ root }) => root);
  const totals = new Map([['main', 0], ...roots.map((root) => [root, 0])]);
  const count = (name, file) => totals.set(name, totals.get(name) + fs.statSync(file).size);
  for (const name of fs.readdirSync(SOURCE, { recursive: true })) {
    const file = path.join(SOURCE, name);
    if (fs.statSync(file).isDirectory() || name.startsWith('miniprogram_npm')) continue;
    count(roots.find((root) => name.startsWith(`${root}/`)) ?? 'main', file);
  }
  for (const id of readComponents(app).keys()) {
    if (isOurs(id)) continue;
    const folder = path.dirname(fileOf(id));
    fs.readdirSync(folder).forEach((name) => count('main', path.join(folder, name)));
  }
  for (const shared of ['common', 'mixins', 'miniprogram_npm']) {
    const folder = fileOf(`miniprogram_npm/tdesign-miniprogram/${shared}`);
    const files = fs.readdirSync(folder, { recursive: true }).map((name) => path.join(folder, name));
    files.filter((file) => fs.statSync(file).isFile()).forEach((file) => count('main', file));
  }
  return [...totals]
    .filter(([, size]) => size > PACKAGE_MOST)
    .map(([name, size]) => `P6: ${name} has ${size} bytes`);
}

function domains() {
  const hosts = [...read(path.join(SOURCE, 'services/config.ts')).matchAll(/api: '([^']+)'/g)].map(
    ([, url]) => url,
  );
  const [local, ...released] = hosts;
  return [
    !local?.startsWith('http://127.0.0.1:') && "config.ts: the first stage is the developer's own machine",
    ...released.filter((url) => !url.startsWith('https://')).map((url) => `P6: ${url} is not HTTPS`),
    ...read(path.join(ROOT, 'project.config.json')).matchAll(/"urlCheck": false/g),
  ].filter(Boolean);
}

/** P6: ten pages at most; services/go.ts knows what to do about the eleventh. */
const depths = (code) =>
  code
    .filter(({ name, text }) => text.includes('wx.navigateTo') && name !== 'services/go.ts')
    .map(({ name }) => `${name}: P6 goes to pages through services/go.ts`);

/** E5: nothing that advertises. */
const inducements = (templates) =>
  templates
    .filter(({ text }) => /<(ad|ad-custom|official-account|store-product)\b/.test(text))
    .map(({ name }) => `${name}: E5 holds an advertisement`);

/** E6: a tap is enough for everything; no gesture of several fingers, none that must be held or swiped. */
const gestures = (code, templates) => [
  ...code
    .filter(({ text }) => /\b(changedT|t)ouches\b/.test(text))
    .map(({ name }) => `${name}: E6 reads touches`),
  ...templates
    .filter(({ text }) => /(bind|catch):?(touch|long)/.test(text))
    .map(({ name }) => `${name}: E6 wants more than a tap`),
];

/** What can be tapped says so to a screen reader, and is then measured by checks/a11y.mjs (E4, E9). */
const tapsWithoutRole = (templates) =>
  templates.flatMap(({ name, text }) =>
    [...text.matchAll(/<(view|text)\b[^>]*>/g)]
      .filter(([tag]) => /bind:?tap=/.test(tag) && !/aria-role=/.test(tag))
      .map(([tag]) => `${name}: ${tag} can be tapped and has no aria-role`),
  );

/** A page that loads shows what was kept as kept, and can try again. */
const loadsWithoutFrame = (code, templates) =>
  code
    .filter(({ name, text }) => /\bload\(/.test(text) && !name.startsWith('services/'))
    .flatMap(({ name }) => {
      const { text } = templates.find((each) => each.name === name.replace(/ts$/, 'wxml'));
      return ['kept="{{kept}}"', 'bind:again=']
        .filter((needed) => !text.includes(needed))
        .map((x) => `${name}: no ${x}`);
    });

/** P4: asked in one place, which is called in the turn of a tap (the harness refuses any other time). */
const subscriptions = (code) =>
  code
    .filter(
      ({ name, text }) => text.includes('wx.requestSubscribeMessage') && name !== 'services/reminders.ts',
    )
    .map(({ name }) => `${name}: P4 asks through services/reminders.ts`);

/** E9: a t-icon or an image that can be tapped, or a control without text, needs aria-label. */
function unnamedIcons(templates) {
  return templates.flatMap(({ name, text }) =>
    [...text.matchAll(/<(t-icon|image|icon)\b[^>]*>/g)]
      .filter(([tag]) => !/aria-label=|aria-hidden=/.test(tag))
      .map(([tag]) => `${name}: E9 ${tag} has neither aria-label nor aria-hidden`),
  );
}

// The page stack, with WeChat's limit and life cycle.
import { fail, succeed } from '../wx/answers.js';
import { phone } from '../wx/phone.js';
import { createPage } from './engine.js';

const DEEPEST = 10;
const COMPONENTS_HEAR = { onShow: 'show', onHide: 'hide' };
const stack = [];
let app;
let pages;

const top = () => stack.at(-1);

function tell(page, method, argument) {
  page.instance[method]?.(argument);
  // A page may have left for another one in its own onShow.
  if (method in COMPONENTS_HEAR && stack.includes(page)) page.tellComponents(COMPONENTS_HEAR[method]);
}

function open(url) {
  const [target, query = ''] = url.split('?');
  const route = new URL(target, `x:/${top()?.route ?? ''}`).pathname.slice(1);
  if (!pages[route]) throw new Error(`page "${route}" is not found`);
  const options = Object.fromEntries(
    [...new URLSearchParams(query)].map(([k, v]) => [k, encodeURIComponent(v)]),
  );
  const element = document.createElement('div');
  element.className = 'wx-page';
  element.dataset.page = route;
  element.innerHTML =
    '<header class="wx-nav"><button aria-label="返回">‹</button><b></b></header><main><i></i></main>';
  document.body.append(element);
  element.querySelector('button').onclick = () => wx.navigateBack();
  const made = createPage(route);
  const { root, instance } = made;
  instance.route = route;
  instance.options = options;
  const page = { ...made, route, element };
  stack.push(page);
  tell(page, 'onLoad', options);
  const main = element.querySelector('main');
  root.attach(main, main.firstChild);
  dressBar(page);
  tell(page, 'onShow');
  requestAnimationFrame(() => tell(page, 'onReady'));
  window.scrollTo(0, 0);
}

function dressBar(page) {
  const title = { ...app.window, ...pages[page.route] }.navigationBarTitleText ?? '';
  page.element.querySelector('.wx-nav b').textContent = title;
  page.element.querySelector('.wx-nav button').hidden = stack.length < 2;
  document.title = title;
}

function close() {
  const page = stack.pop();
  tell(page, 'onUnload');
  page.root.release();
  page.element.remove();
}

function closeAll() {
  while (stack.length) close();
}

function reveal() {
  top().element.hidden = false;
  dressBar(top());
  tell(top(), 'onShow');
}

const moves = {
  navigateTo({ url }) {
    if (stack.length >= DEEPEST) throw new Error('webview count limit exceed');
    tell(top(), 'onHide');
    top().element.hidden = true;
    open(url);
  },
  redirectTo({ url }) {
    close();
    open(url);
  },
  reLaunch({ url }) {
    closeAll();
    open(url);
  },
  navigateBack({ delta = 1 }) {
    const pops = Math.min(delta, stack.length - 1);
    if (pops < 1) throw new Error('cannot navigate back at first page.');
    for (let popped = 0; popped < pops; popped++) close();
    reveal();
  },
};

for (const [name, move] of Object.entries(moves)) {
  wx[name] = (options = {}) => {
    try {
      move(options);
    } catch (error) {
      return fail(options, `${name}:fail ${error.message}`);
    }
    return succeed(options, { errMsg: `${name}:ok` });
  };
}
wx.setNavigationBarTitle = (options) => {
  top().element.querySelector('.wx-nav b').textContent = options.title;
  return succeed(options);
};
globalThis.getCurrentPages = () => stack.map(({ instance }) => instance);

// What a phone does when WeChat comes to the front, or goes to the back.
document.addEventListener(
  'visibilitychange',
  () => top() && tell(top(), document.hidden ? 'onHide' : 'onShow'),
);

export function start(appJson, pageJsons) {
  app = appJson;
  pages = pageJsons;
  open(location.hash.slice(1) || `/${app.pages[0]}`);
}

export const pullDown = () => tell(top(), 'onPullDownRefresh');

/** What the page in front hands to a chat, as WeChat asks for it when a share button is tapped. */
export const share = () => phone.record('share', top().instance.onShareAppMessage?.({ from: 'button' }));

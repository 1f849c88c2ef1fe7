// The page with the phones: what people answer, what time it is, and what goes wrong.
const ROLES = [
  ['elder', '老人'],
  ['daughter', '女儿'],
  ['caregiver', '护工'],
];
const HOME = {
  name: '3 楼',
  address: '黄浦区人民大道 200 号',
  latitude: 31.2304,
  longitude: 121.4737,
  accuracy: 20,
};
const PLACES = [
  ['老人家门口', HOME],
  ['离老人家 60 米', { ...HOME, name: '小区门口', latitude: HOME.latitude + 0.00054 }],
  ['离老人家 2 公里', { ...HOME, name: '地铁站', latitude: HOME.latitude + 0.018 }],
];
const LOOKS_EVERY_MS = 1000;

const $ = (selector, within = document) => within.querySelector(selector);
const told = (text) => ($('#told').textContent = text);

async function ask(method, path, body) {
  const answer = await fetch(path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.status === 204 ? null : answer.json();
}
const wechat = (method, path, body) => ask(method, `wechat/__sim${path}`, body);

// --- the phones appear when the mini program is built

const STAGES = {
  packages: '正在取小程序要用的包，第一次大约一分钟。后台已经可以用了，不用等它。',
  building: '正在把小程序画到网页上，几秒钟…',
};

async function begin() {
  const { stage, why, cast } = await ask('GET', 'state');
  if (stage === 'ready' && cast) {
    $('#making').remove();
    ROLES.forEach(([role, what]) => place(role, what, cast));
    return;
  }
  $('#making').textContent =
    stage === 'failed' ? `小程序没有准备好：${why}` : (STAGES[stage] ?? '正在请人就位…');
  if (stage !== 'failed') setTimeout(begin, LOOKS_EVERY_MS);
}

function place(role, what, cast) {
  const section = $('#phone').content.cloneNode(true).firstElementChild;
  const frame = $('iframe', section);
  section.dataset.what = what;
  frame.title = `${what}的手机`;
  section.dataset.role = role;
  const kept = `phone/${role}`;
  if (!localStorage.getItem(kept)) {
    const { openid, number } = cast[role];
    localStorage.setItem(kept, JSON.stringify({ openid, number, at: PLACES[0][1] }));
  }
  const whoIsWho = [...Object.values(cast).map(({ name, openid }) => [name, openid]), ['一个新来的人', '']];
  fill($('[data-set="openid"]', section), whoIsWho);
  fill($('[data-set="at"]', section), PLACES);
  $('#phones').append(section);
  frame.src = `phone/?phone=${role}`;
  frame.addEventListener('load', () => showAnswers(section, frame, cast));
  section.addEventListener('change', ({ target }) => answer(target, frame));
  section.addEventListener('click', ({ target }) => {
    if (target.dataset.do === 'delete') frame.contentWindow.wx.phone.deleteMiniProgram();
    if (target.dataset.do) frame.contentWindow.location.reload();
  });
}

function fill(select, options) {
  select.append(...options.map(([name, value]) => new Option(name, JSON.stringify(value))));
}

function showAnswers(section, frame, cast) {
  const phone = frame.contentWindow.wx?.phone;
  if (!phone) return;
  const holder = Object.values(cast).find(({ openid }) => openid === phone.get('openid'));
  $('h2', section).textContent = `${section.dataset.what}的手机：${holder?.name ?? '一个新来的人'}`;
  $('.pocket', section).textContent = `口袋里：${holder?.pocket ?? '什么都没有，所以身份核实不了'}`;
  for (const select of section.querySelectorAll('[data-set]')) {
    const value = phone.get(select.dataset.set);
    select.value = ['openid', 'at'].includes(select.dataset.set) ? JSON.stringify(value) : String(value);
  }
  for (const select of section.querySelectorAll('[data-gives]')) {
    select.value = String(phone.get('gives')[select.dataset.gives]);
  }
}

function answer({ dataset, value }, frame) {
  const { phone } = frame.contentWindow.wx;
  const read = () => (/^(true|false|[\d.]+|["{].*)$/.test(value) ? JSON.parse(value) : value);
  if (dataset.gives) phone.set({ gives: { ...phone.get('gives'), [dataset.gives]: read() } });
  if (dataset.set) phone.set({ [dataset.set]: read() });
  if (dataset.set === 'openid') phone.deleteMiniProgram();
  if (['openid', 'fontScale'].includes(dataset.set)) frame.contentWindow.location.reload();
}

const frames = () => [...document.querySelectorAll('iframe')].map(({ contentWindow }) => contentWindow);
const refreshPhones = () => frames().forEach((each) => each.wx?.phone.pullDown?.());

// --- the authenticator of who works for the company

async function showOtp() {
  const answer = await fetch('authenticator');
  if (!answer.ok) return;
  const { name, otp } = await answer.json();
  $('#agent').textContent = name;
  $('#otp').textContent = otp;
}
setInterval(showOtp, 5_000);
void showOtp();

// --- what time it is

const CLOCK = new Intl.DateTimeFormat('zh-CN', {
  dateStyle: 'full',
  timeStyle: 'short',
  timeZone: 'Asia/Shanghai',
});

async function showClock() {
  const { now } = await wechat('GET', '/clock');
  $('#now').textContent = CLOCK.format(new Date(now));
  $('#now').dateTime = now;
}

async function moveClock(change) {
  await wechat('POST', '/clock', change);
  await showClock();
  told(`现在是 ${$('#now').textContent}。`);
  await Promise.all(frames().map((each) => each.wx?.phone.syncClock()));
  refreshPhones();
}

async function toNextStart() {
  const starts = frames()
    .flatMap(({ wx }) => wx?.getStorageSync('copy/home')?.data?.visits.items ?? [])
    .filter(({ status }) => ['booked', 'accepted', 'on_the_way'].includes(status))
    .map(({ start_at }) => start_at)
    .filter((start) => Date.parse(start) > Date.parse($('#now').dateTime))
    .sort();
  if (!starts.length) return told('还没有约好的上门。先在老人的手机上约一次。');
  await moveClock({ set_to: new Date(Date.parse(starts[0])).toISOString() });
}

// --- harm on purpose

async function duplicate() {
  const { items } = await wechat('GET', '/callbacks');
  if (!items.length) return told('还没有人付过款。先在老人的手机上充值。');
  const { statuses } = await wechat('POST', '/callbacks/send', {
    ids: [items.at(-1).id],
    times: 5,
    concurrently: true,
  });
  told(
    `同一个付款通知同时又发了 5 遍，后台回答 ${statuses.join('、')}。打开“余额和充值”看看：应该只加了一次。`,
  );
  refreshPhones();
}

const DEATHS = {
  worker: '后台任务被杀掉了，一秒内会重新启动；它没做完的事接着做，不会做两遍。',
  api: '接口被杀掉了，几秒内会重新启动；这时候手机上点什么，都会说连不上，再点一次就好。',
};

async function kill(part) {
  await ask('POST', `kill/${part}`);
  told(DEATHS[part]);
}

async function orderFault(path) {
  await wechat('POST', '/faults', { path, drop: 'before' });
  told('下一次充值时，微信支付会不回话。看手机怎么说，再点一次会怎样。');
}

document
  .querySelector('.world')
  .addEventListener('click', ({ target }) =>
    order(target).catch((error) => told(`没有办到：${error.message}。看看 make run 那里说了什么。`)),
  );

async function order(target) {
  const { advance, kill: part, fault } = target.dataset;
  if (advance) await moveClock({ advance_s: Number(advance) });
  if (part) await kill(part);
  if (fault) await orderFault(fault);
  if (target.id === 'duplicate') await duplicate();
  if (target.id === 'to-start') await toNextStart();
}

await showClock();
setInterval(
  () => showClock().catch(() => told('后台没有回答。看看 make run 还在不在。')),
  10 * LOOKS_EVERY_MS,
);
await begin();

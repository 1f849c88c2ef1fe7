// One phone and the person who holds it. Several phones can stand on one page; each keeps its own things.

const name = new URLSearchParams(location.search).get('phone') ?? 'phone';
const place = `phone/${name}`;

/** What the person answers when WeChat asks, and what the world around the phone is like. */
const STANDARD = {
  openid: '',
  number: '',
  privacyAgreed: false,
  gives: { phoneNumber: true, location: true, photo: true },
  cancelsMap: false,
  cancelsCamera: false,
  photoBytes: 0, // how large the photo is that comes from the camera; 0: as it is
  canScan: true, // whether Tencent's face check runs on this phone
  scans: 0, // what it makes of the face: its return code; 'later': no verdict yet; 'leaves': not finished
  subscribe: 'accept', // accept, reject, ban or filter
  pays: true, // or false; or 'unknown': paid, and then WeChat's own answer to the phone is an error
  network: 'on', // on, off, or answers_lost: what is sent arrives, nothing comes back
  fontScale: 1,
  at: {
    name: '人民广场',
    address: '黄浦区人民大道 200 号',
    latitude: 31.2304,
    longitude: 121.4737,
    accuracy: 20,
  },
};

const state = { ...STANDARD, ...JSON.parse(localStorage.getItem(place) ?? '{}') };

export const phone = {
  name,
  /** Calls of wx.* in order, with what they were given. */
  calls: [],
  get: (key) => state[key],
  set(changes) {
    Object.assign(state, changes);
    localStorage.setItem(place, JSON.stringify(state));
  },
  record(call, options) {
    phone.calls.push([call, options === undefined ? null : JSON.parse(JSON.stringify(options))]);
  },
  /** As deleting the mini program from WeChat: its storage and the consent are gone. */
  deleteMiniProgram() {
    wx.clearStorageSync();
    phone.set({ privacyAgreed: false });
  },
};

/** The simulated WeChat, or identity check, through the server that serves this page. */
export async function ask(method, path, body, who = 'wechat') {
  const answer = await fetch(`/${who}/__sim${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`the simulated ${who} answered ${answer.status}`);
  return answer.json();
}

/** Whose WeChat this is; a new person the first time. */
export async function openid() {
  if (!state.openid) {
    const number = `+8613${String(Math.floor(Math.random() * 1e9)).padStart(9, '0')}`;
    phone.set({ openid: (await ask('POST', '/users', { phone: number })).openid, number });
  }
  return state.openid;
}

// What WeChat asks a person for: consent, number, place, payment, messages, a call.
import { fail, succeed } from './answers.js';
import { ask, openid, phone } from './phone.js';
import { announce } from './surface.js';

// --- taps: some calls are allowed in the very turn of a tap (or right after a payment) and never later

let inTap = false;
let justPaid = false;

export function whileTapping(dispatch) {
  inTap = true;
  try {
    dispatch();
  } finally {
    inTap = false;
  }
}

// --- privacy: an API that touches personal data waits until the person has agreed

let onNeedPrivacyAuthorization = () => {};
const agreedButtons = new Set();

export const agreedThrough = (buttonId) => agreedButtons.add(buttonId);

function consent() {
  if (phone.get('privacyAgreed')) return Promise.resolve(true);
  return new Promise((resolve) => {
    onNeedPrivacyAuthorization(({ event, buttonId }) => {
      if (event === 'agree' && !agreedButtons.has(buttonId)) {
        throw new Error(`resolve({ event: 'agree' }) for ${buttonId}, which nobody tapped`);
      }
      if (event === 'agree') phone.set({ privacyAgreed: true });
      if (event !== 'exposureAuthorization') resolve(event === 'agree');
    });
  });
}

/** A wx.* call that needs consent, and then that the person says yes to `what`. */
export const personal = (name, what, give) => async (options) => {
  phone.record(name, options);
  if (!(await consent()))
    return fail(options, `${name}:fail privacy permission is not authorized`, { errno: 104 });
  if (!phone.get('gives')[what]) return fail(options, `${name}:fail auth deny`);
  return succeed(options, { ...give(), errMsg: `${name}:ok` });
};

/** What the button with open-type="getPhoneNumber" tells the page. */
export async function phoneNumberDetail() {
  phone.record('getPhoneNumber');
  if (!(await consent()))
    return { errMsg: 'getPhoneNumber:fail privacy permission is not authorized', errno: 104 };
  if (!phone.get('gives').phoneNumber) return { errMsg: 'getPhoneNumber:fail user deny' };
  const { code } = await ask('POST', '/phone-codes', { openid: await openid() });
  return { code, errMsg: 'getPhoneNumber:ok' };
}

const pickPlace = personal('chooseLocation', 'location', () => phone.get('at'));

export const person = {
  async login(options) {
    phone.record('login');
    if (phone.get('network') === 'off') return fail(options, 'login:fail');
    const { code } = await ask('POST', '/login-codes', { openid: await openid() });
    return succeed(options, { code, errMsg: 'login:ok' });
  },

  onNeedPrivacyAuthorization(listener) {
    onNeedPrivacyAuthorization = listener;
  },

  getPrivacySetting: (options) =>
    succeed(options, {
      needAuthorization: !phone.get('privacyAgreed'),
      privacyContractName: '《健康卡小程序用户隐私保护指引》',
    }),

  openPrivacyContract(options) {
    phone.record('openPrivacyContract');
    announce('（微信在这里打开《用户隐私保护指引》）');
    return succeed(options);
  },

  async chooseLocation(options) {
    if (phone.get('cancelsMap')) return fail(options, 'chooseLocation:fail cancel');
    return pickPlace(options);
  },
  getLocation: personal('getLocation', 'location', () => phone.get('at')),

  openLocation(options) {
    phone.record('openLocation', options);
    announce(`（微信在这里打开地图：${options.name}）`);
    return succeed(options);
  },

  openSetting(options) {
    phone.record('openSetting');
    announce('（微信在这里打开权限设置）');
    return succeed(options, { authSetting: {} });
  },

  async requestPayment(options) {
    const { timeStamp, nonceStr, package: prepay, signType, paySign } = options;
    phone.record('requestPayment');
    const { errMsg } = await ask('POST', '/payments', {
      openid: await openid(),
      action: phone.get('pays') === false ? 'cancel' : 'pay',
      payment: { timeStamp, nonceStr, package: prepay, signType, paySign },
    });
    if (!errMsg.endsWith(':ok')) return fail(options, errMsg);
    if (phone.get('pays') === 'unknown') return fail(options, 'requestPayment:fail (errcode -1)');
    justPaid = true;
    setTimeout(() => (justPaid = false));
    return succeed(options, { errMsg });
  },

  async requestSubscribeMessage(options) {
    phone.record('requestSubscribeMessage', options);
    if (!inTap && !justPaid) {
      return fail(options, 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.', {
        errCode: 20026,
      });
    }
    if (options.tmplIds.length > 3) return fail(options, 'requestSubscribeMessage:fail', { errCode: 20003 });
    const said = phone.get('subscribe');
    const answers = Object.fromEntries(options.tmplIds.map((id) => [id, said]));
    // A ban or a dropped title shows no popup, and WeChat tells nobody.
    if (said === 'accept' || said === 'reject') {
      await ask('POST', '/popups', { openid: await openid(), answers });
    }
    return succeed(options, { ...answers, errMsg: 'requestSubscribeMessage:ok' });
  },

  makePhoneCall(options) {
    phone.record('makePhoneCall', options);
    announce(`正在拨打 ${options.phoneNumber}`);
    return succeed(options);
  },
};

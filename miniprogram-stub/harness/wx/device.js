// What a mini program and its kit ask about the phone they run on.
import { phone } from './phone.js';

const info = () => ({
  platform: 'devtools',
  SDKVersion: '3.8.0',
  version: '8.0.60',
  windowWidth: innerWidth,
  windowHeight: innerHeight,
  screenWidth: innerWidth,
  screenHeight: innerHeight,
  pixelRatio: devicePixelRatio,
  statusBarHeight: 20,
  theme: 'light',
  fontSizeSetting: 16 * phone.get('fontScale'),
  fontSizeScaleFactor: phone.get('fontScale'),
  safeArea: {
    top: 20,
    bottom: innerHeight,
    left: 0,
    right: innerWidth,
    width: innerWidth,
    height: innerHeight - 20,
  },
});

export const device = {
  getSystemInfoSync: info,
  getWindowInfo: info,
  getAppBaseInfo: info,
  getDeviceInfo: info,
  getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' } }),
  getMenuButtonBoundingClientRect: () => ({
    width: 87,
    height: 32,
    top: 24,
    bottom: 56,
    right: innerWidth - 7,
    left: innerWidth - 94,
  }),
  canIUse: () => true,
  nextTick: (then) => queueMicrotask(then),
  onThemeChange() {},
};

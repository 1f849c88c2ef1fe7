// The `wx` of a browser. `wx.phone` is what WeChat does not have: the hand that holds the phone.
import { camera, startVerify } from './camera.js';
import { device } from './device.js';
import { request } from './network.js';
import { person } from './person.js';
import { phone } from './phone.js';
import { storage } from './storage.js';
import { surface } from './surface.js';

globalThis.wx = { ...device, ...camera, ...storage, ...person, ...surface, request, phone };
// What Tencent's face check hangs on `wx`, on phones where it runs.
Object.defineProperty(wx, 'startVerify', { get: () => (phone.get('canScan') ? startVerify : undefined) });

let app;
globalThis.App = (definition) => (app = definition);
globalThis.getApp = () => app;

// wx storage, apart for each phone on the page.
import { phone } from './phone.js';

const prefix = `app/${phone.name}/`;

export const storage = {
  getStorageSync: (key) => JSON.parse(localStorage.getItem(prefix + key) ?? '""'),
  setStorageSync: (key, value) => localStorage.setItem(prefix + key, JSON.stringify(value)),
  removeStorageSync: (key) => localStorage.removeItem(prefix + key),
  clearStorageSync() {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  },
};

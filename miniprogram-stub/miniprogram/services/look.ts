// 长辈版 and the size of text: chosen in the settings, never smaller than WeChat's own.

const LOOK = 'look';

export interface Look {
  elder: boolean;
  /** Chosen size; 1 follows WeChat. */
  size: number;
}

export const SIZES = [
  { value: 1, name: '跟随微信' },
  { value: 1.25, name: '大' },
  { value: 1.5, name: '特大' },
  { value: 1.8, name: '最大' },
];

export const look = (): Look => wx.getStorageSync<Look>(LOOK) || { elder: false, size: 1 };

export function setLook(change: Partial<Look>): Look {
  const changed = { ...look(), ...change };
  wx.setStorageSync(LOOK, changed);
  watchers.forEach((tell) => tell());
  return changed;
}

/** How much larger than standard all text is. */
export function scale(): number {
  // Since base library 3.x; older ones do not say, and are then taken as standard.
  const { fontSizeScaleFactor = 1 } = wx.getAppBaseInfo() as { fontSizeScaleFactor?: number };
  return Math.max(look().size, fontSizeScaleFactor);
}

const watchers = new Map<unknown, () => void>();

/** `changed` is called after each change; null to stop. */
export function watchLook(who: unknown, changed: (() => void) | null) {
  if (changed) watchers.set(who, changed);
  else watchers.delete(who);
}

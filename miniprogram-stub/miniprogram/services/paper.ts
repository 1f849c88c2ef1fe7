// A photo of the holder with their card: kept on the phone until all of it has arrived, and sent in parts.
import { HOTLINE } from './config';
import type { Shapes } from './request';
import { Unreachable, post } from './request';
import { Hindrance } from './screen';

type Kind = Shapes['BeginPaper']['content_type'];
type Part = Shapes['PartView'];

const KINDS: Record<string, Kind> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  heic: 'image/heic',
  webp: 'image/webp',
};
const TIMEOUT_MS = 60_000;
/** What the backend takes (identity.paper_too_large). */
const MOST_BYTES = 10 * 1024 * 1024;

export interface Photo {
  path: string;
  size: number;
  content_type: Kind;
}

/** From the camera or the album, saved so that it outlives the mini program; null when she thought better of it. */
export async function takePhoto(): Promise<Photo | null> {
  try {
    const chosen = await wx.chooseMedia({
      count: 1,
      mediaType: ['image'],
      sourceType: ['camera', 'album'],
      sizeType: ['original'],
    });
    const { tempFilePath, size } = await smallEnough(chosen.tempFiles[0]!);
    const ending = tempFilePath.split('.').pop()!.toLowerCase();
    const path = wx.getFileSystemManager().saveFileSync(tempFilePath);
    return { path, size, content_type: KINDS[ending] ?? 'image/jpeg' };
  } catch (error) {
    if (String((error as { errMsg?: string }).errMsg ?? error).includes('cancel')) return null;
    throw hindered('没有拿到照片。', '请允许使用相机和相册，再点一次。');
  }
}

async function smallEnough(taken: { tempFilePath: string; size: number }) {
  if (taken.size <= MOST_BYTES) return taken;
  const { tempFilePath } = await wx.compressImage({
    src: taken.tempFilePath,
    quality: 70,
    compressedWidth: 2400,
  });
  const { size } = wx.getFileSystemManager().statSync(tempFilePath) as WechatMiniprogram.Stats;
  return { tempFilePath, size };
}

/** Gone with the mini program's storage, or cleaned away by WeChat: then it is taken again. */
export function isThere({ path }: Photo): boolean {
  try {
    wx.getFileSystemManager().accessSync(path);
    return true;
  } catch {
    return false;
  }
}

export function forget({ path }: Photo) {
  wx.getFileSystemManager().removeSavedFile({ filePath: path, fail: () => {} });
}

/** Straight to the store of files; the backend is not in between. */
async function sendPart({ path }: Photo, { first, last, url }: Part) {
  const data = await bytesOf(path, first, last - first + 1);
  const status = await new Promise<number>((resolve, reject) => {
    wx.request({
      url,
      method: 'PUT',
      data,
      header: { 'Content-Type': 'application/octet-stream' },
      timeout: TIMEOUT_MS,
      success: ({ statusCode }) => resolve(statusCode),
      fail: ({ errMsg }) => reject(new Unreachable(errMsg.includes('timeout') ? 'silence' : 'network')),
    });
  });
  if (status >= 300) throw new Unreachable('theirs');
}

/** All that is not there yet; `left` hears how many parts are to come. */
export async function sendWhole(photo: Photo & { id: string }, left: (parts: number) => void) {
  const { path: _, ...wanted } = photo;
  const { missing } = await post('/v1/me/papers', wanted);
  for (const [done, part] of missing.entries()) {
    left(missing.length - done);
    await sendPart(photo, part);
  }
}

const bytesOf = (filePath: string, position: number, length: number) =>
  new Promise<ArrayBuffer>((resolve, reject) => {
    wx.getFileSystemManager().readFile({
      filePath,
      position,
      length,
      success: ({ data }) => resolve(data as ArrayBuffer),
      fail: () => reject(hindered('这张照片打不开了。', '请重新拍一张。')),
    });
  });

const hindered = (message: string, next_step: string) =>
  new Hindrance({
    message,
    next_step: `${next_step}着急的话，打电话 ${HOTLINE}。`,
    field: '',
    code: 'phone.no_photo',
  });

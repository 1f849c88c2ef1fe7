// A photo from the camera or the album, made small enough to go along with words.
import { HOTLINE } from './config';
import { Hindrance } from './screen';

/** What the backend takes (support.not_a_photo), before base64. */
const MOST_BYTES = 40_000;
/** One after the other until it is small enough: width in pixels and JPEG quality. The last is still legible. */
const SIZES = [
  { compressedWidth: 1080, quality: 60 },
  { compressedWidth: 800, quality: 50 },
  { compressedWidth: 640, quality: 40 },
  { compressedWidth: 480, quality: 30 },
];

/** JPEG in base64; null when the person thought better of it. */
export async function takePhoto(): Promise<string | null> {
  let path: string;
  try {
    const chosen = await wx.chooseMedia({
      count: 1,
      mediaType: ['image'],
      sourceType: ['camera', 'album'],
      sizeType: ['compressed'],
    });
    path = chosen.tempFiles[0]!.tempFilePath;
  } catch (error) {
    if (said(error).includes('cancel')) return null;
    throw hindered('没有拿到照片。', '请允许使用相机和相册，再点一次；也可以用文字说。');
  }
  for (const size of SIZES) {
    const picture = await smaller(path, size);
    if ((picture.length / 4) * 3 <= MOST_BYTES) return picture;
  }
  throw hindered('这张照片太大，压不小。', '请离远一点再拍一张，或者用文字说。');
}

async function smaller(src: string, size: (typeof SIZES)[number]): Promise<string> {
  try {
    const { tempFilePath } = await wx.compressImage({ src, ...size });
    return wx.getFileSystemManager().readFileSync(tempFilePath, 'base64') as string;
  } catch {
    throw hindered('这张照片打不开。', '请重新拍一张，或者用文字说。');
  }
}

const said = (error: unknown) => String((error as { errMsg?: string }).errMsg ?? error);

const hindered = (message: string, next_step: string) =>
  new Hindrance({
    message,
    next_step: `${next_step}着急的话，打电话 ${HOTLINE}。`,
    field: '',
    code: 'phone.no_photo',
  });

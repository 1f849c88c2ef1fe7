// The camera and the album: a picture the phone's hand has ready, and the files WeChat makes of it.
import { fail, succeed } from './answers.js';
import { personal } from './person.js';
import { ask, phone } from './phone.js';

const WIDE = 1600;
const HIGH = 1200;
const files = new Map();

/** A card on a table, with grain, so that it is as hard to make small as a real one. */
function snapshot() {
  const canvas = new OffscreenCanvas(WIDE, HIGH);
  const paint = canvas.getContext('2d');
  paint.fillStyle = '#8a6f4d';
  paint.fillRect(0, 0, WIDE, HIGH);
  for (let grain = 0; grain < 20_000; grain += 1) {
    paint.fillStyle = `rgba(0, 0, 0, ${(grain % 10) / 40})`;
    paint.fillRect((grain * 7919) % WIDE, (grain * 104_729) % HIGH, 3, 3);
  }
  paint.fillStyle = '#0b5fcc';
  paint.fillRect(300, 300, 1000, 600);
  paint.fillStyle = '#fff';
  paint.font = '96px sans-serif';
  paint.fillText('远盟健康 护工卡', 380, 520);
  paint.fillText('4G7K-2M9P-X3QA', 380, 720);
  return canvas;
}

async function keep(canvas, quality) {
  const path = `http://tmp/${files.size + 1}.jpg`;
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
  files.set(path, { canvas, bytes: new Uint8Array(await blob.arrayBuffer()) });
  return { path, size: blob.size };
}

/** The face in front of the camera: Tencent's own pages, which are not shown here. */
export async function startVerify({ data, success, fail: failed }) {
  phone.record('startVerify', data);
  const scans = phone.get('scans');
  if (scans === 'leaves') return failed({ BizToken: data.token, ErrorCode: 1000 });
  if (scans !== 'later')
    await ask('POST', '/faces', { token: data.token, err_code: Number(scans) }, 'partners');
  return scans === 'later' || Number(scans) === 0
    ? success({ BizToken: data.token })
    : failed({ BizToken: data.token, ErrorCode: Number(scans) });
}

/** A file so long that begins like a JPEG: what a photo looks like to whoever sends it. */
function keepBytes(size) {
  const path = `http://tmp/${files.size + 1}.jpg`;
  const bytes = new Uint8Array(size);
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  files.set(path, { canvas: null, bytes });
  return { path, size };
}

export const camera = {
  async chooseMedia(options) {
    if (phone.get('cancelsCamera')) return fail(options, 'chooseMedia:fail cancel');
    const taken = phone.get('photoBytes') ? keepBytes(phone.get('photoBytes')) : await keep(snapshot(), 0.92);
    const chosen = {
      tempFiles: [{ tempFilePath: taken.path, size: taken.size, fileType: 'image' }],
      type: 'image',
    };
    return personal('chooseMedia', 'photo', () => chosen)(options);
  },

  async compressImage(options) {
    const { src, quality = 80, compressedWidth } = options;
    const { canvas } = files.get(src);
    const width = Math.min(compressedWidth ?? canvas.width, canvas.width);
    const smaller = new OffscreenCanvas(width, Math.round((canvas.height * width) / canvas.width));
    smaller.getContext('2d').drawImage(canvas, 0, 0, smaller.width, smaller.height);
    const { path } = await keep(smaller, quality / 100);
    return succeed(options, { tempFilePath: path, errMsg: 'compressImage:ok' });
  },

  getFileSystemManager: () => ({
    // What is saved outlives the page in WeChat; here it lasts as long as the page.
    saveFileSync(path) {
      const saved = path.replace('http://tmp/', 'http://usr/');
      files.set(saved, files.get(path));
      return saved;
    },
    accessSync(path) {
      if (!files.has(path)) throw new Error('accessSync:fail no such file or directory');
    },
    removeSavedFile({ filePath, success }) {
      files.delete(filePath);
      success?.({});
    },
    readFile({ filePath, position = 0, length, success }) {
      const { bytes } = files.get(filePath);
      success({ data: bytes.slice(position, position + length).buffer });
    },
    readFileSync(path) {
      const { bytes } = files.get(path);
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    },
  }),
};

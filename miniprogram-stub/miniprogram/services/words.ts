// Time and money as people say them. All times are Shanghai's, whatever the phone is set to.

const SHANGHAI_MS = 8 * 3_600_000;
export const DAY_MS = 86_400_000;
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

export const yuan = (fen: number) => `¥${(fen / 100).toFixed(2)}`;

/** Days since 1970 on Shanghai's calendar. */
export const dayOf = (instant: number) => Math.floor((instant + SHANGHAI_MS) / DAY_MS);

/** The instant of a time of day on one of Shanghai's days. */
export const instantOf = (day: number, hour: number) => day * DAY_MS - SHANGHAI_MS + hour * 3_600_000;

/** As the backend takes it: 2026-11-23T09:00:00+08:00. */
export const asSent = (instant: number) =>
  `${new Date(instant + SHANGHAI_MS).toISOString().slice(0, 19)}+08:00`;

export function spokenDay(day: number, today = dayOf(Date.now())): string {
  const near = ['今天', '明天', '后天'][day - today];
  const date = new Date(day * DAY_MS);
  const name = `${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
  const isNear = day - today > 0 && day - today < 8;
  return near ?? (isNear ? `${WEEKDAYS[date.getUTCDay()]}${date.getUTCDate()}日` : name);
}

/** 上午9点, 下午2点半. */
export function spokenTime(instant: number): string {
  const at = new Date(instant + SHANGHAI_MS);
  const [hour, minute] = [at.getUTCHours(), at.getUTCMinutes()];
  const part =
    hour < 6
      ? '凌晨'
      : hour < 8
        ? '早上'
        : hour < 12
          ? '上午'
          : hour === 12
            ? '中午'
            : hour < 18
              ? '下午'
              : '晚上';
  const spoken = minute === 0 ? '点' : minute === 30 ? '点半' : `点${minute}分`;
  return `${part}${hour > 12 ? hour - 12 : hour}${spoken}`;
}

export const spoken = (iso: string | number) => {
  const instant = typeof iso === 'number' ? iso : Date.parse(iso);
  return `${spokenDay(dayOf(instant))}${spokenTime(instant)}`;
};

/** A date of a document: 2028年6月30日. */
export const spokenDate = (iso: string) => iso.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');

export function spokenSpan(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (rest === 0) return `${hours}小时`;
  if (rest === 30) return hours ? `${hours}个半小时` : '半小时';
  return hours ? `${hours}小时${rest}分钟` : `${rest}分钟`;
}

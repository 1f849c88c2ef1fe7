// The rules of services/words.ts and of the booking's choices, by example. Shanghai has no summer time.
import path from 'node:path';
import esbuild from 'esbuild';
import { SOURCE } from '../harness/source.mjs';

const NOW = Date.parse('2026-11-23T23:40:00+08:00');
const ON_THE_GRID = Date.parse('2026-11-23T22:30:00+08:00');
const at = (iso) => Date.parse(iso);

/** [what is called, what it must say] */
function examples({ words, choices }) {
  const { spoken, spokenDay, spokenSpan, spokenTime, dayOf, instantOf, asSent, yuan } = words;
  const today = dayOf(NOW);
  const times = (iso) => choices.hoursOf(dayOf(at(iso)), NOW, choices.DAYTIME).map(({ name }) => name);
  const usual = choices.usualTimes(NOW, choices.ALL_DAYS).map(({ name }) => name);
  return [
    [yuan(0), '¥0.00'],
    [yuan(12_805), '¥128.05'],
    [spokenTime(at('2026-11-23T00:00:00+08:00')), '凌晨0点'],
    [spokenTime(at('2026-11-23T05:59:00+08:00')), '凌晨5点59分'],
    [spokenTime(at('2026-11-23T06:00:00+08:00')), '早上6点'],
    [spokenTime(at('2026-11-23T09:30:00+08:00')), '上午9点半'],
    [spokenTime(at('2026-11-23T12:00:00+08:00')), '中午12点'],
    [spokenTime(at('2026-11-23T12:59:00+08:00')), '中午12点59分'],
    [spokenTime(at('2026-11-23T13:00:00+08:00')), '下午1点'],
    [spokenTime(at('2026-11-23T18:00:00+08:00')), '晚上6点'],
    [spokenTime(at('2026-11-23T23:30:00+08:00')), '晚上11点半'],
    [spokenDay(today, today), '今天'],
    [spokenDay(today + 1, today), '明天'],
    [spokenDay(today + 2, today), '后天'],
    [spokenDay(today + 3, today), '周四26日'],
    [spokenDay(today + 7, today), '周一30日'],
    [spokenDay(today + 8, today), '12月1日'],
    [spokenDay(today - 1, today), '11月22日'],
    [spokenSpan(30), '半小时'],
    [spokenSpan(60), '1小时'],
    [spokenSpan(90), '1个半小时'],
    [spokenSpan(125), '2小时5分钟'],
    [spokenSpan(45), '45分钟'],
    [spoken('2020-01-02T01:05:00Z'), '1月2日上午9点5分'],
    // Twenty minutes to midnight in Shanghai is still today there, whatever UTC says.
    [dayOf(NOW), dayOf(at('2026-11-23T00:00:00+08:00'))],
    [asSent(instantOf(today + 1, 9)), '2026-11-24T09:00:00+08:00'],
    [usual[0], '明天上午9点，2小时'],
    [usual.length, 14],
    // Exactly seven days ahead can be booked, half an hour more cannot (features.md #64).
    [choices.hoursOf(today, NOW, choices.NIGHT).length, 0],
    [times('2026-11-30T00:00:00+08:00').length, 32],
    [choices.hoursOf(dayOf(ON_THE_GRID) + 7, ON_THE_GRID, choices.NIGHT).length, 14],
    [choices.hoursOf(dayOf(ON_THE_GRID), ON_THE_GRID, choices.NIGHT).length, 2],
    [choices.hoursOf(dayOf(NOW) + 8, NOW, choices.NIGHT).length, 0],
  ];
}

export async function wordsProblems() {
  const { outputFiles } = await esbuild.build({
    stdin: {
      contents: `export * as words from './services/words'; export * as choices from './services/choices';`,
      resolveDir: SOURCE,
    },
    absWorkingDir: path.dirname(SOURCE),
    bundle: true,
    format: 'esm',
    write: false,
  });
  const rules = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  return examples(rules)
    .filter(([said, expected]) => said !== expected)
    .map(([said, expected]) => `says ${said} where ${expected} is right`);
}

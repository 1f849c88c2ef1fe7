// Every check that needs no browser: node checks/all.mjs OPENAPI.json [--write]
import fs from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { ROOT } from '../harness/source.mjs';
import { platformProblems } from './platform.mjs';
import { typesProblems } from './types.mjs';
import { wordsProblems } from './words.mjs';
import { compilerProblems } from './wxml.mjs';

const [contract, write] = process.argv.slice(2);
const bin = (name) => path.join(ROOT, 'node_modules/.bin', name);

function command(name, ...given) {
  const { status, stdout, stderr } = spawnSync(bin(name), given, { cwd: ROOT, encoding: 'utf8' });
  return status === 0 ? [] : `${stdout}${stderr}`.trim().split('\n');
}

const checks = {
  'api.d.ts is what /openapi.json says': () =>
    typesProblems(JSON.parse(fs.readFileSync(contract, 'utf8')), { write: Boolean(write) }),
  'tsc --noEmit': () => [...command('tsc', '--noEmit'), ...command('tsc', '--noEmit', '-p', 'staff')],
  'official WXML and WXSS compiler': compilerProblems,
  'duties of the platform seen in the source (P1, P3–P6), no advertisement (E5), taps only (E6), names and roles (E9)':
    platformProblems,
  'times, spans and money as people say them': wordsProblems,
  prettier: () => command('prettier', '--check', '--log-level', 'warn', '.'),
};

let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  const problems = await check();
  console.log(`${problems.length ? '✗' : '✓'} ${name}`);
  problems.forEach((problem) => console.log(`    ${problem}`));
  failed += problems.length;
}
process.exitCode = failed ? 1 : 0;

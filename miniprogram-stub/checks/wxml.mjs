// Tencent's own compiler over our files; the kit's are its makers' affair.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';
import { SOURCE } from '../harness/source.mjs';

const { wxmlToJs, wxssToJs } = createRequire(import.meta.url)('miniprogram-compiler');

export function compilerProblems() {
  // A copy, because the compiler takes a whole folder and 构建 npm puts the kit into ours.
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'wxml-'));
  try {
    fs.cpSync(SOURCE, copy, { recursive: true, filter: (file) => path.basename(file) !== 'miniprogram_npm' });
    return [wxmlToJs, wxssToJs].flatMap((compile) => problemsOf(compile, copy));
  } finally {
    fs.rmSync(copy, { recursive: true });
  }
}

function problemsOf(compile, folder) {
  try {
    compile(folder);
    return [];
  } catch (error) {
    return `${compile.name}: ${error.message ?? error}`.trim().split('\n');
  }
}

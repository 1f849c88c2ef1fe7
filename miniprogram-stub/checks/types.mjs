// services/api.d.ts is generated from the backend's OpenAPI document; a difference is a problem.
import fs from 'node:fs';
import path from 'node:path';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { SOURCE } from '../harness/source.mjs';

const FILE = path.join(SOURCE, 'services/api.d.ts');

export async function typesProblems(contract, { write }) {
  const generated = `// Generated from /openapi.json by \`make types\`.\n${astToString(await openapiTypescript(contract))}`;
  if (write) fs.writeFileSync(FILE, generated);
  const kept = fs.existsSync(FILE) ? fs.readFileSync(FILE, 'utf8') : '';
  return kept === generated ? [] : ['it differs; `make types` writes it anew'];
}

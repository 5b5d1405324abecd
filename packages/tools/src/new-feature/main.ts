/** `npm run new-feature -- NAME [--vi WORD]`: lays out a feature that passes every check, to be made one's own. */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { layOut } from './lay-out.ts';
import { Refusal, type Spellings, spell } from './name.ts';

const usage = `npm run new-feature -- NAME [--vi WORD]

  NAME       one noun, singular, in small letters, such as consultation or official-response
  --vi WORD  its word in Vietnamese, such as "tham vấn"
`;

const root = resolve(import.meta.dirname, '../../../..');

try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { vi: { type: 'string' } } });
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) throw new Refusal(usage);
  const spellings = spell(name, values.vi);
  const { made, changed } = layOut(root, spellings);
  format([...made, ...changed]);
  const list = (paths: readonly string[]) => paths.map((path) => `  ${path}\n`).join('');
  process.stdout.write(`Made:\n${list(made)}Registered in:\n${list(changed)}\n${nextSteps(spellings, values.vi)}`);
} catch (error) {
  const isUsage = error instanceof Refusal || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  if (!isUsage) throw error;
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
}

/** Puts imports in order and breaks lines that the name made too long. */
function format(paths: readonly string[]): void {
  const biome = join(root, 'node_modules/.bin/biome');
  const done = spawnSync(biome, ['check', '--write', ...paths], { cwd: root, encoding: 'utf8' });
  if (done.status !== 0) process.stderr.write(`Not formatted: run npm run format.\n${done.stderr ?? ''}`);
}

function nextSteps({ name, camel }: Spellings, vietnamese: string | undefined): string {
  const words = vietnamese ? 'read the Vietnamese sentences over' : 'say it in Vietnamese';
  return `It works, as a list of texts below a challenge. To make it yours:
  1. docs/glossary.md: one line that says what it is.
  2. packages/core/src/${name}/schema.ts: its fields. Then contract, rules, service, and their tests.
  3. packages/i18n/src/${name}.ts and errors.ts: ${words}.
  4. packages/core/src/shared/ids.ts: its prefix of three letters; it can never change later.
  5. functions/src/http/access.test.ts and status.test.ts: who may do what, and when.
  6. docs/data-model.md: one line for its item. An author's name kept on it follows a new name: functions/src/stream/names.ts.
  7. What is derived from it (counters, lists, notices): a consumer, in one of the two readers of functions/src/stream/catalogue.ts.
  8. Its pages in web/src/routes, which call api.${camel}.
Then npm run check.
`;
}

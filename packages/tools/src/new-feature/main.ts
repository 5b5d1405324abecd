/** `npm run new-feature -- NAME [--vi WORD] [--kind [--answers KIND]]`: lays out what passes every check, to be made one's own. */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { planFeature } from './feature.ts';
import { planKind } from './kind.ts';
import { layOut, readerOf } from './lay-out.ts';
import { Refusal, type Spellings, spell } from './name.ts';

const usage = `npm run new-feature -- NAME [--vi WORD] [--kind [--answers KIND]]

  NAME            one noun, singular, in small letters, such as consultation or official-response
  --vi WORD       its word in Vietnamese, such as "tham vấn"
  --kind          a kind of subject, which people support, comment and follow; without it, a list of texts below a challenge
  --answers KIND  the kind of subject it answers, such as challenge
`;

const root = resolve(import.meta.dirname, '../../../..');
const options = { vi: { type: 'string' }, kind: { type: 'boolean' }, answers: { type: 'string' } } as const;

try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0 || (values.answers && !values.kind)) throw new Refusal(usage);
  const spellings = spell(name, values.vi);
  const read = readerOf(root);
  const plan = values.kind ? planKind(read, spellings, values.answers) : planFeature(read, spellings);
  const { made, changed } = layOut(root, plan);
  format([...made, ...changed]);
  const list = (paths: readonly string[]) => paths.map((path) => `  ${path}\n`).join('');
  const next = (values.kind ? stepsOfKind : stepsOfFeature)(spellings, values.vi);
  process.stdout.write(`Made:\n${list(made)}Registered in:\n${list(changed)}\n${next}Then npm run check.\n`);
} catch (error) {
  const isUsage = error instanceof Refusal || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  if (!isUsage) throw error;
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
}

/** Puts imports in order and breaks lines that the name made too long. */
function format(paths: readonly string[]): void {
  const biome = join(root, 'node_modules/.bin/biome');
  const sources = paths.filter((path) => path.endsWith('.ts'));
  const done = spawnSync(biome, ['check', '--write', ...sources], { cwd: root, encoding: 'utf8' });
  if (done.status !== 0) process.stderr.write(`Not formatted: run npm run format.\n${done.stderr ?? ''}`);
}

function stepsOfFeature({ name, camel }: Spellings, vietnamese: string | undefined): string {
  return `It works, as a list of texts below a challenge. To make it yours:
  1. docs/glossary.md: one line that says what it is.
  2. packages/core/src/${name}/schema.ts: its fields. Then contract, rules, service, and their tests.
  3. packages/i18n/src/${name}.ts and errors.ts: ${words(vietnamese)}.
  4. packages/core/src/shared/ids.ts: its prefix of three letters; it can never change later.
  5. functions/src/testing/kinds/challenge.ts: who may do what, and when.
  6. docs/data-model.md: one line for its item. An author's name kept on it follows a new name: packages/core/src/person/projection.ts.
  7. What is derived from it (counters, lists, notices): a consumer of the stream in functions/src/stream/catalogue.ts; slow work: a queue in functions/src/queue/catalogue.ts.
  8. Its pages in web/src/routes, which call api.${camel}.
`;
}

function stepsOfKind({ name, plural }: Spellings, vietnamese: string | undefined): string {
  return `It works: drafted, made public, supported, commented, followed, listed, ended. To make it yours:
  1. docs/glossary.md: what it is.
  2. packages/core/src/subject/kinds.ts and moves.ts: its statuses, lists and moves; docs/states.md draws them. Its prefix and its reference can never change later.
  3. packages/core/src/${name}/schema.ts: its fields. Then contract, service, and their tests.
  4. packages/i18n/src/kind/${name}.ts: ${words(vietnamese)}. A status no kind had before gets its tone in web/src/lib/ui/status-tone.ts.
  5. functions/src/testing/kinds/${name}.ts: who may do what, and when.
  6. Its pages in web/src/routes/[[lang=lang]]/${plural}, which call api.${name}.
`;
}

function words(vietnamese: string | undefined): string {
  return vietnamese ? 'read the Vietnamese sentences over' : 'say it in Vietnamese';
}

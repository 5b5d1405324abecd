/** Lays out a feature: the files of its own, and the lines that register it. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fill, Refusal, type Spellings } from './name.ts';
import { registrations } from './registrations.ts';

const templates = join(import.meta.dirname, 'template');

/** The files of a feature by the template each is made of. */
const files = (name: string) => ({
  'schema.ts': `packages/core/src/${name}/schema.ts`,
  'contract.ts': `packages/core/src/${name}/contract.ts`,
  'errors.ts': `packages/core/src/${name}/errors.ts`,
  'rules.ts': `packages/core/src/${name}/rules.ts`,
  'repo.ts': `packages/core/src/${name}/repo.ts`,
  'service.ts': `packages/core/src/${name}/service.ts`,
  'service.test.ts': `packages/core/src/${name}/service.test.ts`,
  'handler.ts': `functions/src/api/${name}.ts`,
  'words.ts': `packages/i18n/src/${name}.ts`,
});

export type LaidOut = { made: string[]; changed: string[] };

/**
 * Lays out the feature below `root`. All is worked out before anything is written, so that a refusal changes nothing.
 * Throws Refusal when something of that name is there.
 */
export function layOut(root: string, spellings: Spellings): LaidOut {
  const { name, PARTITION } = spellings;
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const own = Object.entries(files(name));
  const there = [`packages/core/src/${name}`, ...own.map(([, path]) => path)].find((path) =>
    existsSync(join(root, path)),
  );
  if (there) throw new Refusal(`There is something called ${name} already: ${there}`);
  if (read('packages/core/src/db/keys.ts').includes(`\`${PARTITION}#`)) {
    throw new Refusal(`The table has keys that begin with ${PARTITION} already: choose another name.`);
  }
  const made = own.map(
    ([template, path]) => [path, fill(readFileSync(join(templates, `${template}.txt`), 'utf8'), spellings)] as const,
  );
  const changed = Object.entries(registrations).map(([path, edit]) => [path, edit(read(path), spellings)] as const);
  for (const [path, text] of [...made, ...changed]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const paths = (written: readonly (readonly [string, string])[]) => written.map(([path]) => path);
  return { made: paths(made), changed: paths(changed) };
}

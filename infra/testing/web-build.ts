/** The pages built as they are deployed, once for the same sources; `npm test` builds them with those of one machine. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readIfThere } from '@hanoi/engine/gone';
import { webSources } from '@hanoi/local/build/build';
import { fingerprint } from '@hanoi/local/build/fingerprint';

const root = resolve(import.meta.dirname, '../..');
const built = join(root, 'web/.svelte-kit/svelte-kit-sst');

/** Builds with the adapter for AWS, unless that is done. Returns the folder. */
export function buildWebForAws(): string {
  const print = fingerprint(root, webSources);
  const stamp = join(built, 'fingerprint');
  if (readIfThere(stamp) === print) return built;
  const options = { cwd: join(root, 'web'), env: { ...process.env, ADAPTER: 'aws' }, stdio: 'pipe' } as const;
  execFileSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], options);
  writeFileSync(stamp, print);
  return built;
}

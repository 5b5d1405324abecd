/** Detects whether sources have changed since the last build, by name, size and modification time. */
import { createHash } from 'node:crypto';
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Tests, which no build contains; and the fonts, which a build of the pages cuts and stores among its sources. */
const excluded = /\.test\.ts$|\/testing[-/]|^web\/src\/lib\/ui\/fonts\//;

/** A fingerprint of all files that match the patterns, but of those that are no sources. */
export function fingerprint(root: string, patterns: string[]): string {
  const hash = createHash('sha256');
  for (const path of globSync(patterns, { cwd: root, exclude: (name) => name.includes('node_modules') }).sort()) {
    if (excluded.test(path)) continue;
    // An editor may delete and recreate a file when saving, between the listing and here.
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    if (stat?.isFile()) hash.update(`${path}\n${stat.size}\n${stat.mtimeMs}\n`);
  }
  return hash.digest('hex');
}

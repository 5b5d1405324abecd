/** Packages with machine code: they can't be bundled, and Lambda's processor is not this machine's. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A lock of their own: the project's lacks the builds for Lambda's processor. */
const locked = join(import.meta.dirname, 'native');
const lambda = ['--os=linux', '--cpu=arm64', '--libc=glibc'];

/**
 * Puts packages beside a bundle as built for Lambda, each by the hash in `infra/native/package-lock.json`. Asks the npm
 * registry. Throws for a package that is not locked there, and when what comes is not what was locked.
 */
export function installNative(folder: string, names: readonly string[]): void {
  const { dependencies } = JSON.parse(readFileSync(join(locked, 'package.json'), 'utf8'));
  const unlocked = names.filter((name) => !(name in dependencies));
  if (unlocked.length > 0) throw new Error(`Lock ${unlocked.join(', ')} in infra/native: it can't be bundled.`);
  for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(locked, file), join(folder, file));
  const options = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'];
  execFileSync('npm', ['ci', ...options, ...lambda], { cwd: folder, stdio: ['ignore', 2, 2] });
}

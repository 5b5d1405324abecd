/** Packages with machine code: they can't be bundled, and Lambda's processor is not this machine's. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const modules = resolve(import.meta.dirname, '../node_modules');
const lambda = ['--os=linux', '--cpu=arm64', '--libc=glibc'];

/** Puts a package, in the version this project has, beside a bundle, as built for Lambda. Asks the npm registry. */
export function installNative(folder: string, name: string): void {
  const { version } = JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')) as { version: string };
  const options = ['--prefix', folder, '--no-save', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'];
  execFileSync('npm', ['install', ...options, ...lambda, `${name}@${version}`], { stdio: ['ignore', 2, 2] });
}

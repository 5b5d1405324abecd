/** What every command needs first, on Node 20 with nothing installed: the packages, and a Node of at least 24. */
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..', '..');
const modules = join(root, 'node_modules');
const stamp = join(modules, '.lock-hash');
const neededMajor = 24;

/** Installs what the lock file names, unless that was done for this very lock file. */
export function installPackages() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  console.error('Installing packages…');
  const options = { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] };
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], options);
  writeFileSync(stamp, hash);
}

/** The path of a Node ≥ 24: this one, or the one the project brings. Ends the process when there is none. */
export function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= neededMajor) return process.execPath;
  const brought = join(modules, '.bin', 'node');
  if (existsSync(brought)) return brought;
  console.error(`Node ${neededMajor} or newer is needed; this is ${process.version}. Install it from your system or nodejs.org and try again.`);
  return process.exit(1);
}

/** Runs a command to its end with Node's folder first in PATH, handing on signals; resolves to its exit code. */
export function run(command, args) {
  const env = { ...process.env, PATH: `${join(modules, '.bin')}:${process.env.PATH}` };
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0))));
}

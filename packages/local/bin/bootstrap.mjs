/** What must work on Node 20 with nothing installed: installs the packages and finds Node 24 to go on with. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { step } from './step.mjs';

export const root = resolve(fileURLToPath(import.meta.url), '../../../..');
const modules = join(root, 'node_modules');
const lockFile = join(root, 'package-lock.json');
const hashFile = join(modules, '.installed-lock-hash');

/** Runs `npm ci` when nothing is installed yet or the lock file has changed since. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  const status = await step('Installing packages (npm ci; once, about a minute)', install);
  if (status !== 0) {
    process.stderr.write('The packages could not be installed: npm ci failed. Is the npm registry reachable?\n');
    process.exit(status ?? 1);
  }
  writeFileSync(hashFile, hashOf(lockFile));
}

/** npm's exit code. What npm warns of, its packages' authors must mend: here it would only frighten. */
function install() {
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  // The installation replaces node_modules, and must not run on the Node that lies in it.
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  const done = spawnSync('npm', args, {
    cwd: root,
    stdio: ['inherit', 2, 'inherit'],
    env: { ...process.env, PATH: path.join(delimiter) },
    shell: process.platform === 'win32',
  });
  return done.status;
}

function isInstalled() {
  const installed = statSync(join(modules, '.package-lock.json'), { throwIfNoEntry: false });
  if (!installed) return false;
  if (statSync(lockFile).mtimeMs <= installed.mtimeMs) return true;
  // Newer, but perhaps only touched.
  return installedHash() === hashOf(lockFile);
}

/** Of the lock file last installed from here; an installation takes it away with all the rest. */
function installedHash() {
  try {
    return readFileSync(hashFile, 'utf8');
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return undefined;
  }
}

function hashOf(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** Goes on in this process when it is Node 24 or newer; else runs the same script again on one that is. */
export async function onNode24(proceed) {
  if (Number(process.versions.node.split('.')[0]) >= 24) return proceed();
  const node = join(modules, '.bin', 'node');
  const version = spawnSync(node, ['--version']).stdout?.toString() ?? '';
  if (Number(/^v(\d+)/.exec(version)?.[1] ?? 0) < 24) {
    process.stderr.write(`Node 24 or newer is needed (this is ${process.version}): see https://nodejs.org\n`);
    process.exit(1);
  }
  process.exitCode = await run(node, process.argv.slice(1));
}

/**
 * Runs a program with this terminal, passes signals on, and resolves to its exit code. With `output`, a stream, what it prints
 * goes there instead.
 */
export function run(command, args, { output, ...options } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { stdio: output ? ['inherit', 'pipe', 'pipe'] : 'inherit', ...options });
    for (const said of [child.stdout, child.stderr]) said?.pipe(output, { end: false });
    const forward = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, forward);
    child.once('error', (error) => {
      process.stderr.write(`${command}: ${error.message}\n`);
      done(1);
    });
    // By then all that it has printed is there.
    child.once('close', (code, signal) => {
      for (const name of signals) process.off(name, forward);
      done(code ?? (signal === 'SIGINT' ? 130 : 1));
    });
  });
}

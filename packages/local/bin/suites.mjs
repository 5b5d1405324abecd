/** Runs suites of tests side by side, until somebody interrupts them. What each prints stays together. */
import { PassThrough } from 'node:stream';
import { finished } from 'node:stream/promises';
import { run } from './bootstrap.mjs';

const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
/** More than a suite prints: where this is full, it would have to wait for the others. */
const heldBytes = 64 * 1024 * 1024;

/**
 * Runs `suites`, pairs of a name and the arguments of Node, all at once, each to its end even when others fail. The first prints
 * as it runs; what the others print follows in their order. Ctrl-C, or another signal that ends a program, ends all.
 * @param {readonly (readonly [string, readonly string[]])[]} suites
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<{ failed: string[], interrupted?: number }>} the names of those that failed; the exit code of an interruption
 */
export async function runSuites(suites, options = {}) {
  let interrupted;
  const note = (signal) => {
    interrupted ??= exitCodes[signal];
  };
  for (const signal of Object.keys(exitCodes)) process.on(signal, note);
  const started = suites.map((suite, index) => start(suite, options, index === 0));
  for (const { code, output } of started) {
    if (output) await printed(output);
    if ((await code) === exitCodes.SIGINT) interrupted ??= exitCodes.SIGINT;
  }
  for (const signal of Object.keys(exitCodes)) process.off(signal, note);
  const codes = await Promise.all(started.map(({ code }) => code));
  const failed = suites.filter((_, index) => codes[index] !== 0).map(([name]) => name);
  return interrupted === undefined ? { failed } : { failed: [], interrupted };
}

/** Starts a suite; one that `mayPrint` has the terminal, of another the output is held. */
function start([, command], options, mayPrint) {
  if (mayPrint) return { code: run(process.execPath, command, options) };
  const output = new PassThrough({ highWaterMark: heldBytes });
  const colours = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
  const env = { ...(options.env ?? process.env), ...colours };
  const code = run(process.execPath, command, { ...options, env, output });
  return { code: code.finally(() => output.end()), output };
}

async function printed(output) {
  output.pipe(process.stdout, { end: false });
  await finished(output);
}

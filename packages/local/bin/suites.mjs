/** Runs suites of tests one after the other, until somebody interrupts them. */
import { run } from './bootstrap.mjs';

const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/**
 * Runs `suites`, pairs of a name and the arguments of Node, all of them even when some fail. After Ctrl-C, or another
 * signal that ends a program, none begins any more.
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
  const failed = [];
  for (const [name, command] of suites) {
    const code = await run(process.execPath, command, options);
    if (code === exitCodes.SIGINT) interrupted ??= code;
    if (interrupted !== undefined) break;
    if (code !== 0) failed.push(name);
  }
  for (const signal of Object.keys(exitCodes)) process.off(signal, note);
  return { failed, interrupted };
}

/** Suites of tests run side by side, and end with Ctrl-C. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const script = `
  import { runSuites } from ${JSON.stringify(new URL('../bin/suites.mjs', import.meta.url).href)};
  console.log(JSON.stringify(await runSuites(JSON.parse(process.argv[1]))));
`;

/** Runs suites that are programs of one line, interrupted as soon as they say so. */
function runThem(programs: readonly string[]): Promise<string[]> {
  const suites = programs.map((program, index) => [`suite ${index}`, ['-e', program]]);
  const args = ['--input-type=module', '-e', script, JSON.stringify(suites)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
    if (String(chunk).includes('interrupt me')) child.kill('SIGINT');
  });
  return new Promise((done) => child.once('close', () => done(said.trim().split('\n'))));
}

test('a suite that fails does not keep the others from running', async () => {
  expect(await runThem(['process.exitCode = 1', 'console.log("second")', 'process.exitCode = 2'])).toEqual([
    'second',
    '{"failed":["suite 0","suite 2"]}',
  ]);
});

test('they run at the same time, and what each prints stays together, in their order', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'suites-'));
  const file = JSON.stringify(join(folder, 'second-has-begun'));
  const fs = 'const fs = require("node:fs");';
  const first = `${fs} console.log("first"); const look = () => fs.existsSync(${file}) ? console.log("last of first") : setTimeout(look, 10); look();`;
  const second = `${fs} console.log("second"); console.error("also of second"); fs.writeFileSync(${file}, "");`;
  expect(await runThem([first, second])).toEqual([
    'first',
    'last of first',
    'second',
    'also of second',
    '{"failed":[]}',
  ]);
  rmSync(folder, { recursive: true });
});

test('after Ctrl-C all end', async () => {
  const waits = 'console.log("interrupt me"); setTimeout(() => undefined, 60_000);';
  const alsoWaits = 'setTimeout(() => undefined, 60_000)';
  expect(await runThem([waits, alsoWaits])).toEqual(['interrupt me', '{"failed":[],"interrupted":130}']);
  const ends = `process.on("SIGINT", () => process.exit(1)); ${waits}`;
  expect(await runThem([ends, alsoWaits])).toEqual(['interrupt me', '{"failed":[],"interrupted":130}']);
});

/** Runs a task of the project: `node packages/local/bin/run.mjs TASK [ARGUMENT …]`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findNode, installPackages, root, run } from './bootstrap.mjs';

installPackages();
const node = findNode();
const [task, ...args] = process.argv.slice(2);

async function test() {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const unit = await run(node, [vitest, 'run', '--config', 'packages/testing/vitest.config.ts', ...args]);
  if (unit !== 0 || !existsSync(join(root, 'web/playwright.config.ts'))) return unit;
  return run(node, [join(root, 'node_modules/@playwright/test/cli.js'), 'test', '--config', 'web/playwright.config.ts']);
}

const entry = join(root, 'packages/local/src', task ?? '', 'main.ts');
if (task !== 'test' && !existsSync(entry)) {
  console.error(`There is no task "${task}".`);
  process.exit(1);
}
process.exitCode = task === 'test' ? await test() : await run(node, [entry, ...args]);

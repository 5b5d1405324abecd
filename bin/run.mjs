/** Runs a task of the project by name, with its packages installed and on Node 24. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled, onNode24, root, run } from '../packages/local/bin/bootstrap.mjs';
import { runSuites } from '../packages/local/bin/suites.mjs';

const entries = {
  audit: '../packages/tools/src/audit/main.ts',
  backup: '../packages/ops/src/backup/main.ts',
  bench: '../packages/tools/src/bench/main.ts',
  build: '../packages/local/src/build/main.ts',
  'check-audit': '../packages/ops/src/check-audit/main.ts',
  capacity: '../packages/tools/src/capacity/main.ts',
  'draw-pictures': '../packages/tools/src/pictures/main.ts',
  doctor: '../packages/ops/src/doctor/main.ts',
  drill: '../packages/ops/src/drill/main.ts',
  'found-organisation': '../packages/ops/src/found-organisation/main.ts',
  flag: '../packages/ops/src/flag/main.ts',
  fuzz: '../packages/tools/src/fuzz/main.ts',
  import: '../packages/ops/src/import/main.ts',
  'grant-admin': '../packages/ops/src/grant-admin/main.ts',
  'keep-data': '../packages/tools/src/old-data/main.ts',
  licences: '../packages/tools/src/licences/main.ts',
  job: '../packages/ops/src/job/main.ts',
  migrate: '../packages/ops/src/migrate/main.ts',
  'new-feature': '../packages/tools/src/new-feature/main.ts',
  'rebuild-search': '../packages/ops/src/rebuild-search/main.ts',
  relevance: '../packages/search/src/relevance/main.ts',
  rules: '../packages/core/src/rule/labelled/main.ts',
  'sign-out': '../packages/ops/src/sign-out/main.ts',
  'replay-dead-letters': '../packages/ops/src/replay/main.ts',
};

const [task, ...args] = process.argv.slice(2);
if (task !== 'test' && !(task in entries)) {
  process.stderr.write(`Tasks: test, ${Object.keys(entries).join(', ')}\n`);
  process.exit(1);
}
await ensureInstalled();
await onNode24(task === 'test' ? test : runEntry);

async function runEntry() {
  const entry = new URL(entries[task], import.meta.url);
  if (!existsSync(entry)) {
    process.stderr.write(`The task ${task} is not there.\n`);
    process.exit(1);
  }
  process.argv = [process.argv[0], entry.pathname, ...args];
  await import(entry.href);
}

/**
 * Everything: unit and integration tests, and beside them the browser's journeys, as each leaves the cores idle while it waits.
 * With arguments, vitest alone with these.
 */
async function test() {
  const folder = mkdtempSync(join(tmpdir(), 'hanoi-times-'));
  try {
    await testIn(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Tests with what the suites share in `folder`. */
async function testIn(folder) {
  const isWhole = args.length === 0;
  const times = join(folder, 'times');
  const demo = join(folder, 'demo');
  // By itself, vitest leaves a core to the one who watches. Here one more than there are cores: some tests only wait.
  const maxWorkers = String(availableParallelism() + 1);
  const env = {
    VITEST_MAX_WORKERS: maxWorkers,
    // Hundreds of processes load the same modules: each is compiled once.
    NODE_COMPILE_CACHE: join(folder, 'compiled'),
    ...process.env,
    TEST_TIMES: times,
    TEST_DEMO: demo,
  };
  const { build } = await import('../packages/local/src/build/build.ts');
  const make = (program, ...given) => isWhole && run(process.execPath, [join(root, program), ...given], { env });
  // The build of the pages leaves one core free. If one of the others fails, tests that need it make it themselves and say why.
  await Promise.all([
    build({ forAws: isWhole }),
    make('infra/testing/lambda-build.ts'),
    make('packages/local/src/testing-demo.ts', demo),
  ]);
  const { slowestFiles } = await import('../packages/testing/src/times/file-times.ts');
  const { failures } = await import('../packages/testing/src/times/failures.ts');
  const bin = (name) => join(root, 'node_modules', name);
  const suites = [
    ['vitest', [bin('vitest/vitest.mjs'), 'run', '--config', join(root, 'packages/testing/vitest.config.ts'), ...args]],
  ];
  const journeys = join(root, 'web/playwright.config.ts');
  if (existsSync(journeys) && isWhole) {
    suites.push(['playwright', [bin('@playwright/test/cli.js'), 'test', '--config', journeys]]);
  }
  const { failed, interrupted } = await runSuites(suites, { cwd: root, env });
  process.exitCode = interrupted ?? (failed.length > 0 ? 1 : 0);
  if (interrupted !== undefined) return;
  console.log(['\nThe slowest test files:', ...slowestFiles(times, 10)].join('\n'));
  // Last, so that the end of a log says what is wrong.
  if (failed.length > 0) console.log(['\nWhat failed:', ...failures(times)].join('\n'));
  const names = suites.map(([name]) => name).join(', ');
  console.log(failed.length > 0 ? `Tests FAILED: ${failed.join(', ')}` : `All tests passed (${names}).`);
}

/** What other programs make before anything is deployed: the bundles, and the template of the stateful core. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { plannedLambdas } from './plan.ts';

/** Older ones don't run TypeScript; the tests run on this one too. */
const oldestNode = 24;

/** Bundles every function; returns the folder. Throws when one is missing. */
export function prepareBundles(root: string): string {
  const folder = join(root, '.sst/bundles');
  run(root, 'infra/bundle.ts', folder);
  assertBundled(folder);
  return folder;
}

/** @throws when the bundle of a planned function is not there: deployed without it, the function could not start */
export function assertBundled(folder: string): void {
  const missing = plannedLambdas.filter(({ name }) => !existsSync(join(folder, name, 'handler.mjs')));
  if (missing.length > 0) throw new Error(`Not bundled: ${missing.map(({ name }) => name).join(', ')}.`);
}

/** The CloudFormation template of the CDK stack: aws-cdk-lib can't be loaded inside of SST's program. */
export function synthesiseCore(root: string, stage: string): string {
  return run(root, 'infra/cdk/synth.ts', stage);
}

/** The Node to run them with: the shell's, or the project's own. Throws when both are too old. */
export function nodeOf(root: string): string {
  const found = ['node', join(root, 'node_modules/.bin/node')].map((node) => ({ node, version: versionOf(node) }));
  const recent = found.find(({ version }) => Number(/^v(\d+)/.exec(version)?.[1] ?? 0) >= oldestNode);
  if (recent) return recent.node;
  const have = found.map(({ version }) => version || 'none').join(', ');
  throw new Error(
    `Deploying needs Node ${oldestNode} or newer (found: ${have}). Run npm ci, or see https://nodejs.org`,
  );
}

function versionOf(node: string): string {
  return spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout ?? '';
}

function run(root: string, program: string, ...args: string[]): string {
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 } as const;
  return execFileSync(nodeOf(root), [program, ...args], options);
}

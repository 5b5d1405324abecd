/** What other programs make before anything is deployed: the bundles, and the template of the stateful core. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Bundles every function; returns the folder. */
export function prepareBundles(root: string): string {
  const folder = join(root, '.sst/bundles');
  run(root, 'infra/bundle.ts', folder);
  return folder;
}

/** The CloudFormation template of the CDK stack: aws-cdk-lib can't be loaded inside of SST's program. */
export function synthesiseCore(root: string, stage: string): string {
  return run(root, 'infra/cdk/synth.ts', stage);
}

function run(root: string, program: string, ...args: string[]): string {
  return execFileSync('node', [program, ...args], { cwd: root, encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 });
}

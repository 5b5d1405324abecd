/** A stage for trying things: no domain, no reserved concurrency, CloudFront's own address. */
import { mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plannedLambdas } from './plan.ts';
import { settingsOf } from './settings.ts';
import { type Made, runProgram } from './testing/run-program.ts';

let bundles: string;
let made: Made[];
beforeAll(async () => {
  bundles = await mkdtemp(join(tmpdir(), 'bundles-'));
  for (const { name } of plannedLambdas) mkdirSync(join(bundles, name));
  made = await runProgram('dev', async () => {
    const { deploy } = await import('./deploy.ts');
    deploy(settingsOf('dev', { MAIL_FROM: 'toi@example.vn' }), { bundles, coreTemplate: '{"Resources":{}}' });
  });
});
afterAll(() => rm(bundles, { recursive: true }));

const inputsOf = (type: string) => made.filter((one) => one.type === type).map(({ inputs }) => inputs);

it('needs no domain', () => {
  expect(inputsOf('aws:acm/certificate:Certificate')).toEqual([]);
  expect(inputsOf('aws:route53/record:Record')).toEqual([]);
  expect(inputsOf('aws:sesv2/emailIdentity:EmailIdentity')).toMatchObject([{ emailIdentity: 'toi@example.vn' }]);
  const api = made.find(({ type, name }) => type === 'aws:lambda/function:Function' && name === 'ApiFunction');
  expect(api!.inputs.environment.variables.PUBLIC_ORIGIN).toBe('https://d111.cloudfront.test');
});

it('sets no concurrency aside, which a new account has not got', () => {
  const lambdas = inputsOf('aws:lambda/function:Function');
  expect(lambdas).toHaveLength(plannedLambdas.length + 1);
  expect(lambdas.filter(({ reservedConcurrentExecutions }) => reservedConcurrentExecutions !== undefined)).toEqual([]);
});

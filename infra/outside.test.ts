/** A site whose domain is not in Route 53: its certificate and its sender were made before, its name is pointed by hand. */
import { mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plannedLambdas } from './plan.ts';
import { settingsOf } from './settings.ts';
import { type Made, runProgram } from './testing/run-program.ts';

const certificate = 'arn:aws:acm:us-east-1:111122223333:certificate/of-the-city';
const env = { SITE_DOMAIN: 'sangkien.example.vn', SITE_CERTIFICATE_ARN: certificate, MAIL_IDENTITY_EXISTS: 'yes' };
let bundles: string;
let made: Made[];
beforeAll(async () => {
  bundles = await mkdtemp(join(tmpdir(), 'bundles-'));
  for (const { name } of plannedLambdas) mkdirSync(join(bundles, name));
  made = await runProgram('staging', async () => {
    const { deploy } = await import('./deploy.ts');
    deploy(settingsOf('staging', env), { bundles, coreTemplate: '{"Resources":{}}' });
  });
});
afterAll(() => rm(bundles, { recursive: true }));

it('uses the certificate it is given, and touches no zone', () => {
  const [distribution] = made.filter(({ type }) => type === 'aws:cloudfront/distribution:Distribution');
  expect(distribution!.inputs).toMatchObject({
    aliases: ['sangkien.example.vn'],
    viewerCertificate: { acmCertificateArn: certificate },
  });
  expect(made.filter(({ type }) => /^aws:(acm|route53)/.test(type))).toEqual([]);
});

/** A stage for trying things: no domain, no reserved concurrency, CloudFront's own address. */
import { mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plannedLambdas } from './plan.ts';
import { settingsOf } from './settings.ts';
import { type Made, runProgram } from './testing/run-program.ts';

const boundary = 'arn:aws:iam::111122223333:policy/hanoi-ideas-boundary';
const env = {
  MAIL_FROM: 'toi@example.vn',
  MAIL_IDENTITY_EXISTS: 'yes',
  FIREWALL: 'block',
  DETAILED_METRICS: 'yes',
  PERMISSIONS_BOUNDARY_ARN: boundary,
};
let bundles: string;
let made: Made[];
beforeAll(async () => {
  bundles = await mkdtemp(join(tmpdir(), 'bundles-'));
  for (const { name } of plannedLambdas) mkdirSync(join(bundles, name));
  made = await runProgram('dev', async () => {
    const { deploy } = await import('./deploy.ts');
    deploy(settingsOf('dev', env), { bundles, coreTemplate: '{"Resources":{}}' });
  });
});
afterAll(() => rm(bundles, { recursive: true }));

const inputsOf = (type: string) => made.filter((one) => one.type === type).map(({ inputs }) => inputs);

it('needs no domain', () => {
  expect(inputsOf('aws:acm/certificate:Certificate')).toEqual([]);
  expect(inputsOf('aws:route53/record:Record')).toEqual([]);
  const api = made.find(({ type, name }) => type === 'aws:lambda/function:Function' && name === 'ApiFunction');
  expect(api!.inputs.environment.variables.PUBLIC_ORIGIN).toBe('https://d111.cloudfront.test');
});

it('sets no concurrency aside, which a new account has not got', () => {
  const lambdas = inputsOf('aws:lambda/function:Function');
  expect(lambdas).toHaveLength(plannedLambdas.length + 1);
  expect(lambdas.filter(({ reservedConcurrentExecutions }) => reservedConcurrentExecutions !== undefined)).toEqual([]);
});

it('takes a sender that SES knows already as it is', () => {
  expect(inputsOf('aws:sesv2/emailIdentity:EmailIdentity')).toEqual([]);
  const role = made.find(({ type, name }) => type === 'aws:iam/role:Role' && name === 'AuthRole')!;
  const statements = JSON.parse(role.inputs.inlinePolicies[0].policy).Statement;
  const [mail] = statements.filter(({ actions }: { actions: string[] }) => actions.includes('ses:SendEmail'));
  expect(mail.resources).toEqual(['arn:aws:ses:ap-southeast-1:111122223333:identity/*']);
  expect(mail.conditions).toMatchObject([{ values: ['toi@example.vn'] }]);
});

it('can be removed: nothing is protected or left behind', () => {
  expect(made.filter(({ options }) => options?.protect || options?.retainOnDelete).map(({ name }) => name)).toEqual([]);
  expect(inputsOf('command:local:Command').filter(({ create }) => create.includes('termination'))).toEqual([]);
  const { Statement } = JSON.parse(inputsOf('aws:cloudformation/stack:Stack')[0]!.policyBody);
  expect(Statement).toMatchObject([{ Effect: 'Allow', Action: 'Update:*' }]);
});

it('has a firewall that blocks, when it is told to', () => {
  const [{ rules }] = inputsOf('aws:wafv2/webAcl:WebAcl') as [{ rules: Record<string, unknown>[] }];
  const actions = rules.map(({ action, overrideAction }) => action ?? overrideAction);
  // Three find and label; what they found is refused by the rules behind them, as is what is too long.
  const finding = rules.filter(({ ruleLabels, overrideAction }) => ruleLabels || overrideAction);
  expect(finding).toHaveLength(3);
  const refusing = actions.filter((_, at) => !finding.includes(rules[at]!)) as { block?: object }[];
  expect(refusing.length).toBe(4);
  expect(refusing.filter(({ block }) => !block)).toEqual([]);
});

it('has all metrics and log lines, when it is told to', () => {
  for (const { loggingConfig } of inputsOf('aws:lambda/function:Function'))
    expect(loggingConfig.systemLogLevel).toBe('INFO');
  const [{ routeSettings }] = inputsOf('aws:apigatewayv2/stage:Stage') as [
    { routeSettings: Record<string, unknown>[] },
  ];
  expect(routeSettings.filter(({ detailedMetricsEnabled }) => !detailedMetricsEnabled)).toEqual([]);
});

it('makes no role beyond the boundary', () => {
  const roles = inputsOf('aws:iam/role:Role');
  expect(roles.length).toBeGreaterThan(plannedLambdas.length);
  expect(roles.filter(({ permissionsBoundary }) => permissionsBoundary !== boundary)).toEqual([]);
});

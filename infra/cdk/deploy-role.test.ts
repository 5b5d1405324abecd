/** The role by which a CI deploys: all it needs to make a stage, and no way to become more than that. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { afterAll, describe, expect, it } from 'vitest';
import { makeApp } from './app.ts';
import { deployRoleSettingsOf, makeDeployRole } from './deploy-role.ts';
import { coreSettingsOf } from './settings.ts';

const outdir = mkdtempSync(join(tmpdir(), 'cdk-'));
process.env.CDK_OUTDIR = outdir;
afterAll(() => rmSync(outdir, { recursive: true }));

const ci = {
  CI_OIDC_ISSUER: 'token.actions.githubusercontent.com',
  CI_OIDC_SUBJECT: 'repo:hanoi/ideas:environment:production',
};
const template = Template.fromStack(makeDeployRole(deployRoleSettingsOf(ci)));
type Statement = { Effect: string; Action: string[]; Resource: unknown[]; Condition?: Record<string, object> };
const statementsOf = (name: RegExp): Statement[] =>
  Object.entries(template.findResources('AWS::IAM::ManagedPolicy'))
    .filter(([id]) => name.test(id))
    .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement);
const deploys = statementsOf(/^Deploys/);

it('is for the runs that are named, and for no others', () => {
  template.hasResourceProperties('AWS::IAM::Role', {
    AssumeRolePolicyDocument: {
      Statement: [
        {
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: {
            StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' },
            StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:hanoi/ideas:environment:production' },
          },
        },
      ],
    },
  });
  expect(() => deployRoleSettingsOf({ ...ci, CI_OIDC_SUBJECT: '*' })).toThrow(/CI_OIDC_SUBJECT/);
  expect(() => deployRoleSettingsOf({ ...ci, CI_OIDC_ISSUER: 'https://x.example' })).toThrow(/CI_OIDC_ISSUER/);
});

describe('no way up', () => {
  it('it makes and changes roles within the boundary alone, which it can’t change', () => {
    const growing = ['iam:CreateRole', 'iam:PutRolePolicy', 'iam:AttachRolePolicy'];
    const allowing = deploys.filter(
      ({ Effect, Action }) => Effect === 'Allow' && growing.some((action) => Action.includes(action)),
    );
    expect(allowing).toHaveLength(1);
    expect(JSON.stringify(allowing[0]!.Condition)).toMatch(/iam:PermissionsBoundary.*policy\/hanoi-ideas-boundary/);
    const [denied] = deploys.filter(({ Effect }) => Effect === 'Deny');
    expect(denied!.Action).toEqual(['iam:*']);
    expect(JSON.stringify(denied!.Resource)).toMatch(/role\/hanoi-ideas-deploys.*policy\/hanoi-ideas-boundary/);
  });

  it('within the boundary there is nothing of identities', () => {
    const [boundary] = statementsOf(/^Boundary/);
    expect(
      boundary!.Action.filter((action) => /^(iam|sts|organizations|account|cloudformation):|^\*/.test(action)),
    ).toEqual([]);
  });

  it('nothing is allowed by a star for all of AWS, and identities only by name', () => {
    for (const { Effect, Action, Resource } of deploys) {
      expect(Action).not.toContain('*');
      if (Effect === 'Allow' && Action.some((action) => /^iam:(?!CreateServiceLinkedRole)/.test(action)))
        expect(JSON.stringify(Resource)).toMatch(/role\/hanoi-ideas-/);
    }
  });
});

/** Where IAM's word for a service is not that of CloudFormation or Pulumi. */
const words: Record<string, string> = { apigatewayv2: 'apigateway', sesv2: 'ses' };

it('reaches every service of which the site has something', () => {
  const core = Template.fromStack(makeApp(coreSettingsOf('production', {})).stack).toJSON();
  const ofCore = Object.values<{ Type: string }>(core.Resources).map(({ Type }) => Type.split('::')[1]!.toLowerCase());
  const sources = [
    'api',
    'clock',
    'core',
    'failures',
    'jobs',
    'lambda',
    'mail',
    'malware-scan',
    'queries',
    'queues',
    'router',
    'streams',
    'watch',
    'web',
  ];
  const ofProgram = sources.flatMap((name) =>
    [...readFileSync(resolve(import.meta.dirname, `../${name}.ts`), 'utf8').matchAll(/new aws\.(\w+)\./g)].map(
      ([, service]) => service!,
    ),
  );
  // And of SST's components: mail, certificate, records, firewall, the pages' bucket.
  const needed = new Set([...ofCore, ...ofProgram, 'ses', 'acm', 'route53', 'wafv2', 's3', 'logs', 'ssm']);
  const reached = new Set(
    deploys
      .filter(({ Effect }) => Effect === 'Allow')
      .flatMap(({ Action }) => Action.map((action) => action.split(':')[0]!)),
  );
  expect([...needed].map((service) => words[service] ?? service).filter((service) => !reached.has(service))).toEqual(
    [],
  );
});

it('its policies are as short as AWS takes them', () => {
  for (const [id, { Properties }] of Object.entries(template.findResources('AWS::IAM::ManagedPolicy'))) {
    expect(JSON.stringify(Properties.PolicyDocument).length, id).toBeLessThan(6_144);
  }
});

/**
 * `node infra/cdk/deploy-role.ts`: prints the CloudFormation template of the role by which a CI deploys, and of the policy that
 * no role of the site may go beyond. An administrator makes both once an account; from then on nobody's keys are needed.
 */
import { App, LegacyStackSynthesizer, Stack } from 'aws-cdk-lib';
import { CfnManagedPolicy, CfnOIDCProvider, CfnRole } from 'aws-cdk-lib/aws-iam';

export type DeployRoleSettings = {
  /** Who vouches for a run of the CI, without `https://`, such as `token.actions.githubusercontent.com`. */
  issuer: string;
  /** Which runs: `repo:hanoi/ideas:environment:production`, or a pattern of it. */
  subject: string;
  region: string;
};

type Statement = {
  Sid: string;
  Effect?: 'Deny';
  Action: string[];
  Resource: string[];
  Condition?: object;
};

const boundaryName = 'hanoi-ideas-boundary';

/** What the site's own roles may ever do: what functions, backups and scans need, and nothing of identities. */
const atRunTime = [
  ...['backup', 'backup-storage', 'dynamodb', 'events', 'kms', 'logs', 's3', 'sqs', 'tag', 'xray'].map(
    (one) => `${one}:*`,
  ),
  ...['lambda:InvokeFunction', 'ses:SendEmail', 'sns:Publish'],
];

/** The settings by environment variables. Throws with what is missing. */
export function deployRoleSettingsOf(env: NodeJS.ProcessEnv = process.env): DeployRoleSettings {
  const { CI_OIDC_ISSUER: issuer, CI_OIDC_SUBJECT: subject } = env;
  if (!issuer || issuer.includes('/'))
    throw new Error(
      'Set CI_OIDC_ISSUER to the host of the CI’s identity provider: token.actions.githubusercontent.com',
    );
  // Without a repository in it, anybody's CI would do.
  if (!subject || /^\W*\*/.test(subject))
    throw new Error('Set CI_OIDC_SUBJECT to the runs that may deploy: repo:OWNER/NAME:environment:production');
  return { issuer, subject, region: env.AWS_REGION || 'ap-southeast-1' };
}

/** The stack with identity provider, boundary and role. */
export function makeDeployRole({ issuer, subject, region }: DeployRoleSettings): Stack {
  const app = new App({ analyticsReporting: false, outdir: process.env.CDK_OUTDIR });
  const stack = new Stack(app, 'DeployRole', {
    env: { region },
    synthesizer: new LegacyStackSynthesizer(),
    description: 'Hanoi Ideas Network: the role by which a CI deploys',
  });
  const provider = new CfnOIDCProvider(stack, 'Ci', { url: `https://${issuer}`, clientIdList: ['sts.amazonaws.com'] });
  const boundary = new CfnManagedPolicy(stack, 'Boundary', {
    managedPolicyName: boundaryName,
    policyDocument: documentOf([{ Sid: 'AtRunTime', Action: atRunTime, Resource: ['*'] }]),
  });
  const policies = policiesOf(stack.account, region).map(
    (statements, index) =>
      new CfnManagedPolicy(stack, `Deploys${index + 1}`, { policyDocument: documentOf(statements) }),
  );
  new CfnRole(stack, 'Role', {
    roleName: 'hanoi-ideas-deploys',
    maxSessionDuration: 3_600,
    managedPolicyArns: policies.map(({ ref }) => ref),
    assumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: 'sts:AssumeRoleWithWebIdentity',
          Principal: { Federated: provider.ref },
          Condition: {
            StringEquals: { [`${issuer}:aud`]: 'sts.amazonaws.com' },
            StringLike: { [`${issuer}:sub`]: subject },
          },
        },
      ],
    },
  }).node.addDependency(boundary);
  return stack;
}

function documentOf(statements: readonly Statement[]) {
  return { Version: '2012-10-17', Statement: statements.map((statement) => ({ Effect: 'Allow', ...statement })) };
}

/**
 * What deploying needs: by the name of the site wherever AWS lets one name what is still to be made, else by service. A
 * managed policy takes 6,144 letters, so there are three.
 */
function policiesOf(account: string, region: string): Statement[][] {
  const arn = (service: string, resource: string, where = region) =>
    `arn:aws:${service}:${where}:${account}:${resource}`;
  const boundary = `arn:aws:iam::${account}:policy/${boundaryName}`;
  const role = `arn:aws:iam::${account}:role/hanoi-ideas-*`;
  const roles: Statement[] = [
    {
      Sid: 'RolesWithinTheBoundary',
      Action: ['iam:CreateRole', 'iam:PutRolePolicy', 'iam:AttachRolePolicy', 'iam:PutRolePermissionsBoundary'],
      Resource: [role],
      Condition: { StringEquals: { 'iam:PermissionsBoundary': boundary } },
    },
    {
      Sid: 'RolesAsTheyAre',
      Action: [
        'iam:Get*',
        'iam:List*',
        'iam:DeleteRole',
        'iam:DeleteRolePolicy',
        'iam:DetachRolePolicy',
        'iam:UpdateRole',
      ].concat(['iam:UpdateAssumeRolePolicy', 'iam:TagRole', 'iam:UntagRole', 'iam:PassRole']),
      Resource: [role],
    },
    {
      Sid: 'NotItself',
      Effect: 'Deny',
      Action: ['iam:*'],
      Resource: [`arn:aws:iam::${account}:role/hanoi-ideas-deploys`, boundary],
    },
  ];
  const byName: Statement[] = [
    { Sid: 'Stack', Action: ['cloudformation:*'], Resource: [arn('cloudformation', 'stack/hanoi-ideas-*')] },
    { Sid: 'Functions', Action: ['lambda:*'], Resource: [arn('lambda', 'function:hanoi-ideas-*')] },
    { Sid: 'Table', Action: ['dynamodb:*'], Resource: [arn('dynamodb', 'table/hanoi-ideas-*')] },
    { Sid: 'Queues', Action: ['sqs:*'], Resource: [arn('sqs', 'hanoi-ideas-*')] },
    { Sid: 'Topic', Action: ['sns:*'], Resource: [arn('sns', 'hanoi-ideas-*')] },
    { Sid: 'Buckets', Action: ['s3:*'], Resource: ['hanoi-ideas-*', 'sst-*'].map((name) => `arn:aws:s3:::${name}`) },
    { Sid: 'Schedules', Action: ['scheduler:*'], Resource: [arn('scheduler', 'schedule/default/hanoi-ideas-*')] },
    { Sid: 'Rules', Action: ['events:*'], Resource: [arn('events', 'rule/hanoi-ideas-*')] },
    {
      Sid: 'Alarms',
      Action: ['cloudwatch:*'],
      Resource: [arn('cloudwatch', 'alarm:hanoi-ideas-*'), arn('cloudwatch', 'dashboard/hanoi-ideas-*', '')],
    },
    { Sid: 'Budget', Action: ['budgets:*'], Resource: [arn('budgets', 'budget/hanoi-ideas-*', '')] },
    {
      Sid: 'Vault',
      Action: ['backup:*'],
      Resource: [arn('backup', 'backup-vault:hanoi-ideas-*'), arn('backup', 'backup-plan:*')],
    },
    {
      Sid: 'Mail',
      Action: ['ses:*'],
      Resource: [arn('ses', 'identity/*'), arn('ses', 'configuration-set/hanoi-ideas-*')],
    },
    { Sid: 'Firewall', Action: ['wafv2:*'], Resource: [`arn:aws:wafv2:us-east-1:${account}:global/*`] },
    { Sid: 'SstNotes', Action: ['ssm:*'], Resource: [arn('ssm', 'parameter/sst/*', '*')] },
    {
      Sid: 'Logs',
      Action: ['logs:*'],
      Resource: ['/hanoi-ideas/*', 'aws-waf-logs-hanoi-ideas-*'].map((name) => arn('logs', `log-group:${name}`, '*')),
    },
  ];
  const byService: Statement[] = [
    {
      Sid: 'WhatHasNoNameOfOurs',
      Action: [
        ...['acm:*', 'apigateway:*', 'cloudfront:*', 'cloudfront-keyvaluestore:*', 'guardduty:*MalwareProtectionPlan*'],
        ...['guardduty:TagResource', 'route53:ChangeResourceRecordSets', 'route53:Get*', 'route53:List*'],
        ...['lambda:*EventSourceMapping*', 'lambda:ListTags', 'lambda:TagResource'],
        ...['kms:CreateKey', 'kms:Describe*', 'kms:EnableKeyRotation', 'kms:Get*', 'kms:List*', 'kms:PutKeyPolicy'],
        ...['kms:ScheduleKeyDeletion', 'kms:TagResource', 'kms:UpdateKeyDescription', 'kms:CreateGrant', 'kms:Decrypt'],
        ...['kms:GenerateDataKey', 'backup:CreateBackupPlan', 'backup-storage:MountCapsule', 'logs:*QueryDefinition*'],
        ...['logs:DescribeLogGroups', 'logs:*LogDelivery*', 'logs:*ResourcePolic*', 's3:ListAllMyBuckets'],
        ...['cloudwatch:DescribeAlarms', 'sts:GetCallerIdentity', 'iam:CreateServiceLinkedRole', 'events:ListRules'],
      ],
      Resource: ['*'],
    },
  ];
  return [roles, byName, byService];
}

if (import.meta.main) {
  const stack = makeDeployRole(deployRoleSettingsOf());
  const assembly = (stack.node.root as App).synth();
  process.stdout.write(JSON.stringify(assembly.getStackByName(stack.stackName).template, undefined, 1));
}

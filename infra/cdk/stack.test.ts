/** The stateful core as CloudFormation would get it. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { table as schema } from '@hanoi/core/db/table';
import { jobs } from '@hanoi/functions/jobs/catalogue';
import { queues } from '@hanoi/functions/queue/catalogue';
import { deadLettersName, deployedQueueName } from '@hanoi/functions/queue/names';
import { deployed } from '@hanoi/tools/capacity/deployed';
import { Validations } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import { afterAll, describe, expect, it } from 'vitest';
import { coreOutputs } from '../testing/run-program.ts';
import { makeApp } from './app.ts';
import { outputs } from './names.ts';
import { coreSettingsOf } from './settings.ts';

const root = resolve(import.meta.dirname, '../..');
const outdir = mkdtempSync(join(tmpdir(), 'cdk-'));
process.env.CDK_OUTDIR = outdir;
afterAll(() => rmSync(outdir, { recursive: true }));

const settings = (stage: string) => coreSettingsOf(stage, { ALARM_EMAIL: 'truc-ban@example.vn' });
const templates: Record<string, Template> = {};
/** The template of a stage, made once. */
function make(stage: string): Template {
  templates[stage] ??= Template.fromStack(makeApp(settings(stage)).stack);
  return templates[stage];
}
const production = make('production');
type Resource = { Type: string; Properties: Record<string, unknown>; DeletionPolicy?: string };
const resources = (template: Template) => Object.entries(template.toJSON().Resources as Record<string, Resource>);

describe('the table', () => {
  const replica = {
    DeletionProtectionEnabled: true,
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
  };

  it('is the table the code says it is', () => {
    const key = (partition: string, sort: string) => [
      { AttributeName: partition, KeyType: 'HASH' },
      { AttributeName: sort, KeyType: 'RANGE' },
    ];
    production.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      KeySchema: key(schema.partitionKey, schema.sortKey),
      StreamSpecification: { StreamViewType: schema.streamView },
      TimeToLiveSpecification: { AttributeName: schema.ttlAttribute, Enabled: true },
      GlobalSecondaryIndexes: schema.indexes.map(({ name, partitionKey, sortKey }) => ({
        IndexName: name,
        KeySchema: key(partitionKey, sortKey),
        Projection: { ProjectionType: 'ALL' },
      })),
      BillingMode: 'PAY_PER_REQUEST',
    });
  });

  it('is encrypted with our key, restorable, and can’t be deleted where it is kept', () => {
    production.hasResource('AWS::DynamoDB::GlobalTable', {
      Properties: { SSESpecification: { SSEEnabled: true, SSEType: 'KMS' }, Replicas: [Match.objectLike(replica)] },
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    });
    make('dev').hasResource('AWS::DynamoDB::GlobalTable', {
      Properties: { Replicas: [Match.objectLike({ ...replica, DeletionProtectionEnabled: false })] },
      DeletionPolicy: 'Delete',
    });
  });

  it('is backed up every week and every month', () => {
    production.hasResourceProperties('AWS::Backup::BackupPlan', {
      BackupPlan: {
        BackupPlanRule: [
          Match.objectLike({ RuleName: 'weekly', Lifecycle: { DeleteAfterDays: deployed.backups.weekly * 7 } }),
          Match.objectLike({ RuleName: 'monthly', Lifecycle: { DeleteAfterDays: 366 } }),
        ],
      },
    });
    production.hasResourceProperties('AWS::Backup::BackupVault', { LockConfiguration: { MinRetentionDays: 7 } });
  });

  it('can have its backups copied to another account or region', () => {
    const arn = 'arn:aws:backup:ap-northeast-1:444455556666:backup-vault:from-hanoi';
    const copied = (env: NodeJS.ProcessEnv, stage = 'production') =>
      Template.fromStack(makeApp(coreSettingsOf(stage, env)).stack);
    const copyOf = (days: number) =>
      Match.objectLike({
        CopyActions: [{ DestinationBackupVaultArn: arn, Lifecycle: { DeleteAfterDays: days } }],
      });
    copied({ BACKUP_COPY_VAULT_ARN: arn }).hasResourceProperties('AWS::Backup::BackupPlan', {
      BackupPlan: { BackupPlanRule: [copyOf(35), copyOf(366)] },
    });
    expect(JSON.stringify(production.toJSON())).not.toContain('CopyActions');
    expect(() => copied({ BACKUP_COPY_VAULT_ARN: 'my-vault' })).toThrow(/ARN of a backup vault/);
    expect(() => copied({ BACKUP_COPY_VAULT_ARN: arn }, 'dev')).toThrow(/no backups to copy/);
  });
});

describe('what is kept', () => {
  it.each(['production', 'staging'])('%s loses no data, key or backup with its stack', (stage) => {
    const types = ['AWS::DynamoDB::GlobalTable', 'AWS::S3::Bucket', 'AWS::KMS::Key', 'AWS::Backup::BackupVault'];
    const kept = resources(make(stage)).filter(([, { Type }]) => types.includes(Type));
    expect(kept).toHaveLength(6);
    for (const [name, { Type, DeletionPolicy }] of kept) {
      // A first creation that failed leaves nothing in the way of the next but the protected table, which has no name of ours.
      const policy = Type === 'AWS::DynamoDB::GlobalTable' ? 'Retain' : 'RetainExceptOnCreate';
      expect(DeletionPolicy, name).toBe(policy);
    }
    expect(makeApp(settings(stage)).stack.terminationProtection).toBe(true);
  });

  it('a stage for trying out goes without leaving anything, whatever was put into its buckets', () => {
    const dev = make('dev');
    const left = resources(dev).filter(([, { DeletionPolicy }]) => DeletionPolicy && DeletionPolicy !== 'Delete');
    expect(left.map(([, { Type }]) => Type)).toEqual([]);
    // A vault with a backup in it can't be deleted, and access logs come hours later.
    dev.resourceCountIs('AWS::Backup::BackupVault', 0);
    const buckets = Object.keys(dev.findResources('AWS::S3::Bucket'));
    expect(buckets).toHaveLength(2);
    dev.hasResourceProperties('AWS::CloudFormation::CustomResource', { Buckets: buckets.map((Ref) => ({ Ref })) });
    const [program] = Object.values(dev.findResources('AWS::Lambda::Function'));
    expect(program!.Properties.Code.ZipFile).toContain('object_versions.delete()');
    production.resourceCountIs('AWS::CloudFormation::CustomResource', 0);
  });

  it('to let data go and to let a stage be removed are two settings', () => {
    const made = (env: NodeJS.ProcessEnv) => Template.fromStack(makeApp(coreSettingsOf('production', env)).stack);
    const table = (DeletionProtectionEnabled: boolean, DeletionPolicy: string) => ({
      Properties: { Replicas: [Match.objectLike({ DeletionProtectionEnabled })] },
      DeletionPolicy,
    });
    made({ PROTECT: 'no' }).hasResource('AWS::DynamoDB::GlobalTable', table(false, 'Retain'));
    made({ KEEP_DATA: 'no' }).hasResource('AWS::DynamoDB::GlobalTable', table(true, 'Delete'));
    expect(() => made({ KEEP_DATA: 'nein' })).toThrow(/KEEP_DATA is yes or no/);
  });

  it('stages stand side by side, and one that was removed can come again', () => {
    const [vault] = Object.values(production.findResources('AWS::Backup::BackupVault'));
    const name = JSON.stringify(vault!.Properties.BackupVaultName);
    expect(name).toContain('hanoi-ideas-production-');
    expect(name).toContain('AWS::StackId');
    // Every name that is written down names the stage, so that the next stage has another.
    const nameKeys =
      /"(AlarmName|DashboardName|BudgetName|BackupVaultName|BackupPlanName|TopicName|TableName|BucketName|RoleName|QueueName|FunctionName)":"([^"]+)"/g;
    const names = [...JSON.stringify(make('dev').toJSON().Resources).matchAll(nameKeys)].map(([, , name]) => name!);
    expect(names.length).toBeGreaterThan(9);
    expect(names.filter((name) => !name.startsWith('hanoi-ideas-dev'))).toEqual([]);
  });
});

describe('files', () => {
  it('every bucket is private, encrypted, and speaks TLS only', () => {
    const buckets = resources(production).filter(([, { Type }]) => Type === 'AWS::S3::Bucket');
    expect(buckets).toHaveLength(3);
    for (const [name, { Properties }] of buckets) {
      expect(Properties.PublicAccessBlockConfiguration, name).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
      expect(Properties.BucketEncryption, name).toBeDefined();
    }
    const policies = resources(production).filter(([, { Type }]) => Type === 'AWS::S3::BucketPolicy');
    for (const [, { Properties }] of policies) expect(JSON.stringify(Properties)).toContain('aws:SecureTransport');
  });

  it('pictures and their key are open to this account’s CDN, and to no other', () => {
    const statements = resources(production).flatMap(([, { Properties }]) => {
      const { Statement } = (Properties.PolicyDocument ?? Properties.KeyPolicy ?? { Statement: [] }) as {
        Statement: { Sid?: string; Condition?: unknown }[];
      };
      return Statement.filter(({ Sid }) => Sid === 'TheCdnReadsPictures');
    });
    expect(statements).toHaveLength(2);
    for (const { Condition } of statements) {
      expect(JSON.stringify(Condition)).toMatch(/^{"ArnLike":{"aws:SourceArn":.*:cloudfront::.*:distribution\/\*/);
      expect(JSON.stringify(Condition)).toContain('{"Ref":"AWS::AccountId"}');
    }
  });

  it('what is infected is read by nobody', () => {
    production.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({ Sid: 'NobodyReadsMalware', Effect: 'Deny' })]) },
    });
  });

  it('what GuardDuty finds is said to people, with where to read on', () => {
    const rules = Object.values(production.findResources('AWS::Events::Rule')).map(({ Properties }) => Properties);
    const heard = rules.flatMap(({ EventPattern }) => EventPattern['detail-type']);
    expect(heard).toEqual(
      expect.arrayContaining([
        'GuardDuty Malware Protection Object Scan Result',
        'GuardDuty Malware Protection Resource Status Error',
        'GuardDuty Finding',
      ]),
    );
    const topics = Object.keys(production.findResources('AWS::SNS::Topic'));
    for (const { EventPattern, Targets } of rules) {
      expect(EventPattern.source).toEqual(['aws.guardduty']);
      expect(Targets).toMatchObject([{ Arn: { Ref: topics[0] } }]);
      // EventBridge speaks by the topic's policy; a role would hinder it where the topic is encrypted.
      expect(Targets[0].RoleArn).toBeUndefined();
      expect(Targets[0].InputTransformer.InputTemplate).toContain('docs/runbooks/malware.md');
    }
    expect(existsSync(join(root, 'docs/runbooks/malware.md'))).toBe(true);
    production.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: { detail: { scanResultDetails: { scanResultStatus: Match.arrayWith(['THREATS_FOUND']) } } },
    });
  });
});

describe('the topic', () => {
  type Statement = {
    Effect: string;
    Action: string | string[];
    Principal: { Service?: string };
    Condition?: object;
  };
  const statementsOf = (type: string, property: string): Statement[] =>
    Object.values(production.findResources(type)).flatMap(({ Properties }) => Properties[property].Statement);
  const ours = { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } };
  // Who speaks, and by what it is known to speak for this account; EventBridge brings nothing that could be asked for.
  const speakers = [
    ['cloudwatch.amazonaws.com', ours],
    ['budgets.amazonaws.com', ours],
    ['events.amazonaws.com', undefined],
  ] as const;

  it.each(speakers)('lets %s speak, and its key is open to it', (service, condition) => {
    const to = (statements: Statement[]) => statements.filter(({ Principal }) => Principal.Service === service);
    expect(to(statementsOf('AWS::SNS::TopicPolicy', 'PolicyDocument'))).toMatchObject([
      { Effect: 'Allow', Action: 'sns:Publish', ...(condition && { Condition: condition }) },
    ]);
    const [onKey] = to(statementsOf('AWS::KMS::Key', 'KeyPolicy'));
    expect(onKey!.Action).toEqual(expect.arrayContaining(['kms:Decrypt', 'kms:GenerateDataKey*']));
    expect(onKey!.Condition).toEqual(condition);
  });

  it('stays its account’s, as without a policy of its own', () => {
    production.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Allow',
            Action: Match.arrayWith(['sns:Subscribe', 'sns:Publish']),
            Condition: { StringEquals: { 'aws:SourceOwner': { Ref: 'AWS::AccountId' } } },
          }),
        ]),
      },
    });
  });
});

describe('alarms', () => {
  const alarms = resources(production).filter(([, { Type }]) => Type === 'AWS::CloudWatch::Alarm');
  const descriptionOf = ({ Properties }: Resource) => String(Properties.AlarmDescription);

  it('each speaks to people, and names a runbook that is there', () => {
    expect(alarms.length).toBeGreaterThan(9);
    for (const [name, alarm] of alarms) {
      const runbook = descriptionOf(alarm).match(/docs\/runbooks\/[\w-]+\.md$/)?.[0];
      expect(runbook && existsSync(join(root, runbook)), `${name}: ${runbook}`).toBe(true);
      expect(alarm.Properties.AlarmActions, name).toHaveLength(1);
    }
    production.resourceCountIs('AWS::SNS::Subscription', 1);
  });

  it('every job on a clock is missed when it stays away', () => {
    for (const { name, everyMinutes } of jobs) {
      const own = alarms.filter(([, { Properties }]) => String(Properties.AlarmName).endsWith(`job-overdue-${name}`));
      expect(own, name).toHaveLength(everyMinutes ? 1 : 0);
      if (everyMinutes) expect(own[0]![1].Properties.TreatMissingData).toBe('breaching');
    }
  });

  it('each queue of dead letters keeps what it holds for two weeks, encrypted, and is watched by its own alarm', () => {
    const queues = production.findResources('AWS::SQS::Queue');
    expect(Object.keys(queues)).toHaveLength(2);
    for (const { Properties } of Object.values(queues)) {
      expect(Properties).toMatchObject({ MessageRetentionPeriod: 14 * 86_400, KmsMasterKeyId: expect.anything() });
    }
    const watchedBy = (name: string) => {
      const [, alarm] = alarms.find(([, { Properties }]) => String(Properties.AlarmName).endsWith(name))!;
      return JSON.stringify(alarm.Properties.Dimensions);
    };
    expect(watchedBy('stream-dead-letters')).toContain('StreamDeadLetters');
    expect(watchedBy('job-dead-letters')).toContain('JobDeadLetters');
  });

  it('the dashboard shows every queue of slow work, and its dead letters', () => {
    const [dashboard] = Object.values(production.findResources('AWS::CloudWatch::Dashboard'));
    const body = JSON.stringify(dashboard!.Properties.DashboardBody);
    for (const { name } of queues) {
      expect(body).toContain(deployedQueueName('production', name));
      expect(body).toContain(deadLettersName('production', name));
    }
  });

  it('notifies when a month gets expensive', () => {
    production.hasResourceProperties('AWS::Budgets::Budget', {
      Budget: { BudgetLimit: { Amount: 1000, Unit: 'USD' } },
      NotificationsWithSubscribers: Match.anyValue(),
    });
    expect(existsSync(join(root, 'docs/runbooks/cost.md'))).toBe(true);
  });
});

it('no role goes beyond the boundary, where there is one', () => {
  const arn = 'arn:aws:iam::111122223333:policy/hanoi-ideas-boundary';
  for (const stage of ['production', 'dev']) {
    const template = Template.fromStack(makeApp(coreSettingsOf(stage, { PERMISSIONS_BOUNDARY_ARN: arn })).stack);
    const roles = Object.values(template.findResources('AWS::IAM::Role'));
    expect(roles.length).toBeGreaterThan(0);
    expect(roles.filter(({ Properties }) => Properties.PermissionsBoundary !== arn)).toEqual([]);
  }
});

describe('the template', () => {
  it('puts out what the rest of the deployment reads', () => {
    expect(Object.keys(production.toJSON().Outputs).sort()).toEqual([...outputs].sort());
    expect(outputs).toEqual(expect.arrayContaining(Object.keys(coreOutputs)));
  });

  it('is small enough to be sent as it is, and names nothing that must be uploaded first', () => {
    const text = JSON.stringify(production.toJSON());
    expect(Buffer.byteLength(text)).toBeLessThan(51_200);
    expect(text).not.toContain('AssetParameters');
    expect(production.toJSON().Parameters).toBeUndefined();
  });
});

describe('cdk-nag', () => {
  const findings = (break_: (app: ReturnType<typeof makeApp>) => void = () => undefined): string => {
    const made = makeApp(settings('production'));
    break_(made);
    Validations.of(made.app).addPlugins(new AwsSolutionsChecks(made.app));
    try {
      made.app.synth();
      return '';
    } catch {
      return readFileSync(join(outdir, 'validation-report.json'), 'utf8');
    }
  };

  it('finds nothing that is not explained beside the resource', () => expect(findings()).toBe(''));

  it('would find a bucket that is open', () => {
    expect(findings(({ stack }) => new CfnBucket(stack, 'Open'))).toContain('AwsSolutions-S1');
  });
});

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
const make = (stage: string) => Template.fromStack(makeApp(settings(stage)).stack);
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
});

describe('what is kept', () => {
  it.each(['production', 'staging'])('%s loses no data, key or backup with its stack', (stage) => {
    const types = ['AWS::DynamoDB::GlobalTable', 'AWS::S3::Bucket', 'AWS::KMS::Key', 'AWS::Backup::BackupVault'];
    const kept = resources(make(stage)).filter(([, { Type }]) => types.includes(Type));
    expect(kept).toHaveLength(6);
    for (const [name, { DeletionPolicy }] of kept) expect(DeletionPolicy, name).toBe('Retain');
    expect(makeApp(settings(stage)).stack.terminationProtection).toBe(true);
  });

  it('a stage for trying out goes without leaving much', () => {
    const left = resources(make('dev')).filter(([, { DeletionPolicy }]) => DeletionPolicy === 'Retain');
    expect(left.map(([, { Type }]) => Type)).toEqual(['AWS::Backup::BackupVault']);
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

  it('pictures are scanned as they arrive, and what is infected is read by nobody', () => {
    production.hasResourceProperties('AWS::GuardDuty::MalwareProtectionPlan', {
      Actions: { Tagging: { Status: 'ENABLED' } },
      ProtectedResource: { S3Bucket: { ObjectPrefixes: ['media/'] } },
    });
    production.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({ Sid: 'NobodyReadsMalware', Effect: 'Deny' })]) },
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

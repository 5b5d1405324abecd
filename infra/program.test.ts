/** The whole deployment as it would be, made by SST's components under Pulumi's mocks. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { allEndpoints } from '@hanoi/core/contracts';
import { errorCatalogue } from '@hanoi/core/shared/errors';
import { jobs } from '@hanoi/functions/jobs/catalogue';
import { pickLambda } from '@hanoi/functions/lambdas';
import { queues } from '@hanoi/functions/queue/catalogue';
import { deadLettersName, deployedQueueName } from '@hanoi/functions/queue/names';
import { streamConsumers, streamReaders } from '@hanoi/functions/stream/catalogue';
import { filterOf } from '@hanoi/functions/stream/wanted';
import { errorMessages } from '@hanoi/i18n/errors';
import { failurePageInBoth } from '@hanoi/i18n/failure-page';
import { deployed } from '@hanoi/tools/capacity/deployed';
import { ownLimits } from '@hanoi/tools/capacity/quotas';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Bundle } from './bundle.ts';
import { outputs } from './cdk/names.ts';
import { endpoints, plannedLambdas, resourceName } from './plan.ts';
import { synthesiseCore } from './prepare.ts';
import { settingsOf } from './settings.ts';
import { buildLambdas } from './testing/lambda-build.ts';
import { install } from './testing/platform.ts';
import { coreOutputs, type Made, runProgram } from './testing/run-program.ts';
import { starsIn } from './testing/stars.ts';
import { throttleOf } from './throttle.ts';

const root = resolve(import.meta.dirname, '..');
let built: Bundle[];
let made: Made[];
beforeAll(async () => {
  const { folder, bundles } = await buildLambdas();
  built = bundles;
  const env = { SITE_DOMAIN: 'sangkien.example.vn', OIDC_ISSUER: 'https://id.example.vn', OIDC_CLIENT_ID: 'hanoi' };
  const settings = settingsOf('production', env);
  made = await runProgram('production', async () => {
    const { deploy } = await import('./deploy.ts');
    deploy(settings, { bundles: folder, coreTemplate: synthesiseCore(root, 'production') });
  });
});

const all = (type: string) => made.filter((one) => one.type === type);
function one(type: string, name: string): Made {
  const found = made.filter((resource) => resource.type === type && resource.name === name);
  expect(found, `${type} ${name}`).toHaveLength(1);
  return found[0]!;
}
const lambdaOf = (name: string) => one('aws:lambda/function:Function', `${resourceName(name)}Function`);
const environmentOf = (lambda: Made): Record<string, string> => lambda.inputs.environment.variables;
/** As Pulumi's mocks name it. */
function distribution() {
  const { name } = one('aws:cloudfront/distribution:Distribution', 'RouterCdnDistribution');
  return { id: `${name}-id`, arn: `arn:aws:mock:ap-southeast-1:111122223333:distribution:Distribution/${name}` };
}
function statementsOf(role: string): { actions: string[]; resources: string[] }[] {
  return JSON.parse(one('aws:iam/role:Role', role).inputs.inlinePolicies[0].policy).Statement;
}
const may = (role: string, action: string, resource: string) =>
  statementsOf(role).some(({ actions, resources }) => actions.includes(action) && resources.includes(resource));

describe('the configuration', () => {
  it("is read by SST's own bundler", () => expect(() => install('production')).not.toThrow());

  it("asks for the provider the tests ran with, which is the one SST's components are written for", () => {
    const json = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));
    const { version } = json('node_modules/@pulumi/aws/package.json');
    expect(readFileSync(join(root, 'sst.config.ts'), 'utf8')).toContain(`version: '${version}'`);
    const wanted: Record<string, string> = json('infra/.platform/.sst/platform/package.json').dependencies;
    for (const name of ['aws', 'command', 'docker-build', 'pulumi', 'random', 'tls']) {
      const { version } = json(`node_modules/@pulumi/${name}/package.json`);
      expect(version.replace('v', ''), name).toBe(wanted[`@pulumi/${name}`]!.replace('v', ''));
    }
  });

  it('protects a stage, and keeps its data, by two settings', async () => {
    Object.assign(globalThis, { $config: (config: unknown) => config });
    const { default: config } = (await import('../sst.config.ts')) as unknown as {
      default: { app(input: { stage: string }): Promise<object> };
    };
    const appOf = async (stage: string, env: Record<string, string> = {}) => {
      Object.assign(process.env, env);
      try {
        return await config.app({ stage });
      } finally {
        for (const name of Object.keys(env)) delete process.env[name];
      }
    };
    expect(await appOf('production')).toMatchObject({ protect: true, removal: 'retain' });
    expect(await appOf('production', { PROTECT: 'no' })).toMatchObject({ protect: false, removal: 'retain' });
    expect(await appOf('production', { KEEP_DATA: 'no' })).toMatchObject({ protect: true, removal: 'remove' });
    expect(await appOf('dev')).toMatchObject({ protect: false, removal: 'remove' });
  });

  it('takes a tile source with its attribution', () => {
    const [MAIL_FROM, MAP_TILES] = ['a@b.vn', 'https://tiles.example.vn/{z}/{x}/{y}.png'];
    const mapTiles = { template: MAP_TILES, attribution: 'Mẫu' };
    expect(settingsOf('dev', { MAIL_FROM, MAP_TILES, MAP_TILES_ATTRIBUTION: 'Mẫu' })).toMatchObject({ mapTiles });
    expect(() => settingsOf('dev', { MAIL_FROM, MAP_TILES })).toThrow('MAP_TILES_ATTRIBUTION');
  });

  it('says what is missing', () => {
    expect(() => settingsOf('production', {})).toThrow(/Set MAIL_FROM/);
  });

  it('keeps what people wrote, and lets a trial go', () => {
    expect(settingsOf('production', { MAIL_FROM: 'a@b.vn' })).toMatchObject({
      isKept: true,
      reservesConcurrency: true,
    });
    expect(settingsOf('staging', { SITE_DOMAIN: 'b.vn' })).toMatchObject({ isKept: true, mailFrom: 'no-reply@b.vn' });
    expect(settingsOf('dev', { MAIL_FROM: 'a@b.vn' })).toMatchObject({ isKept: false, reservesConcurrency: false });
    const unkept = settingsOf('production', { MAIL_FROM: 'a@b.vn', KEEP_DATA: 'no' });
    expect(unkept).toMatchObject({ isKept: false, isProtected: true });
    expect(settingsOf('production', { MAIL_FROM: 'a@b.vn', PROTECT: 'no' })).toMatchObject({
      isKept: true,
      isProtected: false,
    });
  });

  it('refuses settings that make no sense', () => {
    const refusal = (env: NodeJS.ProcessEnv) => () => settingsOf('dev', { SITE_DOMAIN: 'b.vn', ...env });
    expect(refusal({ FIREWALL: 'off' })).toThrow(/FIREWALL is count or block/);
    expect(refusal({ PROTECT: 'true' })).toThrow(/PROTECT is yes or no/);
    const certificate = (region: string) => `arn:aws:acm:${region}:111122223333:certificate/1`;
    expect(refusal({ SITE_CERTIFICATE_ARN: certificate('ap-southeast-1') })).toThrow(/us-east-1/);
    expect(refusal({ SITE_CERTIFICATE_ARN: certificate('us-east-1') })).toThrow(/MAIL_IDENTITY_EXISTS/);
  });
});

describe('the core', () => {
  it('is the CDK stack, small enough to be sent as it is, and puts out what the rest reads', () => {
    const { inputs } = one('aws:cloudformation/stack:Stack', 'Core');
    expect(inputs.name).toBe('hanoi-ideas-production');
    expect(inputs.templateBody.length).toBeLessThan(51_200);
    const template = JSON.parse(inputs.templateBody);
    expect(Object.keys(template.Outputs)).toEqual(expect.arrayContaining([...outputs]));
    expect(JSON.stringify(template.Resources)).toContain('AWS::DynamoDB::');
  });

  it('a creation that failed is cleared away, so that the next deployment can create it', () => {
    const { inputs, options } = one('aws:cloudformation/stack:Stack', 'Core');
    expect(inputs.onFailure).toBe('DELETE');
    // It matters only once: changed later, it would replace the stack.
    expect(options?.ignoreChanges).toEqual(['onFailure']);
  });

  it('can’t be deleted or lose its data by an update while the stage is protected, and goes when it is removed', () => {
    const { inputs, options } = one('aws:cloudformation/stack:Stack', 'Core');
    expect(options).toMatchObject({ protect: true, retainOnDelete: false });
    const { inputs: command, options: ofCommand } = one('command:local:Command', 'CoreTerminationProtection');
    const set = (which: string) =>
      `aws cloudformation update-termination-protection --${which}-termination-protection --stack-name hanoi-ideas-production --region ap-southeast-1`;
    expect(command).toMatchObject({ create: set('enable'), delete: set('no-enable') });
    expect(ofCommand?.deleteBeforeReplace).toBe(true);
    expect(JSON.parse(inputs.policyBody).Statement).toMatchObject([
      { Effect: 'Allow', Action: 'Update:*' },
      {
        Effect: 'Deny',
        Action: ['Update:Replace', 'Update:Delete'],
        Condition: { StringEquals: { ResourceType: ['AWS::DynamoDB::GlobalTable', 'AWS::KMS::Key'] } },
      },
      {
        Effect: 'Deny',
        Action: ['Update:Replace'],
        Condition: { StringEquals: { ResourceType: ['AWS::S3::Bucket'] } },
      },
    ]);
  });

  it('pictures are scanned as they arrive, by a plan that may fail without undoing the core', () => {
    const { inputs } = one('aws:guardduty/malwareProtectionPlan:MalwareProtectionPlan', 'MalwareScan');
    expect(inputs).toEqual({
      role: coreOutputs.MalwareScanRoleArn,
      protectedResource: { s3Bucket: { bucketName: coreOutputs.MediaBucketName, objectPrefixes: ['media/'] } },
      actions: [{ taggings: [{ status: 'ENABLED' }] }],
    });
    expect(one('aws:cloudformation/stack:Stack', 'Core').inputs.templateBody).not.toContain('MalwareProtectionPlan');
  });

  it('stages stand side by side: what has a name of ours names the stage', () => {
    const named = made.filter(({ type, inputs }) => type.startsWith('aws:') && (inputs.name ?? inputs.namePrefix));
    expect(named.length).toBeGreaterThan(60);
    const others = named.filter(({ inputs }) => !/hanoi-ideas.production/.test(inputs.name ?? inputs.namePrefix));
    // Records are named by the domain, and an API's own stage belongs to one API.
    const isFree = ({ type, name }: Made) => type.startsWith('aws:route53/') || name === 'ApiStage';
    expect(others.filter((one) => !isFree(one)).map(({ type, name }) => `${type} ${name}`)).toEqual([]);
  });
});

describe('functions', () => {
  const filesThatExport = (name: string) =>
    globSync('functions/src/**/*.ts', { cwd: root })
      .filter((path) => !path.endsWith('.test.ts'))
      .filter((path) =>
        new RegExp(`^export (const|function|async function) ${name}\\b`, 'm').test(
          readFileSync(join(root, path), 'utf8'),
        ),
      )
      .sort();

  it('every consumer of the stream is run by a reader', () => {
    const files = streamConsumers.map(({ name }) => `functions/src/stream/${name}.ts`).sort();
    expect(files).toEqual(filesThatExport('consume'));
  });

  it('every file that exports a handler is deployed', () => {
    expect(plannedLambdas.map(({ entry }) => entry).sort()).toEqual(filesThatExport('handler'));
    for (const { name } of plannedLambdas) {
      expect(lambdaOf(name).inputs).toMatchObject({
        handler: 'handler.handler',
        runtime: 'nodejs24.x',
        architectures: ['arm64'],
      });
    }
    expect(all('aws:lambda/function:Function')).toHaveLength(plannedLambdas.length + 1);
  });

  it('everything their sources read from the environment is set', () => {
    for (const { name, sources } of built) {
      const set = Object.keys(environmentOf(lambdaOf(name)));
      const read = readFrom(sources.filter((path) => /^(functions|packages)\//.test(path)));
      expect(set, name).toEqual(expect.arrayContaining(read));
    }
    expect(Object.keys(environmentOf(lambdaOf('auth')))).toContain('OIDC_CLIENT_SECRET');
  });

  it('each is traced, and may say so', () => {
    for (const lambda of all('aws:lambda/function:Function')) {
      expect(lambda.inputs.tracingConfig, lambda.name).toEqual({ mode: 'Active' });
      const role = lambda.name.replace(/Function$/, 'Role');
      for (const action of ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'])
        expect(may(role, action, '*'), `${role} ${action}`).toBe(true);
    }
  });

  it('Lambda’s own log lines of each call and metrics of each route are off by default', () => {
    for (const { name, inputs } of all('aws:lambda/function:Function')) {
      expect(inputs.loggingConfig, name).toMatchObject({ logFormat: 'JSON', systemLogLevel: 'WARN' });
    }
    const { routeSettings, defaultRouteSettings } = all('aws:apigatewayv2/stage:Stage')[0]!.inputs;
    const measured = [defaultRouteSettings, ...routeSettings].filter((route) => route.detailedMetricsEnabled);
    expect(measured).toEqual([]);
  });

  it('each writes to a log of its own, which ends', () => {
    for (const lambda of all('aws:lambda/function:Function')) {
      const log = made.find(({ inputs }) => inputs.name === lambda.inputs.loggingConfig.logGroup)!;
      expect(log.type, lambda.name).toBe('aws:cloudwatch/logGroup:LogGroup');
      expect(log.inputs.retentionInDays).toBe(90);
    }
  });
});

it('a request is followed through every log there is', () => {
  const { logGroupNames } = one('aws:cloudwatch/queryDefinition:QueryDefinition', 'FollowRequest').inputs;
  const groups = all('aws:cloudwatch/logGroup:LogGroup').map(({ inputs }) => inputs.name);
  expect(logGroupNames.toSorted()).toEqual(groups.filter((name: string) => !name.startsWith('aws-waf-')).sort());
});

describe('permissions', () => {
  it('no role may anything by a star', () => {
    const roles = made.filter(({ type }) => /^aws:iam\/(role|policy|userPolicy|rolePolicy)/.test(type));
    expect(roles.length).toBeGreaterThan(plannedLambdas.length);
    expect(roles.map((role) => [role.name, starsIn(role)]).filter(([, stars]) => stars!.length > 0)).toEqual([]);
  });

  it('a star is seen wherever it stands', () => {
    const role = (actions: string[], resources: string[], managedPolicyArns: string[] = [], from?: string): Made => {
      const conditions = from && [{ test: 'StringEquals', variable: 'ses:FromAddress', values: [from] }];
      const Statement = [{ actions, resources, ...(conditions && { conditions }) }];
      const inlinePolicies = [{ policy: JSON.stringify({ Statement }) }];
      return { type: 'aws:iam/role:Role', name: 'Bad', inputs: { managedPolicyArns, inlinePolicies } };
    };
    expect(starsIn(role(['dynamodb:*'], ['arn:aws:dynamodb:x:1:table/t']))).toEqual(['dynamodb:*']);
    expect(starsIn(role(['s3:GetObject'], ['*', 'arn:aws:s3:::*/media/*', 'arn:aws:s3:::b/*']))).toHaveLength(3);
    expect(starsIn(role(['s3:PutObject'], ['arn:aws:s3:::b/media/*']))).toEqual([]);
    expect(starsIn(role([], [], ['arn:aws:iam::aws:policy/AdministratorAccess']))).toHaveLength(1);
    // Traces belong to no resource; no other permission may use that as an excuse.
    expect(starsIn(role(['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], ['*']))).toEqual([]);
    expect(starsIn(role(['xray:PutTraceSegments', 'xray:GetTraceSummaries'], ['*']))).toEqual(['*']);
    expect(starsIn(role(['xray:PutTraceSegments', 's3:GetObject'], ['*']))).toEqual(['*']);
    // Mail to anybody, but from one sender.
    const anybody = 'arn:aws:ses:x:1:identity/*';
    expect(starsIn(role(['ses:SendEmail'], [anybody]))).toEqual([anybody]);
    expect(starsIn(role(['ses:SendEmail'], [anybody], [], 'nobody@b.vn'))).toEqual([]);
    expect(starsIn(role(['ses:SendEmail'], [anybody], [], '*@b.vn'))).toEqual([anybody]);
    expect(starsIn(role(['ses:SendEmail', 's3:GetObject'], [anybody], [], 'nobody@b.vn'))).toEqual([anybody]);
  });

  it('codes are sent in one name, to anybody: in SES’s sandbox those who get them are asked for too', () => {
    const [statement] = statementsOf('AuthRole').filter(({ actions }) => actions.includes('ses:SendEmail'));
    expect(statement).toMatchObject({
      actions: ['ses:SendEmail'],
      resources: expect.arrayContaining(['arn:aws:ses:ap-southeast-1:111122223333:identity/*']),
      conditions: [{ test: 'StringEquals', variable: 'ses:FromAddress', values: ['no-reply@sangkien.example.vn'] }],
    });
    expect(environmentOf(lambdaOf('auth')).MAIL_FROM).toBe('no-reply@sangkien.example.vn');
  });

  it('mail, pictures and the stream are for those who need them', () => {
    const holders = (action: string) =>
      all('aws:iam/role:Role')
        .filter(({ inputs }) => JSON.stringify(inputs.inlinePolicies).includes(action))
        .map(({ name }) => name);
    expect(holders('ses:SendEmail')).toEqual(['AuthRole']);
    expect(holders('s3:PutObject').sort()).toEqual(['JobSearchSnapshotRole', 'QueuePicturesRole', 'UploadRole']);
    const listing = ['JobSearchSnapshotRole', 'QueueAlikeRole', 'QueuePicturesRole', 'SearchRole', 'UploadRole'];
    expect(holders('s3:ListBucket').sort()).toEqual(listing);
    expect(holders('dynamodb:GetRecords').sort()).toEqual(
      [...streamReaders.map(({ name }) => `${resourceName(`stream-${name}`)}Role`), 'LettersRole'].sort(),
    );
    // All but the canary, which opens pages as readers do, and the search with its job, which only follow.
    expect(holders('dynamodb:PutItem')).toHaveLength(plannedLambdas.length - 3);
    expect(holders('dynamodb:Scan')).toEqual(['JobMigrateRole']);
  });

  it('pictures are withheld by one worker, which deletes nothing that it has put aside', () => {
    const bucket = coreOutputs.MediaBucketArn;
    const [role, others] = ['QueuePicturesRole', ['UploadRole', 'AuthRole', 'ApiRole']];
    expect(may(role, 's3:DeleteObject', `${bucket}/media/*`)).toBe(true);
    expect(may(role, 's3:DeleteObject', `${bucket}/withheld/*`)).toBe(false);
    expect(may(role, 's3:PutObject', `${bucket}/withheld/*`)).toBe(true);
    const { arn } = distribution();
    expect(may(role, 'cloudfront:CreateInvalidation', arn)).toBe(true);
    for (const other of others) {
      expect(may(other, 's3:PutObject', `${bucket}/withheld/*`), other).toBe(false);
      expect(may(other, 'cloudfront:CreateInvalidation', arn), other).toBe(false);
    }
    expect(environmentOf(lambdaOf('queue-pictures'))).toMatchObject({
      DISTRIBUTION_ID: distribution().id,
      MEDIA_BUCKET: coreOutputs.MediaBucketName,
    });
    // What was found to be infected is neither shown nor copied.
    for (const reader of [role, 'UploadRole']) {
      const reading = statementsOf(reader).filter(({ actions }) => actions.includes('s3:GetObject'));
      expect(reading).toMatchObject([
        {
          resources: [`${bucket}/media/*`, `${bucket}/withheld/*`],
          conditions: [
            {
              test: 'StringNotEquals',
              variable: 's3:ExistingObjectTag/GuardDutyMalwareScanStatus',
              values: ['THREATS_FOUND', 'UNSUPPORTED'],
            },
          ],
        },
      ]);
    }
  });
});

describe('the API', () => {
  it('every route of every contract is on its function, with its own throttle', () => {
    const routes = new Map(all('aws:apigatewayv2/route:Route').map(({ inputs }) => [inputs.routeKey, inputs.target]));
    const { routeSettings } = all('aws:apigatewayv2/stage:Stage')[0]!.inputs;
    for (const { endpoint } of allEndpoints()) {
      const key = `${endpoint.method} /api/v1${endpoint.path}`;
      const lambda = endpoint.lambda ?? 'api';
      expect(routes.get(key), key).toBe(`integrations/ApiTo-${lambda}-id`);
      const setting = routeSettings.find(({ routeKey }: { routeKey: string }) => routeKey === key);
      expect(setting?.throttlingRateLimit, key).toBeGreaterThan(0);
    }
    expect(routes.get('$default')).toBe('integrations/ApiTo-api-id');
    const named = [...routes.keys()].filter((key) => !key.startsWith('ANY '));
    expect(named).toHaveLength(allEndpoints().length + 1);
  });

  it('the capacity model reckons with these throttles', () => {
    const rateOf = (method: string, lambda: string) =>
      throttleOf(endpoints.find((endpoint) => endpoint.method === method && endpoint.lambda === lambda)!)
        .throttlingRateLimit;
    const rates = { reading: rateOf('GET', 'api'), writing: rateOf('PUT', 'api'), signingIn: rateOf('POST', 'auth') };
    expect(ownLimits.routes).toEqual(rates);
  });

  it('the capacity model charges for these routes, alarms and logs', () => {
    const stage = all('aws:apigatewayv2/stage:Stage')[0]!.inputs;
    const routes = all('aws:apigatewayv2/route:Route').length;
    expect(deployed.routeMetrics).toEqual({ on: stage.defaultRouteSettings.detailedMetricsEnabled, count: routes * 6 });
    // An alarm on a formula of metrics is paid for each of them.
    const { Resources } = JSON.parse(one('aws:cloudformation/stack:Stack', 'Core').inputs.templateBody);
    type Alarm = { Type: string; Properties: { Metrics?: { MetricStat?: object }[] } };
    const watched = (Object.values(Resources) as Alarm[])
      .filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm')
      .map(({ Properties: { Metrics } }) => Metrics?.filter(({ MetricStat }) => MetricStat).length ?? 1)
      .reduce((sum, count) => sum + count, all('aws:cloudwatch/metricAlarm:MetricAlarm').length);
    expect(watched).toBe(deployed.alarmMetrics);
    const silent = all('aws:lambda/function:Function').every(
      ({ inputs }) => inputs.loggingConfig?.systemLogLevel === 'WARN',
    );
    expect(deployed.systemLogs.on).toBe(!silent);
  });

  it('another method on an address of a function is answered by that function, as on one machine', () => {
    const targetOf = new Map(all('aws:apigatewayv2/route:Route').map(({ inputs }) => [inputs.routeKey, inputs.target]));
    for (const { endpoint } of allEndpoints()) {
      const path = `/api/v1${endpoint.path}`;
      const target = targetOf.get(`ANY ${path}`) ?? targetOf.get('$default');
      expect(target, path).toBe(`integrations/ApiTo-${pickLambda('TRACE', path)}-id`);
    }
  });

  it('may call the functions it leads to', () => {
    for (const integration of all('aws:apigatewayv2/integration:Integration')) {
      const lambda = integration.name.replace('ApiTo-', '');
      const version = lambda === 'search' ? ':7' : '';
      expect(integration.inputs.integrationUri).toMatch(new RegExp(`/${resourceName(lambda)}Function${version}$`));
      expect(integration.inputs.payloadFormatVersion).toBe('2.0');
      const permission = one('aws:lambda/permission:Permission', `ApiMayCall-${lambda}`);
      expect(permission.inputs.function).toBe(lambdaOf(lambda).inputs.name);
      expect(permission.inputs.qualifier).toBe(version ? '7' : undefined);
    }
  });
});

describe('the stream', () => {
  it.each(streamReaders)(
    '$name is called as the catalogue says, and what fails in all tries goes to the dead letters',
    (reader) => {
      const name = `stream-${reader.name}`;
      const { inputs } = one('aws:lambda/eventSourceMapping:EventSourceMapping', `${resourceName(name)}Mapping`);
      expect(inputs).toMatchObject({
        eventSourceArn: coreOutputs.TableStreamArn,
        functionName: lambdaOf(name).inputs.name,
        filterCriteria: { filters: filterOf(reader).map(({ Pattern }) => ({ pattern: Pattern })) },
        batchSize: reader.batchSize,
        maximumBatchingWindowInSeconds: reader.windowSeconds,
        maximumRetryAttempts: reader.maxAttempts,
        bisectBatchOnFunctionError: true,
        functionResponseTypes: ['ReportBatchItemFailures'],
        destinationConfig: { onFailure: { destinationArn: coreOutputs.StreamDeadLettersArn } },
      });
      // Lambda takes five filters a mapping, unless asked for more.
      expect(filterOf(reader).length).toBeLessThanOrEqual(5);
      const { inputs: alarm } = one('aws:cloudwatch/metricAlarm:MetricAlarm', `${resourceName(name)}Late`);
      expect(alarm).toMatchObject({
        metricName: 'IteratorAge',
        dimensions: { FunctionName: lambdaOf(name).inputs.name },
        alarmActions: [coreOutputs.AlarmTopicArn],
      });
      const [runbook] = alarm.alarmDescription.match(/docs.runbooks.[\w-]+[.]md$/);
      expect(readFileSync(join(root, runbook), 'utf8')).toContain('stream-late');
      const role = `${resourceName(name)}Role`;
      expect(may(role, 'sqs:SendMessage', coreOutputs.StreamDeadLettersArn)).toBe(true);
      expect(may(role, 'dynamodb:GetRecords', coreOutputs.TableStreamArn)).toBe(true);
    },
  );
});

describe('queues', () => {
  const queueOf = (name: string, part: string) => one('aws:sqs/queue:Queue', `${resourceName(`queue-${name}`)}${part}`);
  const arnOf = (queue: Made) => `arn:aws:mock:ap-southeast-1:111122223333:queue:Queue/${queue.name}`;

  it.each(queues)('$name is as the catalogue says, encrypted, by TLS alone, and stays with the data', (queue) => {
    const [messages, dead] = [queueOf(queue.name, 'Messages'), queueOf(queue.name, 'Dead')];
    expect(messages.inputs).toMatchObject({
      name: deployedQueueName('production', queue.name),
      visibilityTimeoutSeconds: queue.visibilitySeconds,
      kmsMasterKeyId: coreOutputs.KeyArn,
      messageRetentionSeconds: 14 * 86_400,
    });
    expect(messages.inputs.fifoQueue).toBeUndefined();
    expect(JSON.parse(messages.inputs.redrivePolicy)).toEqual({
      deadLetterTargetArn: arnOf(dead),
      maxReceiveCount: queue.maxReceives,
    });
    expect(dead.inputs).toMatchObject({
      name: deadLettersName('production', queue.name),
      kmsMasterKeyId: coreOutputs.KeyArn,
      messageRetentionSeconds: 14 * 86_400,
    });
    for (const made of [messages, dead]) {
      const { policy } = one('aws:sqs/queuePolicy:QueuePolicy', `${made.name}Tls`).inputs;
      expect(JSON.parse(policy).Statement).toMatchObject([{ effect: 'Deny', resources: [arnOf(made)] }]);
      expect(policy).toContain('aws:SecureTransport');
    }
  });

  it.each(queues)('$name calls its worker, no more at a time than the catalogue says', (queue) => {
    const name = `queue-${queue.name}`;
    const messages = arnOf(queueOf(queue.name, 'Messages'));
    const { inputs } = one('aws:lambda/eventSourceMapping:EventSourceMapping', `${resourceName(name)}Mapping`);
    expect(inputs).toMatchObject({
      eventSourceArn: messages,
      functionName: lambdaOf(name).inputs.name,
      batchSize: queue.batchSize,
      scalingConfig: { maximumConcurrency: queue.maximumConcurrency },
      functionResponseTypes: ['ReportBatchItemFailures'],
    });
    const { timeout } = lambdaOf(name).inputs;
    expect(timeout).toBe(queue.timeoutSeconds);
    expect(queue.visibilitySeconds).toBeGreaterThanOrEqual(6 * timeout);
    const role = `${resourceName(name)}Role`;
    for (const action of ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:SendMessage'])
      expect(may(role, action, messages), action).toBe(true);
    expect(may(role, 'kms:Decrypt', coreOutputs.KeyArn)).toBe(true);
  });

  it.each(queues)('$name raises an alarm when it is late, and when a message is among the dead letters', ({ name }) => {
    const resource = resourceName(`queue-${name}`);
    const alarms = [
      { alarm: 'Late', metricName: 'ApproximateAgeOfOldestMessage', QueueName: deployedQueueName('production', name) },
      {
        alarm: 'DeadLetters',
        metricName: 'ApproximateNumberOfMessagesVisible',
        QueueName: deadLettersName('production', name),
      },
    ];
    for (const { alarm, metricName, QueueName } of alarms) {
      const { inputs } = one('aws:cloudwatch/metricAlarm:MetricAlarm', `${resource}${alarm}`);
      expect(inputs).toMatchObject({
        metricName,
        dimensions: { QueueName },
        alarmActions: [coreOutputs.AlarmTopicArn],
      });
      const [runbook] = inputs.alarmDescription.match(/docs.runbooks.[\w-]+[.]md$/);
      expect(readFileSync(join(root, runbook), 'utf8')).toContain('Alarm `queue-');
    }
  });

  it('only those send to a queue who have work for it', () => {
    const senders = (queue: string) =>
      all('aws:iam/role:Role')
        .filter(({ name }) => name.endsWith('Role'))
        .filter(({ name }) => may(name, 'sqs:SendMessage', arnOf(queueOf(queue, 'Messages'))))
        .map(({ name }) => name)
        .sort();
    for (const { name } of queues) {
      const own = `${resourceName(`queue-${name}`)}Role`;
      const byJobs = jobs
        .filter(({ sends = [] }) => sends.includes(name))
        .map((job) => `${resourceName(`job-${job.name}`)}Role`);
      expect(senders(name), name).toEqual([own, 'OperationsRole', 'StreamLaterRole', ...byJobs].sort());
      const urls = JSON.parse(environmentOf(lambdaOf(`queue-${name}`)).QUEUE_URLS!);
      expect(Object.keys(urls)).toEqual([name]);
    }
    expect(Object.keys(JSON.parse(environmentOf(lambdaOf('stream-later')).QUEUE_URLS!)).sort()).toEqual(
      queues.map(({ name }) => name).sort(),
    );
    expect(environmentOf(lambdaOf('stream-now')).QUEUE_URLS).toBe('{}');
    expect(Object.keys(JSON.parse(environmentOf(lambdaOf('job-reproject')).QUEUE_URLS!))).toEqual(['pictures']);
  });

  it('every queue of dead letters is emptied by the function that files them, and an alarm tells while one waits', () => {
    const given = JSON.parse(environmentOf(lambdaOf('letters')).LETTER_SOURCES!);
    const dead = [
      ...queues.map(({ name, maxReceives }) => ({
        source: name,
        tries: maxReceives,
        arn: arnOf(queueOf(name, 'Dead')),
      })),
      { source: 'streams', arn: coreOutputs.StreamDeadLettersArn },
      { source: 'jobs', arn: coreOutputs.JobDeadLettersArn },
    ];
    expect(given).toEqual(Object.fromEntries(dead.map(({ arn, ...told }) => [arn, told])));
    const mappings = all('aws:lambda/eventSourceMapping:EventSourceMapping').filter(({ name }) =>
      name.startsWith('Letters'),
    );
    expect(mappings.map(({ inputs }) => inputs.eventSourceArn).sort()).toEqual(dead.map(({ arn }) => arn).sort());
    for (const { inputs } of mappings)
      expect(inputs).toMatchObject({
        functionName: lambdaOf('letters').inputs.name,
        functionResponseTypes: ['ReportBatchItemFailures'],
      });
    // What SQS hides a received message for where nothing is said, seconds: Lambda refuses a function that may take longer.
    expect(lambdaOf('letters').inputs.timeout).toBeLessThanOrEqual(30);
    for (const { arn } of dead)
      for (const action of ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'])
        expect(may('LettersRole', action, arn), action).toBe(true);
    expect(may('LettersRole', 'dynamodb:GetShardIterator', coreOutputs.TableStreamArn)).toBe(true);
    const { inputs } = one('aws:cloudwatch/metricAlarm:MetricAlarm', 'LettersOpen');
    expect(inputs).toMatchObject({ metricName: 'OpenLetters', threshold: 1, treatMissingData: 'ignore' });
    const urls = JSON.parse(environmentOf(lambdaOf('operations')).QUEUE_URLS!);
    expect(Object.keys(urls).sort()).toEqual(queues.map(({ name }) => name).sort());
  });
});

describe('jobs', () => {
  it.each(jobs)('$name runs by its clock, or waits to be called', ({ name, everyMinutes, nightlyAt }) => {
    const resource = resourceName(`job-${name}`);
    expect(lambdaOf(`job-${name}`).inputs).toMatchObject({ reservedConcurrentExecutions: 1, timeout: 900 });
    const schedules = all('aws:scheduler/schedule:Schedule').filter(
      (schedule) => schedule.name === `${resource}Schedule`,
    );
    expect(schedules).toHaveLength(everyMinutes ? 1 : 0);
    if (!everyMinutes) return;
    const { scheduleExpression, scheduleExpressionTimezone, target } = schedules[0]!.inputs;
    const [hours, minutes] = (nightlyAt ?? '').split(':').map(Number);
    if (!nightlyAt) expect(scheduleExpression).toBe(`rate(${everyMinutes} minutes)`);
    // A rate starts when it was deployed, at any hour.
    else
      expect([scheduleExpression, scheduleExpressionTimezone]).toEqual([
        `cron(${minutes} ${hours} * * ? *)`,
        'Asia/Ho_Chi_Minh',
      ]);
    expect(target.arn).toMatch(new RegExp(`/${resource}Function$`));
    expect(target.deadLetterConfig.arn).toBe(coreOutputs.JobDeadLettersArn);
    expect(may(`${resource}Clock`, 'lambda:InvokeFunction', target.arn)).toBe(true);
    expect(may(`${resource}Clock`, 'sqs:SendMessage', coreOutputs.JobDeadLettersArn)).toBe(true);
  });

  it('administrators start them through one function, which may call these and nothing else', () => {
    const arns = jobs.map(({ name }) => one('aws:lambda/function:Function', `${resourceName(`job-${name}`)}Function`));
    const mayCall = statementsOf('OperationsRole').filter(({ actions }) => actions.includes('lambda:InvokeFunction'));
    expect(mayCall).toHaveLength(1);
    expect(mayCall[0]!.actions).toEqual(['lambda:InvokeFunction']);
    expect(mayCall[0]!.resources.map((arn) => arn.split('/').pop()).sort()).toEqual(
      arns.map(({ name }) => name).sort(),
    );
    const names = JSON.parse(environmentOf(lambdaOf('operations')).JOB_FUNCTIONS!);
    expect(Object.keys(names).sort()).toEqual(jobs.map(({ name }) => name).sort());
    expect(statementsOf('ApiRole').filter(({ actions }) => String(actions).includes('lambda:'))).toEqual([]);
  });

  it('what runs once a day runs at night', () => {
    const daily = jobs.filter(({ everyMinutes }) => everyMinutes === 24 * 60);
    expect(daily.length).toBeGreaterThan(0);
    for (const { name, nightlyAt } of daily) expect(nightlyAt, name).toMatch(/^0[1-4]:[0-5]\d$/);
  });
});

describe('the search', () => {
  const statements = (role: string) => statementsOf(role).filter(({ resources }) => !resources.includes('*'));
  const bucketArn = 'arn:aws:mock:ap-southeast-1:111122223333:bucket:Bucket/SnapshotsBucket';

  it('has memory and a disk for its replica, and one instance of it is kept ready', () => {
    const { inputs } = lambdaOf('search');
    expect(inputs).toMatchObject({ memorySize: 2_048, ephemeralStorage: { size: 6_144 }, timeout: 10, publish: true });
    expect(environmentOf(lambdaOf('search'))).toMatchObject({
      SNAPSHOT_BUCKET: one('aws:s3/bucket:Bucket', 'SnapshotsBucket').inputs.bucket,
      SEARCH_OLDEST_MS: '2000',
    });
    const [provisioned, ...more] = all('aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig');
    expect(more).toEqual([]);
    expect(provisioned!.inputs).toMatchObject({
      functionName: inputs.name,
      qualifier: '7',
      provisionedConcurrentExecutions: 1,
    });
    expect(deployed.keptReadyGb, 'the bill counts it').toBe(inputs.memorySize / 1_024);
    for (const { name } of plannedLambdas.filter(({ name }) => name !== 'search'))
      expect(lambdaOf(name).inputs.publish, name).toBe(false);
    expect(settingsOf('staging', { SITE_DOMAIN: 'b.vn' }).keepsReady).toBe(false);
  });

  it('its routes are the lists, the searches, what is like a draft, and the tags in use', () => {
    const target = 'integrations/ApiTo-search-id';
    const routes = all('aws:apigatewayv2/route:Route').filter(({ inputs }) => inputs.target === target);
    expect(
      routes
        .map(({ inputs }) => inputs.routeKey)
        .filter((key) => !key.startsWith('ANY '))
        .sort(),
    ).toEqual([
      'GET /api/v1/admin/tags',
      'GET /api/v1/challenges',
      'GET /api/v1/search',
      'GET /api/v1/search/suggest',
      'GET /api/v1/solutions',
      'POST /api/v1/challenges/similar',
      'POST /api/v1/challenges/{id}/solutions/similar',
    ]);
  });

  it('reads the table and snapshots, and may write nothing', () => {
    const index = (name: string) => `${coreOutputs.TableArn}/index/${name}`;
    const logs = ['logs:CreateLogStream', 'logs:PutLogEvents'];
    const others = statements('SearchRole').filter(({ actions }) => String(actions) !== String(logs));
    expect(others.map(({ actions, resources }) => ({ actions, resources }))).toEqual([
      {
        actions: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'],
        resources: [coreOutputs.TableArn],
      },
      { actions: ['dynamodb:Query'], resources: ['gsi1', 'gsi2', 'gsi3'].map(index) },
      { actions: ['kms:Decrypt'], resources: [coreOutputs.KeyArn] },
      { actions: ['s3:GetObject'], resources: [`${bucketArn}/snapshots/*`] },
      { actions: ['s3:ListBucket'], resources: [bucketArn] },
      { actions: ['kms:Decrypt'], resources: [coreOutputs.KeyArn] },
    ]);
  });

  it('the job that makes snapshots follows the index of changes, and stores what it makes', () => {
    expect(lambdaOf('job-search-snapshot').inputs).toMatchObject({
      memorySize: 2_048,
      ephemeralStorage: { size: 10_240 },
    });
    const role = 'JobSearchSnapshotRole';
    expect(may(role, 'dynamodb:Query', `${coreOutputs.TableArn}/index/gsi3`)).toBe(true);
    expect(may(role, 'dynamodb:BatchGetItem', coreOutputs.TableArn)).toBe(true);
    expect(may(role, 's3:PutObject', `${bucketArn}/snapshots/*`)).toBe(true);
    expect(may(role, 'kms:GenerateDataKey', coreOutputs.KeyArn)).toBe(true);
    const writing = statements(role).filter(({ actions }) =>
      actions.some((action) => /^dynamodb:(Put|Update|Delete|BatchWrite|Scan|Get)/.test(action)),
    );
    const own = {
      test: 'ForAllValues:StringEquals',
      variable: 'dynamodb:LeadingKeys',
      values: ['JOB#search-snapshot'],
    };
    expect(writing).toMatchObject([
      { actions: ['dynamodb:UpdateItem'], resources: [coreOutputs.TableArn], conditions: [own] },
    ]);
  });

  it('snapshots lie in a private bucket without versions, encrypted with our key, for seven days, and go with the stage', () => {
    const { inputs, options } = one('aws:s3/bucket:Bucket', 'SnapshotsBucket');
    expect(inputs).toMatchObject({ forceDestroy: true });
    expect(options?.retainOnDelete).toBe(false);
    expect(all('aws:s3/bucketVersioning:BucketVersioning')).toEqual([]);
    const named = (type: string) => all(type).find(({ name }) => name.startsWith('Snapshots'))!.inputs;
    expect(named('aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock')).toMatchObject({
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    expect(named('aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration').rules).toMatchObject([
      { status: 'Enabled', expiration: { days: 7 } },
    ]);
    const [rule] = named(
      'aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration',
    ).rules;
    expect(rule.applyServerSideEncryptionByDefault).toEqual({
      sseAlgorithm: 'aws:kms',
      kmsMasterKeyId: coreOutputs.KeyArn,
    });
    const { policy } = named('aws:s3/bucketPolicy:BucketPolicy');
    expect(JSON.parse(policy).Statement).toMatchObject([{ effect: 'Deny', actions: ['s3:*'] }]);
    expect(policy).toContain('aws:SecureTransport');
  });

  it.each([
    ['SearchBehind', 'IndexAge'],
    ['SearchNotReady', 'IndexNotReady'],
    ['SearchRebuilt', 'IndexRebuilds'],
    ['SearchDisk', 'DiskUsed'],
  ])('%s is raised by a figure that the function writes', (alarm, metric) => {
    const { inputs } = one('aws:cloudwatch/metricAlarm:MetricAlarm', alarm);
    expect(inputs).toMatchObject({
      namespace: 'HanoiIdeas/production',
      metricName: metric,
      dimensions: { service: 'hanoi-ideas' },
    });
    expect(readFileSync(join(root, 'functions/src/metrics.ts'), 'utf8')).toContain(`addMetric('${metric}'`);
  });
});

describe('whether people get pages', () => {
  it('5xx of pages raise an alarm', () => {
    const server = all('aws:lambda/function:Function').find(({ name }) => name.startsWith('WebServer'))!;
    expect(one('aws:cloudwatch/metricAlarm:MetricAlarm', 'PagesFaults').inputs).toMatchObject({
      namespace: 'AWS/Lambda',
      metricName: 'Url5xxCount',
      statistic: 'Sum',
      dimensions: { FunctionName: server.inputs.name },
    });
  });

  it('a canary opens the home page every minute by the site’s own address, and raises an alarm when it fails or does not run', () => {
    const lambda = lambdaOf('canary');
    expect(environmentOf(lambda).PUBLIC_ORIGIN).toBe('https://sangkien.example.vn');
    expect(one('aws:scheduler/schedule:Schedule', 'CanarySchedule').inputs).toMatchObject({
      scheduleExpression: 'rate(1 minute)',
      target: { arn: expect.stringMatching(/\/CanaryFunction$/) },
    });
    expect(
      may(
        'CanaryClock',
        'lambda:InvokeFunction',
        'arn:aws:mock:ap-southeast-1:111122223333:function:Function/CanaryFunction',
      ),
    ).toBe(true);
    expect(one('aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig', 'CanaryTries').inputs).toMatchObject({
      functionName: lambda.inputs.name,
      maximumRetryAttempts: 0,
    });
    expect(one('aws:cloudwatch/metricAlarm:MetricAlarm', 'SiteDown').inputs).toMatchObject({
      metricName: 'Errors',
      dimensions: { FunctionName: lambda.inputs.name },
      treatMissingData: 'breaching',
    });
  });

  it('every alarm notifies the topic, and names a runbook that exists', () => {
    const alarms = all('aws:cloudwatch/metricAlarm:MetricAlarm');
    expect(alarms.length).toBe(2 * queues.length + streamReaders.length + 2 + 4 + 1);
    for (const { name, inputs } of alarms) {
      expect([inputs.alarmActions, inputs.okActions], name).toEqual([
        [coreOutputs.AlarmTopicArn],
        [coreOutputs.AlarmTopicArn],
      ]);
      const runbook = inputs.alarmDescription.match(/docs.runbooks.[\w-]+[.]md$/)?.[0];
      expect(runbook && existsSync(join(root, runbook)), name).toBe(true);
    }
  });
});

describe('the edge', () => {
  const webServer = () => all('aws:lambda/function:Function').find(({ name }) => name.startsWith('WebServer')) as Made;

  it('pages, API and pictures stand behind one address', () => {
    const entries = all('pulumi-nodejs:dynamic:Resource').map(({ inputs }) => String(inputs.entry ?? ''));
    expect(entries.find((entry) => entry.startsWith('url,'))).toMatch(/,\/api$/);
    expect(entries.find((entry) => entry.startsWith('bucket,'))).toMatch(/,\/media$/);
    expect(entries.find((entry) => entry.startsWith('site,'))).toBeDefined();
    expect(one('aws:cloudfront/distribution:Distribution', 'RouterCdnDistribution').inputs.aliases).toEqual([
      'sangkien.example.vn',
    ]);
  });

  it('the pages know where the API is, and everything else they read', () => {
    const environment = environmentOf(webServer());
    expect(environment.API_ORIGIN).toBe('https://api.example.test');
    const files = globSync('web/src/**/*.{ts,svelte}', { cwd: root }).filter((path) => !path.endsWith('.test.ts'));
    // The page of the demo's people is on one machine alone.
    const read = readFrom(files).filter((name) => name !== 'DEMO_PEOPLE');
    expect(Object.keys(environment)).toEqual(expect.arrayContaining(read));
    expect(environment.DEMO_PEOPLE).toBeUndefined();
    expect(webServer().inputs.architectures).toEqual(['arm64']);
  });

  it('a request through the edge carries the secret and the address, and every origin knows the secret', () => {
    const { code } = one('aws:cloudfront/function:Function', 'RouterCloudfrontFunctionRequest').inputs;
    expect(code).toContain('sent["x-origin-secret"] = { value: "origin-secret-of-the-test" }');
    expect(code).toContain('sent["x-viewer-address"] = { value: event.viewer.ip }');
    // CloudFront takes ten kilobytes.
    expect(code.length).toBeLessThan(10_240);
    const origins = [webServer(), ...['api', 'auth', 'operations', 'search', 'upload'].map(lambdaOf)];
    for (const lambda of origins) {
      expect(environmentOf(lambda).ORIGIN_SECRET, lambda.name).toBe('origin-secret-of-the-test');
    }
  });

  it('what Lambda would refuse as too large is refused at the edge: people read why, programs get a problem', async () => {
    const ask = async (uri: string, length: number) => {
      const headers = { 'content-length': { value: String(length) }, host: { value: 'sangkien.example.vn' } };
      const request = { method: 'POST', uri, headers, cookies: {}, querystring: {} };
      return edge({ get: () => Promise.reject(new Error('empty')) }, () => {})({
        viewer: { ip: '203.0.113.1' },
        request,
      });
    };
    const [least, tooLong] = [4_718_592, 4_718_593];
    for (const uri of ['/challenges/new', '/api/v1/challenges'])
      expect(await ask(uri, least), uri).toMatchObject({ uri });
    expect(await ask('/en/challenges/chl_01/pictures', tooLong)).toMatchObject({
      statusCode: 303,
      headers: { location: { value: '/en/challenges/chl_01/pictures?problem=upload_too_large#add' } },
    });
    const forPrograms = await ask('/api/v1/uploads', tooLong);
    expect(forPrograms).toMatchObject({
      statusCode: 413,
      headers: { 'content-type': { value: 'application/problem+json' } },
    });
    expect(JSON.parse(forPrograms.body.data)).toMatchObject({ status: 413, code: 'payload_too_large' });
    const { statusCode, headers } = await ask('/challenges/new', tooLong);
    expect(statusCode).toBe(303);
    expect(failurePages()[headers.location.value.slice(1)]).toBe(
      failurePageInBoth('payload_too_large', { mayRetry: false }),
    );
  });

  it('a picture has one address, which the cache can forget', async () => {
    const ask = async (uri: string) => {
      const headers = { host: { value: 'sangkien.example.vn' } };
      const request = { method: 'GET', uri, headers, cookies: {}, querystring: { a: { value: '1' } } };
      const event = { viewer: { ip: '203.0.113.1' }, request };
      const answer = await edge({ get: () => Promise.reject(new Error('empty')) }, () => {})(event);
      return { status: answer.statusCode, query: request.querystring };
    };
    expect(await ask('/media/upl_01.webp')).toEqual({ status: undefined, query: {} });
    expect(await ask('/media/upl_01%2Ewebp')).toMatchObject({ status: 404 });
    expect(await ask('/search')).toEqual({ status: undefined, query: { a: { value: '1' } } });
  });

  it('reads its store twice for a page, and once more for a file, as the capacity model counts', async () => {
    const { keyReads } = deployed;
    const { code } = one('aws:cloudfront/function:Function', 'RouterCloudfrontFunctionRequest').inputs;
    const site = {
      s3: { domain: 'files.test', dir: '', routes: ['/_app/immutable'] },
      servers: [['pages.test', 0, 0]],
    };
    const namespace = /routerNS = "(\w+)"/.exec(code)![1];
    const store: Record<string, unknown> = {
      [`${namespace}:routes`]: ['site,web,,/', 'url,api,,/api', 'bucket,media,,/media'],
      'web:metadata': site,
      'api:metadata': { host: 'api.test' },
      'media:metadata': { domain: 'pictures.test' },
      'web:/favicon.svg': 's3',
    };
    const ask = async (uri: string) => {
      let reads = 0;
      let origin = '';
      const get = async (key: string) => {
        reads++;
        if (!(key in store)) throw new Error(`no ${key}`);
        return JSON.stringify(store[key]);
      };
      const handler = edge({ get }, ({ domainName }) => (origin = domainName));
      const headers = { host: { value: 'sangkien.example.vn' } };
      await handler({ viewer: { ip: '203.0.113.1' }, request: { uri, headers, cookies: {}, querystring: {} } });
      return [origin, reads];
    };
    expect(await ask('/challenges/chl_01')).toEqual(['pages.test', keyReads.page]);
    expect(await ask('/')).toEqual(['pages.test', keyReads.page]);
    expect(await ask('/favicon.svg')).toEqual(['files.test', keyReads.file]);
    expect(await ask('/_app/immutable/entry.js')).toEqual(['files.test', keyReads.file]);
    expect(await ask('/media/a.webp')).toEqual(['pictures.test', keyReads.picture]);
    expect(await ask('/api/v1/challenges')).toEqual(['api.test', 2]);
    expect(keyReads).toEqual({ page: 2, file: 3, picture: 2 });
    // A page rendered beforehand would have to be looked for again.
    expect(globSync('web/.svelte-kit/svelte-kit-sst/prerendered/**/*.html', { cwd: root })).toEqual([]);
  });

  it('the cache never gives one person the page of another', () => {
    const key = all('aws:cloudfront/cachePolicy:CachePolicy')[0]!.inputs.parametersInCacheKeyAndForwardedToOrigin;
    expect(key.cookiesConfig.cookies.items).toEqual(['__Host-session']);
    expect(key.headersConfig.headers.items).toEqual(expect.arrayContaining(['authorization', 'accept-language']));
  });

  it('CloudFront answers by a page where neither the API nor the pages could, and replaces nothing of theirs', () => {
    const { customErrorResponses, origins, orderedCacheBehaviors } = one(
      'aws:cloudfront/distribution:Distribution',
      'RouterCdnDistribution',
    ).inputs;
    const pages = customErrorResponses.filter(({ responsePagePath }: Record<string, unknown>) => responsePagePath);
    expect(pages.map(({ errorCode, responseCode }: Record<string, number>) => [errorCode, responseCode])).toEqual([
      [414, 414],
      [502, 502],
      [504, 504],
    ]);
    const ours = new Set(
      Object.entries(errorCatalogue)
        .filter(([code]) => code !== 'address_too_long')
        .map(([, status]) => status as number),
    );
    for (const { errorCode } of pages) expect(ours.has(errorCode), 'a status of the API').toBe(false);
    // CloudFront asks no function where the page of an error is: it is fetched by a behaviour and an origin of its own.
    const [behavior] = orderedCacheBehaviors;
    expect(behavior).toMatchObject({ pathPattern: '/media/failures/*', responseHeadersPolicyId: 'SecurityHeaders-id' });
    expect(behavior.functionAssociations).toBeUndefined();
    expect(origins.find(({ originId }: { originId: string }) => originId === behavior.targetOriginId)).toMatchObject({
      domainName: 'hanoi-ideas-test-media.s3.ap-southeast-1.amazonaws.com',
      originAccessControlId: 'FailurePages-id',
    });
    expect(origins.map(({ originId }: { originId: string }) => originId)).toContain('default');
    for (const { responsePagePath } of pages)
      expect(failurePages()[responsePagePath.slice(1)]).toMatch(/<html lang="vi">[\s\S]*<section lang="en">/);
    for (const { inputs } of all('aws:s3/bucketObjectv2:BucketObjectv2').filter(isFailurePage))
      expect(inputs).toMatchObject({
        bucket: 'hanoi-ideas-test-media',
        contentType: 'text/html; charset=utf-8',
        cacheControl: 'max-age=0, s-maxage=86400',
      });
  });

  it('the cache keeps no errors', () => {
    const { customErrorResponses } = one('aws:cloudfront/distribution:Distribution', 'RouterCdnDistribution').inputs;
    const kept = customErrorResponses.filter(
      ({ errorCachingMinTtl: seconds }: Record<string, number>) => seconds !== 0,
    );
    expect(kept).toEqual([]);
    expect(customErrorResponses.map(({ errorCode }: Record<string, number>) => errorCode)).toEqual(
      expect.arrayContaining([403, 404, 500, 502, 503, 504]),
    );
  });

  it('speaks IPv6 and HTTP/3', () => {
    const { inputs } = one('aws:cloudfront/distribution:Distribution', 'RouterCdnDistribution');
    expect(inputs).toMatchObject({ isIpv6Enabled: true, httpVersion: 'http2and3' });
  });

  it('pages of other sites can’t read the pages’ function', () => {
    const [url] = all('aws:lambda/functionUrl:FunctionUrl');
    expect(url!.inputs.cors).toBeUndefined();
    expect(all('aws:lambda/functionUrl:FunctionUrl')).toHaveLength(1);
  });

  it('two secrets are accepted, so that one can replace the other without refusing anybody', () => {
    for (const lambda of [webServer(), ...['api', 'auth', 'operations', 'search', 'upload'].map(lambdaOf)])
      expect(environmentOf(lambda).ORIGIN_SECRET_ALSO, lambda.name).toBe('origin-secret-before');
  });

  it('the firewall finds by rate, reputation and the known bad, and refuses those and what is too long', () => {
    const { rules, scope } = all('aws:wafv2/webAcl:WebAcl')[0]!.inputs;
    expect(scope).toBe('CLOUDFRONT');
    expect(rules.map(({ name }: { name: string }) => name)).toEqual([
      'RateLimitPerIP',
      'AWSManagedRulesKnownBadInputsRuleSet',
      'KnownBadAddresses',
      'TooOftenProgram',
      'TooOften',
      'RefusedProgram',
      'Refused',
    ]);
    expect(rules, 'the bill counts them').toHaveLength(deployed.firewallRules);
    expect(rules.map(({ priority }: { priority: number }) => priority)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    // At first it only counts.
    for (const { name, action, overrideAction } of rules) expect(action ?? overrideAction, name).toEqual({ count: {} });
    const [rate] = rules;
    const { rateBasedStatement } = rate.statement;
    // Thousands of phones of a carrier stand behind one address.
    expect(rateBasedStatement).toMatchObject({ aggregateKeyType: 'IP', limit: 60_000 });
    const { statements } = rateBasedStatement.scopeDownStatement.notStatement.statements[0].orStatement;
    const spared = statements.map(({ byteMatchStatement }: Record<string, Record<string, string>>) => [
      byteMatchStatement!.positionalConstraint,
      byteMatchStatement!.searchString,
    ]);
    expect(spared).toEqual([
      ['STARTS_WITH', '/_app/'],
      ['STARTS_WITH', '/media/'],
    ]);
    const { inputs } = one('aws:cloudfront/distribution:Distribution', 'RouterCdnDistribution');
    expect(inputs.webAclId).toMatch(/WebAcl/);
    expect(inputs.defaultCacheBehavior.responseHeadersPolicyId).toBe('SecurityHeaders-id');
  });

  it('set to block, it tells people by a page and programs by a problem', async () => {
    const args = { rules: all('aws:wafv2/webAcl:WebAcl')[0]!.inputs.rules.slice(0, 2) } as aws.wafv2.WebAclArgs;
    const { tightenFirewall } = await import('./firewall.ts');
    tightenFirewall('block')(args);
    const rules = await new Promise<Made['inputs'][]>((done) => $output(args.rules).apply((all) => done(all as never)));
    const bodies = new Map(
      (args.customResponseBodies as { key: string; content: string; contentType: string }[]).map((body) => [
        body.key,
        body,
      ]),
    );
    const told = Object.fromEntries(
      rules.slice(3).map(({ name, action }) => {
        const { responseCode, customResponseBodyKey } = action.block.customResponse;
        return [name, [responseCode, bodies.get(customResponseBodyKey)!] as const];
      }),
    );
    for (const { name, action, overrideAction } of rules.slice(0, 3))
      expect(action ?? overrideAction, `${name} only labels`).toEqual({ count: {} });
    for (const [name, status, code] of [
      ['TooOften', 429, 'too_many_requests'],
      ['Refused', 403, 'request_refused'],
    ] as const) {
      expect(told[name]).toMatchObject([status, { contentType: 'TEXT_HTML' }]);
      expect(told[name]![1].content).toContain(errorMessages.vi[code].title);
      expect(told[`${name}Program`]).toMatchObject([status, { contentType: 'APPLICATION_JSON' }]);
      expect(JSON.parse(told[`${name}Program`]![1].content)).toMatchObject({ status, code });
    }
    // AWS takes four kilobytes.
    for (const { key, content } of bodies.values()) expect(Buffer.byteLength(content), key).toBeLessThan(4_096);
    const found = [rules[0]!.ruleLabels[0].name, ...JSON.stringify(rules[6]!.statement).match(/awswaf:[\w:-]+/g)!];
    expect(found).toEqual([
      rules[4]!.statement.labelMatchStatement.key,
      'awswaf:managed:aws:known-bad-inputs:',
      'awswaf:managed:aws:amazon-ip-list:AWSManagedIPReputationList',
      'awswaf:managed:aws:amazon-ip-list:AWSManagedReconnaissanceList',
    ]);
    // What is too long: addresses, queries, cookies, bodies of eight digits.
    const sizes = rules[6]!.statement.orStatement.statements.flatMap(
      ({ sizeConstraintStatement }: Made['inputs']) => sizeConstraintStatement?.size ?? [],
    );
    expect(sizes).toEqual([2_048, 4_096, 8_192, 7]);
  });
});

const isFailurePage = ({ name }: Made) => name.startsWith('FailurePage');

/** The pages that lie ready at the edge, by their keys. */
function failurePages(): Record<string, string> {
  const objects = all('aws:s3/bucketObjectv2:BucketObjectv2').filter(isFailurePage);
  return Object.fromEntries(objects.map(({ inputs }) => [inputs.key, inputs.content]));
}

/** The edge's function as it is deployed; `store` answers its reads, `towards` hears of the origin it chose. */
function edge(store: { get(key: string): Promise<string> }, towards: (origin: { domainName: string }) => unknown) {
  const { code } = one('aws:cloudfront/function:Function', 'RouterCloudfrontFunctionRequest').inputs;
  const cf = { kvs: () => store, updateRequestOrigin: towards };
  return new Function('cf', 'require', `${code.replace(/import cf from .*/, '')}; return handler;`)(
    cf,
    (name: string) => process.getBuiltinModule(name),
  );
}

/** Names of environment variables these sources read. */
function readFrom(paths: string[]): string[] {
  const names = new Set<string>();
  for (const path of paths) {
    const text = readFileSync(join(root, path), 'utf8');
    for (const [, name] of text.matchAll(/process\.env\.([A-Z][A-Z0-9_]*)/g)) names.add(name!);
    for (const [, list] of text.matchAll(/const \{([^}]*)\} = process\.env/g)) {
      for (const name of list!.split(',')) names.add(name.split(/[:=]/)[0]!.trim());
    }
  }
  // What Lambda sets itself.
  return [...names].filter((name) => name && !name.startsWith('AWS_LAMBDA_'));
}

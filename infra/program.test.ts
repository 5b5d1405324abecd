/** The whole deployment as it would be, made by SST's components under Pulumi's mocks. */
import { globSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { allEndpoints } from '@hanoi/core/contracts';
import { jobs } from '@hanoi/functions/jobs/catalogue';
import { pickLambda } from '@hanoi/functions/lambdas';
import { queues } from '@hanoi/functions/queue/catalogue';
import { deadLettersName, deployedQueueName } from '@hanoi/functions/queue/names';
import { streamConsumers, streamReaders } from '@hanoi/functions/stream/catalogue';
import { filterOf } from '@hanoi/functions/stream/wanted';
import { deployed } from '@hanoi/tools/capacity/deployed';
import { ownLimits } from '@hanoi/tools/capacity/quotas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bundle, bundleLambdas } from './bundle.ts';
import { outputs } from './cdk/names.ts';
import { endpoints, plannedLambdas, resourceName } from './plan.ts';
import { synthesiseCore } from './prepare.ts';
import { settingsOf } from './settings.ts';
import { install } from './testing/platform.ts';
import { coreOutputs, type Made, runProgram } from './testing/run-program.ts';
import { starsIn } from './testing/stars.ts';
import { throttleOf } from './throttle.ts';

const root = resolve(import.meta.dirname, '..');
let bundles: string;
let built: Bundle[];
let made: Made[];
beforeAll(async () => {
  bundles = await mkdtemp(join(tmpdir(), 'bundles-'));
  built = await bundleLambdas(bundles);
  const env = { SITE_DOMAIN: 'sangkien.example.vn', OIDC_ISSUER: 'https://id.example.vn', OIDC_CLIENT_ID: 'hanoi' };
  const settings = settingsOf('production', env);
  made = await runProgram('production', async () => {
    const { deploy } = await import('./deploy.ts');
    deploy(settings, { bundles, coreTemplate: synthesiseCore(root, 'production') });
  });
});
afterAll(() => rm(bundles, { recursive: true }));

const all = (type: string) => made.filter((one) => one.type === type);
function one(type: string, name: string): Made {
  const found = made.filter((resource) => resource.type === type && resource.name === name);
  expect(found, `${type} ${name}`).toHaveLength(1);
  return found[0]!;
}
const lambdaOf = (name: string) => one('aws:lambda/function:Function', `${resourceName(name)}Function`);
const environmentOf = (lambda: Made): Record<string, string> => lambda.inputs.environment.variables;
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
    const role = (actions: string[], resources: string[], managedPolicyArns: string[] = []): Made => ({
      type: 'aws:iam/role:Role',
      name: 'Bad',
      inputs: {
        managedPolicyArns,
        inlinePolicies: [{ policy: JSON.stringify({ Statement: [{ actions, resources }] }) }],
      },
    });
    expect(starsIn(role(['dynamodb:*'], ['arn:aws:dynamodb:x:1:table/t']))).toEqual(['dynamodb:*']);
    expect(starsIn(role(['s3:GetObject'], ['*', 'arn:aws:s3:::*/media/*', 'arn:aws:s3:::b/*']))).toHaveLength(3);
    expect(starsIn(role(['s3:PutObject'], ['arn:aws:s3:::b/media/*']))).toEqual([]);
    expect(starsIn(role([], [], ['arn:aws:iam::aws:policy/AdministratorAccess']))).toHaveLength(1);
    // Traces belong to no resource; no other permission may use that as an excuse.
    expect(starsIn(role(['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], ['*']))).toEqual([]);
    expect(starsIn(role(['xray:PutTraceSegments', 'xray:GetTraceSummaries'], ['*']))).toEqual(['*']);
    expect(starsIn(role(['xray:PutTraceSegments', 's3:GetObject'], ['*']))).toEqual(['*']);
  });

  it('mail, pictures and the stream are for those who need them', () => {
    const holders = (action: string) =>
      all('aws:iam/role:Role')
        .filter(({ inputs }) => JSON.stringify(inputs.inlinePolicies).includes(action))
        .map(({ name }) => name);
    expect(holders('ses:SendEmail')).toEqual(['AuthRole']);
    expect(holders('s3:PutObject')).toEqual(['UploadRole']);
    expect(holders('dynamodb:GetRecords').sort()).toEqual(
      streamReaders.map(({ name }) => `${resourceName(`stream-${name}`)}Role`).sort(),
    );
    expect(holders('dynamodb:PutItem')).toHaveLength(plannedLambdas.length);
    expect(holders('dynamodb:Scan')).toEqual(['JobMigrateRole']);
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
      expect(integration.inputs.integrationUri).toMatch(new RegExp(`/${resourceName(lambda)}Function$`));
      expect(integration.inputs.payloadFormatVersion).toBe('2.0');
      const permission = one('aws:lambda/permission:Permission', `ApiMayCall-${lambda}`);
      expect(permission.inputs.function).toBe(lambdaOf(lambda).inputs.name);
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
      expect(senders(name), name).toEqual([own, 'StreamLaterRole'].sort());
      const urls = JSON.parse(environmentOf(lambdaOf(`queue-${name}`)).QUEUE_URLS!);
      expect(Object.keys(urls)).toEqual([name]);
    }
    expect(Object.keys(JSON.parse(environmentOf(lambdaOf('stream-later')).QUEUE_URLS!)).sort()).toEqual(
      queues.map(({ name }) => name).sort(),
    );
    expect(environmentOf(lambdaOf('stream-now')).QUEUE_URLS).toBe('{}');
  });
});

describe('jobs', () => {
  it.each(jobs)('$name runs by its clock, or waits to be called', ({ name, everyMinutes }) => {
    const resource = resourceName(`job-${name}`);
    expect(lambdaOf(`job-${name}`).inputs).toMatchObject({ reservedConcurrentExecutions: 1, timeout: 900 });
    const schedules = all('aws:scheduler/schedule:Schedule').filter(
      (schedule) => schedule.name === `${resource}Schedule`,
    );
    expect(schedules).toHaveLength(everyMinutes ? 1 : 0);
    if (!everyMinutes) return;
    const { scheduleExpression, target } = schedules[0]!.inputs;
    expect(scheduleExpression).toBe(`rate(${everyMinutes} minutes)`);
    expect(target.arn).toMatch(new RegExp(`/${resource}Function$`));
    expect(target.deadLetterConfig.arn).toBe(coreOutputs.JobDeadLettersArn);
    expect(may(`${resource}Clock`, 'lambda:InvokeFunction', target.arn)).toBe(true);
    expect(may(`${resource}Clock`, 'sqs:SendMessage', coreOutputs.JobDeadLettersArn)).toBe(true);
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
    expect(Object.keys(environment)).toEqual(expect.arrayContaining(readFrom(files)));
    expect(webServer().inputs.architectures).toEqual(['arm64']);
  });

  it('a request through the edge carries the secret and the address, and every origin knows the secret', () => {
    const { code } = one('aws:cloudfront/function:Function', 'RouterCloudfrontFunctionRequest').inputs;
    expect(code).toContain('sent["x-origin-secret"] = { value: "origin-secret-of-the-test" }');
    expect(code).toContain('sent["x-viewer-address"] = { value: event.viewer.ip }');
    // CloudFront takes ten kilobytes.
    expect(code.length).toBeLessThan(10_240);
    const origins = [webServer(), lambdaOf('api'), lambdaOf('auth'), lambdaOf('upload')];
    for (const lambda of origins) {
      expect(environmentOf(lambda).ORIGIN_SECRET, lambda.name).toBe('origin-secret-of-the-test');
    }
  });

  it('the capacity model counts the reads of the key-value store for a page, a file and a picture', async () => {
    const { code } = one('aws:cloudfront/function:Function', 'RouterCloudfrontFunctionRequest').inputs;
    const store: Record<string, unknown> = {
      routes: ['site,web,,/', 'url,api,,/api', 'bucket,media,,/media'],
      'web:metadata': { s3: { domain: 's3', dir: '' }, servers: [['server', 0, 0]] },
      'media:metadata': { domain: 's3' },
    };
    let reads = 0;
    const get = async (key: string) => {
      reads++;
      const found = Object.entries(store).find(([name]) => key.endsWith(name));
      if (!found) throw new Error('KeyNotFound');
      return JSON.stringify(found[1]);
    };
    const cf = { kvs: () => ({ get }), updateRequestOrigin() {}, selectRequestOriginById() {} };
    const body = `${code.replace(/^\s*import .*$/m, '')}; return handler;`;
    const handle = new Function('cf', 'require', body)(cf, createRequire(import.meta.url));
    const readsOf = async (uri: string) => {
      reads = 0;
      const request = { uri, method: 'GET', headers: { host: { value: 'a.vn' } }, querystring: {}, cookies: {} };
      await handle({ request, viewer: { ip: '203.0.113.1' }, context: {} });
      return reads;
    };
    expect(await readsOf('/challenges')).toBe(deployed.keyReads.page);
    expect(await readsOf('/_app/immutable/a.js')).toBe(deployed.keyReads.page);
    expect(await readsOf('/media/a.webp')).toBe(deployed.keyReads.picture);
  });

  it('the cache never gives one person the page of another', () => {
    const key = all('aws:cloudfront/cachePolicy:CachePolicy')[0]!.inputs.parametersInCacheKeyAndForwardedToOrigin;
    expect(key.cookiesConfig.cookies.items).toEqual(['__Host-session']);
    expect(key.headersConfig.headers.items).toEqual(expect.arrayContaining(['authorization', 'accept-language']));
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

  it('the firewall limits rate and size, and refuses the known bad', () => {
    const { rules, scope } = all('aws:wafv2/webAcl:WebAcl')[0]!.inputs;
    expect(scope).toBe('CLOUDFRONT');
    expect(rules.map(({ name }: { name: string }) => name)).toEqual([
      'RateLimitPerIP',
      'AWSManagedRulesKnownBadInputsRuleSet',
      'KnownBadAddresses',
      'UriTooLong',
      'QueryTooLong',
      'CookiesTooLong',
      'BodyTooLarge',
    ]);
    expect(rules, 'the bill counts them').toHaveLength(deployed.firewallRules);
    expect(new Set(rules.map(({ priority }: { priority: number }) => priority)).size).toBe(rules.length);
    const { inputs } = one('aws:cloudfront/distribution:Distribution', 'RouterCdnDistribution');
    expect(inputs.webAclId).toMatch(/WebAcl/);
    expect(inputs.defaultCacheBehavior.responseHeadersPolicyId).toBe('SecurityHeaders-id');
  });
});

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
  return [...names].filter(Boolean);
}

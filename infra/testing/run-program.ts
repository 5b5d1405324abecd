/**
 * Runs the deployment under Pulumi's mocks: SST's real components make every resource, nothing is sent anywhere. What SST's
 * own server answers (its buckets, builds of the pages' function) is answered here.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as pulumi from '@pulumi/pulumi';
import type { OutputName } from '../cdk/names.ts';
import { components } from './platform.ts';

// biome-ignore lint/suspicious/noExplicitAny: what a resource is given has hundreds of shapes
export type Made = { type: string; name: string; inputs: Record<string, any>; options?: Options };

/** Options of a resource, as Pulumi's program sends them to its engine. */
type Options = {
  protect: boolean;
  retainOnDelete: boolean;
  deleteBeforeReplace: boolean;
  ignoreChanges: string[];
};

const root = resolve(import.meta.dirname, '../..');
const region = 'ap-southeast-1';

/** Outputs of the core stack, as the CDK stack names them. */
export const coreOutputs = {
  AlarmTopicArn: `arn:aws:sns:${region}:111122223333:alarms`,
  ExportBucketName: 'hanoi-ideas-test-exports',
  TableName: 'hanoi-ideas-test-table',
  TableArn: `arn:aws:dynamodb:${region}:111122223333:table/hanoi-ideas-test-table`,
  TableStreamArn: `arn:aws:dynamodb:${region}:111122223333:table/hanoi-ideas-test-table/stream/2026`,
  MediaBucketName: 'hanoi-ideas-test-media',
  MediaBucketArn: 'arn:aws:s3:::hanoi-ideas-test-media',
  KeyArn: `arn:aws:kms:${region}:111122223333:key/core`,
  StreamDeadLettersArn: `arn:aws:sqs:${region}:111122223333:stream-dead-letters`,
  JobDeadLettersArn: `arn:aws:sqs:${region}:111122223333:job-dead-letters`,
  MalwareScanRoleArn: 'arn:aws:iam::111122223333:role/hanoi-ideas-test-MalwareScanRole',
} satisfies Record<OutputName, string>;

/** Runs `program`, which is imported only once the globals of SST are there. Returns all that it made. */
export async function runProgram(stage: string, program: () => Promise<unknown>): Promise<Made[]> {
  const work = await mkdtemp(join(tmpdir(), 'sst-'));
  const server = await startSstServer(work);
  const made: Made[] = [];
  process.env.SST_SECRET_OriginSecret = 'origin-secret-of-the-test';
  process.env.SST_SECRET_OriginSecretAlso = 'origin-secret-before';
  process.env.SST_SERVER = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await pulumi.runtime.setMocks(mocks(made), 'hanoi-ideas', stage, false);
  const optionsOf = await listenToOptions();
  Object.assign(globalThis, await globals(stage, work));
  process.chdir(root);
  try {
    // In a stack, as at a deployment: SST's `$transform` needs one.
    await pulumi.runtime.runInPulumiStack(async () => void (await program()));
    await settled(made);
  } finally {
    server.close();
    await rm(work, { recursive: true });
  }
  return made.map((one) => ({ ...one, options: optionsOf.get(`${one.type} ${one.name}`) }));
}

/** Mocks are told of a resource's inputs alone: its options are read from what Pulumi sends to its engine. */
async function listenToOptions(): Promise<Map<string, Options>> {
  const heard = new Map<string, Options>();
  const monitor = (await pulumi.runtime.getMonitor()) as unknown as { registerResource: Register };
  const register = monitor.registerResource.bind(monitor);
  monitor.registerResource = (request, callback) => {
    heard.set(`${request.getType()} ${request.getName()}`, {
      protect: request.getProtect(),
      retainOnDelete: request.getRetainondelete(),
      deleteBeforeReplace: request.getDeletebeforereplace(),
      ignoreChanges: request.getIgnorechangesList(),
    });
    return register(request, callback);
  };
  return heard;
}

type Register = (request: RegisterRequest, callback: unknown) => unknown;
type RegisterRequest = {
  getType(): string;
  getName(): string;
  getProtect(): boolean;
  getRetainondelete(): boolean;
  getDeletebeforereplace(): boolean;
  getIgnorechangesList(): string[];
};

async function globals(stage: string, work: string): Promise<Record<string, unknown>> {
  const { aws: sstAws, Secret, $asset, $transform } = await import(pathToFileURL(components).href);
  const aws = await import('@pulumi/aws');
  return {
    sst: { aws: sstAws, Secret },
    aws,
    $asset,
    $transform,
    $util: pulumi,
    $output: pulumi.output,
    $resolve: pulumi.all,
    $interpolate: pulumi.interpolate,
    $app: { name: 'hanoi-ideas', stage, removal: 'retain', protect: true, providers: {} },
    $cli: {
      command: 'deploy',
      paths: { root, work, platform: join(root, 'infra/.platform/.sst/platform'), home: work },
    },
    $dev: false,
  };
}

function mocks(made: Made[]): pulumi.runtime.Mocks {
  return {
    newResource({ type, name, inputs, id }) {
      made.push({ type, name, inputs: unwrapped(inputs) as Made['inputs'] });
      return { id: id || `${name}-id`, state: { ...inputs, ...stateOf(type, name, inputs) } };
    },
    call({ token, inputs }) {
      return answers[token]?.(inputs) ?? inputs;
    },
  };
}

/** Secrets travel in an envelope, named by this signature. */
const envelope = '4dabf18193072939515e22adb298388d';

function unwrapped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unwrapped);
  if (typeof value !== 'object' || value === null || pulumi.Resource.isInstance(value)) return value;
  if (envelope in value && 'value' in value) return unwrapped(value.value);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, unwrapped(inner)]));
}

/** What AWS itself would add. */
function stateOf(type: string, name: string, inputs: Record<string, unknown>): Record<string, unknown> {
  const common = { arn: `arn:aws:mock:${region}:111122223333:${type.split('/').pop()}/${name}` };
  if (type === 'aws:cloudformation/stack:Stack') return { ...common, outputs: coreOutputs };
  if (type === 'aws:acm/certificate:Certificate') {
    const record = { resourceRecordType: 'CNAME', resourceRecordName: '_x.example.vn', resourceRecordValue: 'y' };
    return { ...common, domainValidationOptions: [record] };
  }
  if (type === 'random:index/randomBytes:RandomBytes') return { base64: 'a2V5' };
  if (type === 'aws:sesv2/emailIdentity:EmailIdentity') return { ...common, dkimSigningAttributes: { tokens: ['a'] } };
  if (type === 'aws:apigatewayv2/api:Api') {
    return {
      ...common,
      apiEndpoint: 'https://api.example.test',
      executionArn: `arn:aws:execute-api:${region}:111122223333:api`,
    };
  }
  if (type === 'aws:sqs/queue:Queue') return { ...common, url: `https://sqs.test/111122223333/${inputs.name}` };
  if (type === 'aws:lambda/functionUrl:FunctionUrl')
    return { ...common, functionUrl: `https://${name}.lambda-url.test/` };
  if (type === 'aws:cloudfront/distribution:Distribution') {
    return { ...common, domainName: 'd111.cloudfront.test', hostedZoneId: 'Z2' };
  }
  if (type === 'aws:s3/bucket:Bucket') {
    const bucket = (inputs.bucket as string) ?? name;
    return { ...common, bucket, bucketRegionalDomainName: `${bucket}.s3.${region}.amazonaws.com` };
  }
  if (type === 'aws:lambda/function:Function') {
    const version = inputs.publish ? '7' : '$LATEST';
    return { ...common, name: inputs.name, codeSha256: 'c2hh', version, qualifiedArn: `${common.arn}:${version}` };
  }
  return { ...common, name: inputs.name ?? name };
}

// biome-ignore lint/suspicious/noExplicitAny: Pulumi's calls have no type of their own
const answers: Record<string, (inputs: any) => Record<string, unknown>> = {
  'aws:index/getRegion:getRegion': () => ({ region, name: region, id: region }),
  'aws:route53/getZones:getZones': () => ({ ids: ['Z1'] }),
  'aws:route53/getZone:getZone': () => ({ zoneId: 'Z1', name: 'example.vn' }),
  'aws:index/getPartition:getPartition': () => ({ partition: 'aws' }),
  'aws:index/getCallerIdentity:getCallerIdentity': () => ({ accountId: '111122223333' }),
  'aws:iam/getPolicyDocument:getPolicyDocument': (inputs) => ({
    statements: inputs.statements,
    json: JSON.stringify({ Statement: inputs.statements }),
  }),
};

/** SST's own server: where its bucket is, and what it builds. Our functions come built. */
async function startSstServer(work: string): Promise<Server> {
  const empty = join(work, 'empty');
  await mkdir(empty);
  await writeFile(join(empty, 'index.mjs'), 'export const handler = () => undefined;\n');
  const server = createServer(async (request, response) => {
    const { method, params } = JSON.parse(Buffer.concat(await request.toArray()).toString());
    const result =
      method === 'Runtime.Build'
        ? { handler: params[0].handler, out: params[0].bundle ?? empty, errors: [], sourcemaps: [] }
        : { asset: 'sst-asset', state: 'sst-state' };
    response.end(JSON.stringify({ result }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return server;
}

/** Resources are made as what they hang on becomes known; the program is done when none comes any more. */
async function settled(made: Made[]): Promise<void> {
  let before = -1;
  while (before !== made.length) {
    before = made.length;
    await pulumi.runtime.disconnect();
    await new Promise((done) => setTimeout(done, 500));
  }
}

/**
 * The API for tests: requests go through the very Lambda handlers, without a socket; mails and files are kept. Every
 * answer is held against the OpenAPI document as it comes.
 */
import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { findPerson, type StoredPerson } from '@hanoi/core/person/repo';
import { openSessionFor } from '@hanoi/core/session/token';
import type { PersonId } from '@hanoi/core/shared/ids';
import { makeCtx, makePerson } from '@hanoi/core/testing/context';
import { type TestTable, useTable } from '@hanoi/core/testing/table';
import { openIndexHere } from '@hanoi/search/in-this-thread';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { afterAll, inject } from 'vitest';
import { jobs } from '../jobs/catalogue.ts';
import { useJobRunner } from '../jobs/runner-in-force.ts';
import { loadLambda, pickLambda } from '../lambdas.ts';
import type { Mail } from '../ports.ts';
import { usePorts } from '../ports-in-force.ts';
import { useSearchIndex } from '../search/index-here.ts';
import { systemContext } from '../system-context.ts';
import { type Invoke, useBundles } from './bundles.ts';
import { assertDocumented } from './documented.ts';
import { refusedAddress } from './fake-aws.ts';
import { memoryFiles } from './memory-files.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder with the bundles of all functions, where tests are to go through them. */
    lambdaBundles?: string;
  }
}

export type Given = {
  token?: string;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is; a Buffer travels in base64, as API Gateway does with what is no text. */
  raw?: string | Buffer;
  headers?: Record<string, string>;
  cookies?: string[];
};

export type ApiAnswer = {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  cookies: string[];
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests say themselves what they expect
  json: any;
};

export type SignedIn = { token: string; id: PersonId; name: string };

export type TestApi = {
  table: TestTable;
  mails: Mail[];
  files: Map<string, Uint8Array>;
  /** `target` is below `/api/v1` and sent as it stands, whatever is in it. */
  call(method: string, target: string, given?: Given): Promise<ApiAnswer>;
  /** Signs in as a new person would, by e-mail code; and chooses a name, unless it is to be none. */
  signIn(email: string, name?: string | null): Promise<SignedIn>;
  /** A person made at once, such as a moderator, and a session of theirs. */
  signInAs(person?: Partial<StoredPerson>): Promise<SignedIn>;
  /** Every item of the table. */
  everything(): Promise<Record<string, unknown>[]>;
};

/** An API of its own for each test file, over an empty table: the handlers in this process, or their bundles where there are some. */
export function useApi(): TestApi {
  const table = useTable();
  const mails: Mail[] = [];
  const files = new Map<string, Uint8Array>();
  usePorts({
    mailer: {
      async send(mail) {
        if (mail.to === refusedAddress) throw new Error('Not verified');
        mails.push(mail);
      },
    },
    files: memoryFiles(files),
  });
  useJobRunner({ place: 'aws', start: runToEnd });
  const index = openIndexHere({ file: ':memory:', ctx: () => systemContext('search') });
  useSearchIndex(index);
  afterAll(() => index.close());
  const bundles = inject('lambdaBundles');
  const invoke = bundles ? useBundles(bundles, table, mails, files) : invokeHere;
  const call: TestApi['call'] = (method, target, given) => callBy(invoke, method, target, given);
  return {
    table,
    mails,
    files,
    call,
    async signIn(email, name = 'Người Thử') {
      await call('POST', '/auth/codes', { body: { email } });
      const code = mails.findLast((mail) => mail.to === email)?.subject.slice(0, 6);
      const { status, text, json } = await call('POST', '/auth/sessions', { body: { email, code } });
      if (status !== 201) throw new Error(text);
      if (name) await call('PATCH', '/me', { token: json.token, body: { name } });
      return { token: json.token, id: json.person.id, name: name ?? json.person.name };
    },
    signInAs: (person) => signInAs(table, person),
    everything: () => everythingIn(table),
  };
}

/** In tests a job that is started has ended when the answer comes. */
async function runToEnd(name: string): Promise<void> {
  const run = await jobs.find((job) => job.name === name)!.load();
  // How it came out stands in its item.
  await run().catch(() => undefined);
}

const invokeHere: Invoke = async (name, event) => {
  const handler = await loadLambda(name);
  return (await handler(event, {} as Context)) as APIGatewayProxyStructuredResultV2;
};

async function callBy(invoke: Invoke, method: string, target: string, given: Given = {}): Promise<ApiAnswer> {
  const event = eventOf(method, target, given);
  const path = event.rawPath;
  const result = await invoke(pickLambda(method, path), event);
  // As API Gateway sends it: every letter is a byte.
  const text = result.isBase64Encoded
    ? Buffer.from(result.body ?? '', 'base64').toString('latin1')
    : (result.body ?? '');
  const headers = Object.fromEntries(
    Object.entries(result.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
  const json = headers['content-type']?.includes('json') && text ? JSON.parse(text) : undefined;
  const answer = { status: result.statusCode ?? 200, headers, cookies: result.cookies ?? [], text, json };
  assertDocumented(method, path, answer);
  return answer;
}

function eventOf(method: string, target: string, given: Given): APIGatewayProxyEventV2 {
  const mark = target.indexOf('?');
  const path = `/api/v1${mark < 0 ? target : target.slice(0, mark)}`;
  const raw = given.raw ?? (given.body === undefined ? undefined : JSON.stringify(given.body));
  const isBase64Encoded = Buffer.isBuffer(raw);
  const event = {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: mark < 0 ? '' : target.slice(mark + 1),
    headers: {
      host: 'localhost',
      ...(raw !== undefined && { 'content-type': 'application/json' }),
      ...(given.token && { authorization: `Bearer ${given.token}` }),
      ...given.headers,
    },
    ...(given.cookies && { cookies: given.cookies }),
    requestContext: {
      requestId: 'test',
      http: { method, path, sourceIp: '203.0.113.9', userAgent: '', protocol: 'HTTP/1.1' },
    },
    body: isBase64Encoded ? raw.toString('base64') : raw,
    isBase64Encoded,
  };
  return event as unknown as APIGatewayProxyEventV2;
}

async function everythingIn({ client, tableName }: TestTable): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const command = new ScanCommand({ TableName: tableName, ConsistentRead: true, ExclusiveStartKey: from });
    const page = await client.send(command);
    items.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from);
  return items;
}

async function signInAs(
  table: { client: DynamoDBDocumentClient; tableName: string },
  over: Partial<StoredPerson> = {},
): Promise<SignedIn> {
  const actor = await makePerson(table, over);
  const ctx = makeCtx(table, actor);
  const person = await findPerson(ctx, actor.id);
  const { token } = await openSessionFor(ctx, person!, 'code');
  return { token, id: actor.id, name: actor.name };
}

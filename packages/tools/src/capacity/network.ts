/** The network in this process, on a table of its own: the deployed handlers and consumers, with every call counted. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { connectDb, documentClient, patience, useDb } from '@hanoi/core/db/client';
import { table } from '@hanoi/core/db/table';
import { accountOfEmail } from '@hanoi/core/identity/service';
import { actorOf } from '@hanoi/core/person/repo';
import { editMe } from '@hanoi/core/person/service';
import { quietSettings, useList } from '@hanoi/core/rule/testing-list';
import { openSessionFor } from '@hanoi/core/session/token';
import type { Ctx } from '@hanoi/core/shared/context';
import { createClient, createStreamsClient, localEnvironment } from '@hanoi/engine/client';
import { silentLog } from '@hanoi/engine/log';
import { ensureTable } from '@hanoi/engine/table';
import { loadLambda, pickLambda } from '@hanoi/functions/lambdas';
import type { Mail } from '@hanoi/functions/ports';
import { usePorts } from '@hanoi/functions/ports-in-force';
import { useSearchIndex } from '@hanoi/functions/search/index-here';
import { memoryFiles } from '@hanoi/functions/testing/memory-files';
import { streamOf } from '@hanoi/functions/testing/stream';
import { createApi } from '@hanoi/local/gateway/api';
import { createMicroCache } from '@hanoi/local/gateway/micro-cache';
import { siteTable, startSiteEngine } from '@hanoi/local/site-engine';
import { openIndexHere } from '@hanoi/search/in-this-thread';
import type { Ask } from './actions.ts';
import type { Item } from './items.ts';
import { type Meter, meterOf } from './meter.ts';
import { type LoadMeter, loadMeterOf } from './partition-load.ts';

export type Network = {
  ctx: Ctx;
  ask: Ask;
  meter: Meter;
  load: LoadMeter;
  /** The code last mailed to an address. */
  codeOf(email: string): string;
  /** A new person with an open session; resolves to its token. */
  join(): Promise<string>;
  /** Runs the projections until nothing is left to project. */
  settle(): Promise<void>;
  everything(): Promise<Item[]>;
  close(): Promise<void>;
};

/** Starts it, empty. One a process: the handlers know one table. */
export async function openNetwork(): Promise<Network> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hanoi-capacity-'));
  const engine = await startSiteEngine({ dataDir, log: silentLog });
  Object.assign(process.env, localEnvironment(engine.endpoint, siteTable));
  process.env.POWERTOOLS_LOG_LEVEL ??= 'WARN';
  const client = createClient(engine.endpoint, patience);
  const streams = createStreamsClient(engine.endpoint);
  await ensureTable(client, siteTable, table);
  useDb({ client: documentClient(client), table: siteTable });
  const mails: Mail[] = [];
  usePorts({ mailer: { send: async (mail) => void mails.push(mail) }, files: memoryFiles(new Map()) });
  const ctx = systemCtx();
  // The same texts are sent again and again: rules would hold them.
  await useList(ctx, '', quietSettings());
  // What a replica reads to catch up depends on the time and not on what is asked, so it is in no action's cost.
  const index = openIndexHere({ file: ':memory:', ctx: systemCtx, everyMs: 60 * 60_000 });
  await index.catchUp();
  useSearchIndex(index);
  let people = 0;
  return {
    ctx,
    ask: inProcess(),
    meter: meterOf(client),
    load: loadMeterOf(client),
    codeOf: (email) => mails.findLast((mail) => mail.to === email)!.subject.slice(0, 6),
    async join() {
      const person = await accountOfEmail(ctx, `person-${people++}@example.vn`);
      await editMe({ ...ctx, actor: actorOf(person) }, { name: 'Nguyễn Văn An' });
      return (await openSessionFor(ctx, person, 'code')).token;
    },
    settle: streamOf(streams, siteTable).settle,
    everything: () => everythingIn(ctx),
    async close() {
      index.close();
      client.destroy();
      streams.destroy();
      await engine.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function systemCtx(): Ctx {
  const log = { info() {}, warn() {}, error() {} };
  const actor = { kind: 'system', name: 'capacity' } as const;
  return { actor, now: () => new Date(), db: connectDb(), log, requestId: 'capacity' };
}

/** The API past the cache: what is measured is what reaches the functions. */
function inProcess(): Ask {
  const pickHandler = async (method: string, path: string) => loadLambda(pickLambda(method, path));
  const options = { pickHandler, cache: createMicroCache(), log: silentLog, onWrite: () => undefined };
  const api = createApi(options as Parameters<typeof createApi>[0]);
  return async (method, target, { token, body, raw, headers } = {}) => {
    const sent = raw ?? (body === undefined ? undefined : Buffer.from(JSON.stringify(body)));
    const [path = '', query = ''] = `/api/v1${target}`.split('?');
    const answer = await api.call({
      method,
      address: { path, query },
      headers: {
        host: 'localhost',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      sourceIp: '203.0.113.9',
      protocol: 'HTTP/1.1',
      ...(sent && { body: sent }),
    });
    const text = answer.body.toString();
    return { status: answer.status, text, json: text.startsWith('{') ? JSON.parse(text) : undefined };
  };
}

async function everythingIn({ db }: Ctx): Promise<Item[]> {
  const items: Item[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const command = new ScanCommand({ TableName: db.table, ConsistentRead: true, ExclusiveStartKey: from });
    const page = await db.client.send(command);
    items.push(...((page.Items ?? []) as Item[]));
    from = page.LastEvaluatedKey;
  } while (from);
  return items;
}

/** The stream of the site holds what its consumers ask for, numbered without gaps. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DescribeStreamCommand,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
} from '@aws-sdk/client-dynamodb-streams';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient } from '@hanoi/core/db/client';
import { table } from '@hanoi/core/db/table';
import { createClient, createStreamsClient } from '@hanoi/engine/client';
import { findDynoxide } from '@hanoi/engine/dynoxide';
import { silentLog } from '@hanoi/engine/log';
import { ensureTable } from '@hanoi/engine/table';
import { expect, test } from 'vitest';
import { clearHalfSeeded } from './seed-once.ts';
import { siteTable, startSiteEngine } from './site-engine.ts';

test.runIf(findDynoxide())('what nobody reads is not written, and leaves no gap', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'unread-'));
  const engine = await startSiteEngine({ dataDir, log: silentLog });
  const client = createClient(engine.endpoint);
  const streams = createStreamsClient(engine.endpoint);
  try {
    await ensureTable(client, siteTable, table);
    const keys = [
      ['TALLY#chl_1#0', 'TALLY'],
      ['LIST#all', 'chl_1'],
      ['chl_1', 'BODY'],
      ['chl_1', 'CARD'],
      ['VOTE#chl_1#0', 'per_1'],
      ['per_1', 'SESSION#x'],
      ['per_1', 'PERSON'],
      ['com_1', 'CARD'],
    ];
    const puts = keys.map(([pk, sk]) => ({ Put: { TableName: siteTable, Item: { pk, sk } } }));
    await documentClient(client).send(new TransactWriteCommand({ TransactItems: puts }));
    const records = await readAll(streams);
    expect(records.map(({ dynamodb }) => [dynamodb?.Keys?.pk?.S, dynamodb?.Keys?.sk?.S])).toEqual([
      ['TALLY#chl_1#0', 'TALLY'],
      ['chl_1', 'CARD'],
      ['per_1', 'PERSON'],
    ]);
    const numbers = records.map(({ dynamodb }) => Number(dynamodb?.SequenceNumber));
    expect(numbers).toEqual([numbers[0], numbers[0]! + 1, numbers[0]! + 2]);
  } finally {
    client.destroy();
    streams.destroy();
    await engine.stop();
    rmSync(dataDir, { recursive: true });
  }
});

test.runIf(findDynoxide())('a table that was lost is not taken for one on which nobody wrote', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lost-'));
  try {
    writeFileSync(join(dataDir, 'stream-checkpoint.json'), '{}');
    await expect(startSiteEngine({ dataDir, log: silentLog })).rejects.toThrow('table.sqlite is missing');
    expect(readdirSync(dataDir)).not.toContain('table.sqlite');
    // A demo that was half loaded is set aside with all that came after its table.
    writeFileSync(
      join(dataDir, 'seeding'),
      'The demo city is being loaded into this folder, which was empty before.\n',
    );
    const engine = await startSiteEngine({
      dataDir,
      log: silentLog,
      prepare: () => clearHalfSeeded(dataDir, silentLog),
    });
    await engine.stop();
  } finally {
    rmSync(dataDir, { recursive: true });
  }
});

async function readAll(streams: ReturnType<typeof createStreamsClient>) {
  const { Streams = [] } = await streams.send(new ListStreamsCommand({ TableName: siteTable }));
  const StreamArn = Streams[0]!.StreamArn!;
  const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }));
  const ShardId = StreamDescription!.Shards![0]!.ShardId!;
  const start = new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' });
  const { ShardIterator } = await streams.send(start);
  return (await streams.send(new GetRecordsCommand({ ShardIterator }))).Records ?? [];
}

/** Run by the engine's tests as a process of its own, to be killed: writes without end and prints what is acknowledged. */
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { createClient } from './client.ts';
import { silentLog } from './log.ts';
import { startEngine } from './start.ts';
import { ensureTable } from './table.ts';
import { plainTable } from './testing-table.ts';

const engine = await startEngine({ dataDir: process.argv[2]!, log: silentLog });
const client = createClient(engine.endpoint);
await ensureTable(client, 'kept', plainTable);
process.stdout.write(`endpoint ${engine.endpoint}\n`);
const session = process.pid;
let next = 0;
await Promise.all(
  Array.from({ length: 8 }, async () => {
    for (;;) {
      const pk = `${session}-${next++}`;
      await client.send(new PutItemCommand({ TableName: 'kept', Item: { pk: { S: pk }, sk: { S: 'x' } } }));
      process.stdout.write(`${pk}\n`);
    }
  }),
);

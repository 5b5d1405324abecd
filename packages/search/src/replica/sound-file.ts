/** Checks the file of a replica in a thread of its own, as SQLite reads all of it without a pause. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** As text: a bundled function is one file, which has no other file to start a thread from. */
const program = `
const { DatabaseSync } = require('node:sqlite');
const { parentPort, workerData } = require('node:worker_threads');
let result;
try {
  const db = new DatabaseSync(workerData, { readOnly: true });
  result = db.prepare('PRAGMA quick_check(1)').get().quick_check;
  db.close();
} catch (error) {
  result = error.message;
}
parentPort.postMessage(result);
`;

/** What is wrong with the file, in SQLite's words; undefined when it is sound. The file must not be written to meanwhile. */
export async function findDamage(file: string): Promise<string | undefined> {
  const worker = new Worker(program, { eval: true, workerData: file });
  const [result] = (await once(worker, 'message')) as [string];
  await worker.terminate();
  return result === 'ok' ? undefined : result;
}

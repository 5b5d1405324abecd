/** Calls a stream function once, as Lambda would, and returns at which record it failed. */
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamHandler } from 'aws-lambda';
import { createContext } from '../lambda-context.ts';

export type Outcome = {
  /** How many records at the start of the batch were processed. */
  done: number;
  /** The error, when not all were processed. */
  error?: unknown;
  /** Whether the function itself named the record that failed. */
  named?: boolean;
};

const TIMEOUT_MS = 60_000;

/** Runs the function on the records. Never throws. */
export async function invoke(
  load: () => Promise<DynamoDBStreamHandler>,
  name: string,
  records: DynamoDBRecord[],
): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined;
  try {
    const handler = await load();
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`${name} took longer than ${TIMEOUT_MS} ms`)), TIMEOUT_MS);
    });
    const call = handler({ Records: records }, createContext(name, TIMEOUT_MS), () => undefined);
    return judge((await Promise.race([call, timeout])) || undefined, records);
  } catch (error) {
    return { done: 0, error: error ?? new Error('thrown without a reason') };
  } finally {
    clearTimeout(timer);
  }
}

/** Lambda continues from the first record reported; a report it does not understand means the whole batch. */
function judge(response: DynamoDBBatchResponse | undefined, records: DynamoDBRecord[]): Outcome {
  const failures = response?.batchItemFailures ?? [];
  if (failures.length === 0) return { done: records.length };
  const error = new Error('reported as failed');
  const reported = new Set(failures.map((failure) => failure.itemIdentifier));
  const known = new Set(records.map((record) => record.dynamodb?.SequenceNumber));
  for (const id of reported) if (!id || !known.has(id)) return { done: 0, error };
  const done = records.findIndex((record) => reported.has(record.dynamodb?.SequenceNumber ?? ''));
  return { done, error, named: true };
}

/**
 * Powertools' tracer over X-Ray's SDK; see tracing.ts for when it is loaded. A trace shows which calls were made, how long
 * they took and what failed: no bodies, no keys, nobody's name.
 */
import { Tracer } from '@aws-lambda-powertools/tracer';
import { connectDb } from '@hanoi/core/db/client';

export type Client = Parameters<Tracer['captureAWSv3Client']>[0];
export type Facts = Record<string, string | number>;

// Calls of AWS show as such, by their clients; as plain requests they would show twice.
const tracer = new Tracer({ captureHTTPsRequests: false });

/** Shows the calls of a client of AWS. */
export function capture(client: Client): void {
  tracer.captureAWSv3Client(client);
}
capture(connectDb().client);

/** Does the work as a segment of this call's trace. */
export function trace<T>(
  name: string,
  facts: Facts,
  work: () => Promise<T>,
  outcome: (result: T) => Facts,
): Promise<T> {
  return tracer.provider.captureAsyncFunc(name, async (segment) => {
    annotate(facts);
    tracer.annotateColdStart();
    try {
      const result = await work();
      annotate(outcome(result));
      return result;
    } catch (error) {
      noteFault(error);
      throw error;
    } finally {
      segment?.close();
    }
  }) as Promise<T>;
}

/** Marks the segment at hand as failed, with the error. */
export function noteFault(error: unknown): void {
  tracer.addErrorAsMetadata(error instanceof Error ? error : new Error(String(error)));
}

function annotate(facts: Facts): void {
  for (const [key, value] of Object.entries(facts)) tracer.putAnnotation(key, value);
}

/**
 * Whether X-Ray has marked this call of the function, and then what it does as a part of the trace. The tracer is loaded with
 * the first marked call: it is large, and most calls, like all on one machine, are not marked.
 */
import { isRequestXRaySampled } from '@aws-lambda-powertools/commons/utils/env';
import type { Client, Facts } from './tracer.ts';

let tracer: typeof import('./tracer.ts') | undefined;
const clients: Client[] = [];

/** Does the work, as `name` in the trace. One can search traces by the facts known before and by those of the `outcome`. */
export async function traced<T>(
  name: string,
  facts: Facts,
  work: () => Promise<T>,
  outcome: (result: T) => Facts = () => ({}),
): Promise<T> {
  if (!isRequestXRaySampled()) return work();
  tracer ??= await loadTracer();
  return tracer.trace(name, facts, work, outcome);
}

/** A client of AWS whose calls show in the trace. */
export function tracedClient<C extends Client>(client: C): C {
  clients.push(client);
  tracer?.capture(client);
  return client;
}

/** Notes a fault in the trace that does not leave the function as one, but as an answer. */
export function noteFault(error: unknown): void {
  if (isRequestXRaySampled()) tracer?.noteFault(error);
}

async function loadTracer() {
  const loaded = await import('./tracer.ts');
  for (const client of clients) loaded.capture(client);
  return loaded;
}

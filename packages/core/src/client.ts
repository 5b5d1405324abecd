/** The client of the whole API, made from the routes: it needs no schema, so the pages start without any. */
import { clientOf, type Send } from './api/client.ts';
import type { Client, Contracts } from './contracts.ts';
import { routes } from './routes.ts';

/** A client of the API at `origin`: `client.challenge.getChallenge({ params: { id } })`. @throws ProblemError from each call */
export function createClient(send: Send, origin: string, headers: Record<string, string> = {}): Client {
  return clientOf<Contracts>(routes, send, origin, headers);
}

/**
 * The way to the API over the network, as on AWS. Between two requests a function is frozen, and the other end closes the
 * connections it kept meanwhile: the next call on one of them is reset.
 */
import type { Dispatcher } from 'undici';

/** How long a try may take, in milliseconds. Two of a GET end before the page's own twenty seconds do. */
export const patience = { reading: 7_000, writing: 15_000 };

/**
 * No connection is kept for longer, in milliseconds. A function is usually frozen for longer than that, and drops the
 * connection when it continues.
 */
const keepAliveTimeout = 1_000;

let connections: Promise<Dispatcher> | undefined;

/** Loaded with the first call: on one machine, where the API is in this process, never. */
function keptConnections(): Promise<Dispatcher> {
  connections ??= import('undici').then(
    ({ Agent }) => new Agent({ keepAliveTimeout, keepAliveMaxTimeout: keepAliveTimeout }),
  );
  return connections;
}

/**
 * Sends a request. A GET that was reset or not answered in time is sent once more. Other methods are not: the API may have
 * done what they ask. Throws what `fetch` throws.
 */
export async function fetchApi(request: Request): Promise<Response> {
  if (request.method !== 'GET') return attempt(request, patience.writing);
  try {
    return await attempt(request, patience.reading);
  } catch {
    // The caller logs the second failure.
    return attempt(request, patience.reading);
  }
}

async function attempt(request: Request, milliseconds: number): Promise<Response> {
  const dispatcher = await keptConnections();
  // Node's fetch is undici, and takes its dispatchers; the types of the web have no such option.
  const options = { dispatcher, signal: AbortSignal.timeout(milliseconds) } as RequestInit;
  const response = await fetch(request, options);
  // Whole, as a connection may also end in the middle of an answer.
  return response.body === null ? response : new Response(await response.blob(), response);
}

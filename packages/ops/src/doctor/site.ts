/** Whether the port is free, or held by our own site that answers. */
import { createServer } from 'node:net';
import { bad, type Finding, good } from './finding.ts';

const patienceMs = 5_000;

/** What there is to say about `host:port`, and whether the site runs there. */
export async function checkPort(host: string, port: number): Promise<{ finding: Finding; runs: boolean }> {
  const code = await tryToListen(host, port);
  if (code !== 'EADDRINUSE') return { finding: sayOf(code, host, port), runs: false };
  const finding = await checkAnswer(host === '0.0.0.0' || host === '::' ? 'localhost' : host, port);
  return { finding, runs: finding.state === 'good' };
}

/** Of a port that nobody holds; `code` is the error of trying to listen there. */
function sayOf(code: string | undefined, host: string, port: number): Finding {
  if (!code) return good(`The port ${port} of ${host} is free: the site is not running.`);
  if (code === 'EACCES') {
    return bad(
      `Only root may use the port ${port}.`,
      'Choose one from 1024 on, and let the proxy listen on 80 and 443.',
    );
  }
  if (code === 'EADDRNOTAVAIL') {
    return bad(`${host} is no address of this machine.`, 'Set HOST to 127.0.0.1, or to 0.0.0.0 for every address.');
  }
  return bad(`${host}:${port} cannot be used (${code}).`, 'Set HOST and PORT to others.');
}

async function checkAnswer(host: string, port: number): Promise<Finding> {
  const at = `http://${host.includes(':') ? `[${host}]` : host}:${port}/api/v1/health?deep=true`;
  try {
    const answer = await fetch(at, { signal: AbortSignal.timeout(patienceMs) });
    const text = await answer.text();
    if (answer.ok && text.includes('"ok"')) return good(`The site runs on port ${port}, and its database answers.`);
    if (answer.status === 503)
      return bad('The site runs, but its database does not answer.', 'Look into its log, then restart it.');
  } catch {
    // Whoever holds the port speaks no HTTP, or not in time: the same as not being the site.
  }
  return bad(
    `Another program holds the port ${port}.`,
    `Set PORT to another, or end it: ss -ltnp 'sport = :${port}' names it.`,
  );
}

/** Resolves to the error's code, or undefined when it was possible. */
function tryToListen(host: string, port: number): Promise<string | undefined> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? 'unknown'));
    server.listen(port, host, () => server.close(() => done(undefined)));
  });
}

/** What the proxy in front of a running site does to requests: asked by its public address, as people come. */
import { isIP } from 'node:net';
import { connect } from 'node:tls';
import { doctorHeader, doctorPath, type Seen } from '@hanoi/local/gateway/doctor-page';
import { bad, doubtful, type Finding, good } from './finding.ts';

const patienceMs = 10_000;
/** Of a kind of addresses that nobody has (RFC 5737). */
const madeUp = '198.51.100.77';
const fewDays = 14;
const dayMs = 24 * 60 * 60 * 1000;

export type ProxyOptions = { origin: string; key: string | undefined };

/** What there is to say about the way from `origin` to the site, which runs. */
export async function checkProxy({ origin, key }: ProxyOptions): Promise<Finding[]> {
  const findings = origin.startsWith('https:')
    ? await checkCertificate(new URL(origin))
    : [bad(`${origin} is not encrypted.`, 'Give the proxy a certificate, and set PUBLIC_ORIGIN to https://….')];
  const health = await ask(`${origin}/api/v1/health`);
  if ('failure' in health) {
    return [
      ...findings,
      bad(`${origin} cannot be reached: ${health.failure}.`, 'Check the name in DNS, the firewall and the proxy.'),
    ];
  }
  if (!health.body.includes('"ok"')) {
    const text = `${origin} answers with ${health.status}, and not as the site does.`;
    return [...findings, bad(text, 'Let the proxy pass requests on to HOST and PORT: docs/one-machine.md.')];
  }
  return [
    ...findings,
    good(`${origin} leads to a site of this kind.`),
    ...(await checkHeaders(origin, key)),
    ...(await checkUploads(origin)),
  ];
}

async function checkHeaders(origin: string, key: string | undefined): Promise<Finding[]> {
  const headers = { [doctorHeader]: key ?? '', 'x-forwarded-for': madeUp };
  const answer = await ask(`${origin}${doctorPath}`, { headers });
  if ('failure' in answer || answer.status !== 200) {
    const text = `${origin} leads to another site than that of this data folder.`;
    return [bad(text, 'Check DATA_DIR, and where the proxy sends requests.')];
  }
  const { host, address, connected, isTrustedProxy } = JSON.parse(answer.body) as Seen;
  const findings: Finding[] = [];
  if (host !== new URL(origin).host) {
    findings.push(
      bad(`The proxy says that people asked for ${host}.`, 'Let it pass on the Host header: docs/one-machine.md.'),
    );
  }
  if (!isTrustedProxy) {
    const text = `The proxy connects from ${connected}, which TRUST_PROXY does not name: all people count as one.`;
    findings.push(bad(text, `Set TRUST_PROXY=${connected}.`));
  } else if (address === madeUp) {
    const text = 'The proxy passes on whatever people write into X-Forwarded-For: nobody is held to any limit.';
    findings.push(bad(text, 'Let it replace that header by the address it sees: docs/one-machine.md.'));
  } else if (address === connected) {
    const text = 'The proxy does not say whom it speaks for, or this machine spoke to it directly.';
    findings.push(
      doubtful(text, 'Let it set X-Forwarded-For; run the doctor by the public name, not by an entry in /etc/hosts.'),
    );
  }
  return findings.length > 0 ? findings : [good('The proxy passes on the name and the address of those who ask.')];
}

/** A picture of two million bytes: refused, as nobody is signed in, but by the site and not by the proxy. */
async function checkUploads(origin: string): Promise<Finding[]> {
  const answer = await ask(`${origin}/api/v1/uploads`, {
    method: 'POST',
    headers: { 'content-type': 'image/png' },
    body: new Uint8Array(2_000_000),
  });
  if (!('failure' in answer) && answer.type.includes('problem+json')) return [good('The proxy lets pictures through.')];
  return [
    bad('The proxy does not let pictures through.', 'Let it take bodies of 10 MB (nginx: client_max_body_size 10m).'),
  ];
}

function checkCertificate(url: URL): Promise<Finding[]> {
  return new Promise((done) => {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const socket = connect({
      host,
      port: Number(url.port || 443),
      ...(isIP(host) === 0 && { servername: host }),
      timeout: patienceMs,
      rejectUnauthorized: false,
    });
    const end = (finding: Finding) => {
      socket.destroy();
      done([finding]);
    };
    socket.once('secureConnect', () => {
      const until = new Date(socket.getPeerCertificate().valid_to);
      const days = Math.floor((until.getTime() - Date.now()) / dayMs);
      if (!socket.authorized)
        return end(
          bad(
            `Browsers do not believe the certificate of ${host}: ${socket.authorizationError}.`,
            'Get one from a public authority (Caddy does by itself; certbot for nginx).',
          ),
        );
      if (days < fewDays)
        return end(doubtful(`The certificate of ${host} ends in ${days} days.`, 'See why it was not renewed.'));
      return end(good(`The certificate of ${host} is good for ${days} days.`));
    });
    socket.once('timeout', () => end(bad(`${url.host} does not answer.`, 'Check the firewall: ports 80 and 443.')));
    socket.once('error', (error) =>
      end(bad(`No encrypted connection to ${url.host}: ${error.message}.`, 'Check DNS, the firewall and the proxy.')),
    );
  });
}

type Answered = { status: number; type: string; body: string } | { failure: string };

async function ask(address: string, options: RequestInit = {}): Promise<Answered> {
  try {
    const answer = await fetch(address, { ...options, redirect: 'manual', signal: AbortSignal.timeout(patienceMs) });
    return { status: answer.status, type: answer.headers.get('content-type') ?? '', body: await answer.text() };
  } catch (error) {
    return { failure: String((error as Error & { cause?: Error }).cause?.message ?? (error as Error).message) };
  }
}

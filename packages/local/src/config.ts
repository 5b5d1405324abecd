/** The settings of the one-machine runtime, read from the environment once. */
import { join, resolve } from 'node:path';
import { readMapTiles } from '@hanoi/core/shared/map-tiles';
import { parseTrustedProxies, type TrustedProxies } from './gateway/client-address.ts';
import type { SmtpSettings } from './mailbox/smtp.ts';

export type Config = {
  host: string;
  port: number;
  dataDir: string;
  /** What an empty site starts with. */
  seed: 'demo' | 'none';
  /** The address in mails, forms and redirects. */
  origin: string;
  trustedProxies: TrustedProxies;
  /** Whether people use it on this very machine: only there do the mailbox and the demo's identity provider exist. */
  isLocal: boolean;
  /** Where mail goes; without it, it is kept in the local mailbox and reaches nobody. */
  smtp?: SmtpSettings;
};

/** Reads the settings. Throws with one clear sentence when one is wrong. */
export function readConfig(root: string, env: NodeJS.ProcessEnv = process.env): Config {
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT is not a port number: ${env.PORT}`);
  const seed = env.SEED || 'demo';
  if (seed !== 'demo' && seed !== 'none') throw new Error(`SEED is "demo" or "none", not "${seed}"`);
  const origin = env.PUBLIC_ORIGIN || env.ORIGIN || `http://localhost:${port}`;
  if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
    throw new Error(`PUBLIC_ORIGIN is like https://example.vn, without a path: ${origin}`);
  }
  // The pages read it themselves; a wrong one is said now, before anybody meets it.
  readMapTiles(env);
  return {
    host: env.HOST || '127.0.0.1',
    port,
    dataDir: resolve(root, env.DATA_DIR || '.data'),
    seed,
    origin,
    trustedProxies: parseTrustedProxies(env.TRUST_PROXY),
    isLocal: isLoopbackName(new URL(origin).hostname),
    smtp: readSmtp(env),
  };
}

function readSmtp({ SMTP_URL: url, MAIL_FROM: from }: NodeJS.ProcessEnv): SmtpSettings | undefined {
  if (!url) return undefined;
  if (!URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol)) {
    // It may hold a password: it is not repeated.
    throw new Error(
      'SMTP_URL is like smtp://user:password@mail.example.vn:587, with what is special in them percent-encoded.',
    );
  }
  if (!from?.includes('@')) throw new Error('SMTP_URL needs MAIL_FROM, the sender: "Tên <no-reply@example.vn>".');
  return { url, from };
}

/**
 * A site on its own name has neither the mailbox nor the demo's identity provider, with which anybody could sign in as
 * anybody. It needs another way, or nobody could sign in.
 * @throws Error that says what to set
 */
export function assertSomebodyCanSignIn({ isLocal, smtp, origin, dataDir }: Config, env: NodeJS.ProcessEnv): void {
  if (isLocal || smtp || env.MAIL === 'folder') return;
  if (env.OIDC_ISSUER && env.OIDC_CLIENT_ID) return;
  throw new Error(
    `Nobody could sign in at ${origin}: the mailbox /dev/mail and the demo's identity provider exist on localhost only. ` +
      'Set SMTP_URL and MAIL_FROM to send mail, or OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET of an identity ' +
      `provider, or MAIL=folder for a demonstration in which you read the codes in ${join(dataDir, 'mail')} and pass them on.`,
  );
}

function isLoopbackName(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(?:\.\d+){3}$/.test(host);
}

/** The settings of the one-machine runtime, read from the environment once. */
import { resolve } from 'node:path';
import type { SmtpSettings } from './mailbox/smtp.ts';

export type Config = {
  host: string;
  port: number;
  dataDir: string;
  /** What an empty site starts with. */
  seed: 'demo' | 'none';
  /** The address in mails, forms and redirects. */
  origin: string;
  trustProxy: boolean;
  /** Whether the mailbox and the demo sign-in are open to other machines. */
  openDevPages: boolean;
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
  return {
    host: env.HOST || '127.0.0.1',
    port,
    dataDir: resolve(root, env.DATA_DIR || '.data'),
    seed,
    origin,
    trustProxy: env.TRUST_PROXY === '1',
    openDevPages: env.DEV_PAGES === 'open',
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

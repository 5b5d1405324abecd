/** The mailbox of the one-machine site: outgoing mail is stored in files instead of being sent. */
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ifGone } from '@hanoi/engine/gone';
import type { Mail, Mailer } from '@hanoi/functions/ports';

export type KeptMail = Mail & { sentAt: string };
/** The fields of a message that lists show. */
export type MailHead = { id: string; to: string; subject: string; sentAt: string };

export type Mailbox = Mailer & {
  /** Newest first; all messages, or those to one address (case-insensitive). */
  list(filter: { to?: string; limit: number }): Promise<MailHead[]>;
  read(id: string): Promise<KeptMail | undefined>;
};

const KEPT = 1000;
const MAIL_FILE = /^\d{15}-[0-9a-f]{12}\.json$/;

/** The mailbox in `folder`. Only the newest thousand messages are kept. */
export function openMailbox(folder: string): Mailbox {
  let heads: Promise<MailHead[]> | undefined;
  let last = 0;
  const loaded = () => (heads ??= loadHeads(folder));

  /** Ids sort by time, also within a millisecond. */
  const nextId = () => {
    last = Math.max(last + 1, Date.now() * 100);
    return `${String(last).padStart(15, '0')}-${randomBytes(6).toString('hex')}`;
  };

  return {
    async send(mail) {
      const kept = await loaded();
      const message: KeptMail = { ...mail, sentAt: new Date().toISOString() };
      const id = nextId();
      const path = join(folder, `${id}.json`);
      await writeFile(`${path}.new`, JSON.stringify(message));
      await rename(`${path}.new`, path);
      kept.unshift({ id, to: mail.to, subject: mail.subject, sentAt: message.sentAt });
      for (const old of kept.splice(KEPT)) await rm(join(folder, `${old.id}.json`), { force: true });
    },
    async list({ to, limit }) {
      const wanted = to?.toLowerCase();
      const kept = await loaded();
      return (wanted ? kept.filter((head) => head.to.toLowerCase() === wanted) : kept).slice(0, limit);
    },
    async read(id) {
      if (!MAIL_FILE.test(`${id}.json`)) return undefined;
      return readMail(join(folder, `${id}.json`));
    },
  };
}

async function loadHeads(folder: string): Promise<MailHead[]> {
  await mkdir(folder, { recursive: true });
  const names = (await readdir(folder))
    .filter((name) => MAIL_FILE.test(name))
    .sort()
    .reverse();
  const heads: MailHead[] = [];
  for (const name of names.slice(0, KEPT)) {
    const mail = await readMail(join(folder, name));
    if (mail)
      heads.push({ id: name.slice(0, -'.json'.length), to: mail.to, subject: mail.subject, sentAt: mail.sentAt });
  }
  return heads;
}

/** Undefined when the file was deleted meanwhile, or when a crash left it incomplete: one bad file must not hide the others. */
async function readMail(file: string): Promise<KeptMail | undefined> {
  const text = await readFile(file, 'utf8').catch(ifGone);
  try {
    return text === undefined ? undefined : (JSON.parse(text) as KeptMail);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

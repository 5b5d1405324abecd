/** Whether what the site needs from others answers: mail, the identity provider, the machine's clock. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { createSmtpMailer, type SmtpSettings } from '@hanoi/local/mailbox/smtp';
import { bad, doubtful, type Finding, good } from './finding.ts';

const patienceMs = 10_000;

/** Signs in at the mail server, and sends nothing. */
export async function checkMail(smtp: SmtpSettings | undefined, isPublic: boolean): Promise<Finding[]> {
  if (!smtp) {
    if (!isPublic) return [good('Mail stays in the local mailbox, /dev/mail.')];
    return [
      doubtful('No mail is sent: people can sign in by the identity provider only.', 'Set SMTP_URL and MAIL_FROM.'),
    ];
  }
  const { host } = new URL(smtp.url);
  const mailer = createSmtpMailer(smtp);
  try {
    await mailer.verify();
    return [good(`The mail server ${host} takes our mail.`)];
  } catch (error) {
    return [
      bad(
        `The mail server ${host} does not take our mail: ${(error as Error).message}`,
        'Check SMTP_URL: name, port, user, password.',
      ),
    ];
  } finally {
    mailer.close();
  }
}

/** Reads the provider's description. */
export async function checkProvider(issuer: string | undefined): Promise<Finding[]> {
  if (!issuer) return [];
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(patienceMs) });
    const { issuer: named } = (await answer.json()) as { issuer?: string };
    if (named === issuer) return [good(`The identity provider ${issuer} answers.`)];
    return [
      bad(
        `${address} describes ${named ?? 'nothing'}, not ${issuer}.`,
        'Set OIDC_ISSUER exactly as the provider writes it.',
      ),
    ];
  } catch (error) {
    return [
      bad(
        `The identity provider ${issuer} does not answer: ${(error as Error).message}.`,
        'Check OIDC_ISSUER and the network.',
      ),
    ];
  }
}

/** Asks systemd, where there is one. */
export async function checkClock(): Promise<Finding[]> {
  const asked = await promisify(execFile)('timedatectl', ['show', '--property=NTPSynchronized', '--value']).catch(
    () => undefined,
  );
  const state = asked?.stdout.trim();
  if (state === 'yes') return [good('The clock follows a time server.')];
  const remedy = 'sudo timedatectl set-ntp true. Ends of voting and sign-in codes go by this clock.';
  return [
    doubtful(
      state === 'no' ? 'The clock follows no time server.' : 'Nothing here says whether the clock is right.',
      remedy,
    ),
  ];
}

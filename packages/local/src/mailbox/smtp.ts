/** Outgoing mail through an SMTP server, for a site that is used from other machines. */
import type { Mailer } from '@hanoi/functions/ports';
import { createTransport } from 'nodemailer';

export type SmtpSettings = {
  /** `smtp://user:password@host:587` (STARTTLS) or `smtps://…:465`. */
  url: string;
  /** The sender, as in `Mạng lưới sáng kiến Hà Nội <no-reply@example.vn>`. */
  from: string;
};

export type SmtpMailer = Mailer & {
  /** Connects and signs in without sending anything. Throws the server's error. */
  verify(): Promise<void>;
  close(): void;
};

const longestWaitMs = 10_000;

/**
 * Sends mail through the server at `url`. The connection is encrypted, unless the server runs on this machine.
 * `send` throws when the server does not answer within ten seconds or refuses the message.
 */
export function createSmtpMailer({ url, from }: SmtpSettings): SmtpMailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    requireTLS: !isThisMachine(new URL(url).hostname),
    connectionTimeout: longestWaitMs,
    greetingTimeout: longestWaitMs,
    socketTimeout: longestWaitMs,
    // Text that people type must never make Nodemailer read a file or a URL.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, subject, text, html }) {
      await transport.sendMail({ from, to: { name: '', address: to }, subject, text, html });
    },
    async verify() {
      await transport.verify();
    },
    close: () => transport.close(),
  };
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host.startsWith('127.');
}

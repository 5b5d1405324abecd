/** Outgoing mail through an SMTP server: what a site needs whose people are not all at this machine. */
import type { Mailer } from '@hanoi/functions/ports';
import { createTransport } from 'nodemailer';

export type SmtpSettings = {
  /** `smtp://user:password@host:587` (STARTTLS) or `smtps://…:465`. */
  url: string;
  /** The sender, as in `Mạng lưới sáng kiến Hà Nội <no-reply@example.vn>`. */
  from: string;
};

export type SmtpMailer = Mailer & {
  /** Connects and signs in, sends nothing. Throws what the server said. */
  verify(): Promise<void>;
  close(): void;
};

const longestWaitMs = 10_000;

/**
 * Mail through the server at `url`. What passes between is encrypted, unless the server is this machine's own.
 * Sending throws when the server does not answer within ten seconds or does not take the message.
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
    // What people type must never make the sender read a file or an address of its own.
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

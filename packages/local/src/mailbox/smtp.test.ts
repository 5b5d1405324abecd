/** Mail arrives unchanged at a real SMTP server; a message that the server refuses counts as not sent. */
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { createSmtpMailer, type SmtpMailer } from './smtp.ts';

type Arrived = { to: string[]; from: string | false; message: string };

let server: SMTPServer | undefined;
let mailer: SmtpMailer | undefined;
afterEach(async () => {
  mailer?.close();
  await new Promise<void>((done) => (server ? server.close(() => done()) : done()));
});

/** Starts a server that accepts mail to `example.vn` from the user `sender` with the password `bí mật`. Resolves to its URL. */
async function listen(arrived: Arrived[]): Promise<string> {
  server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _, done) =>
      username === 'sender' && password === 'bí mật' ? done(null, { user: username }) : done(new Error('Not you')),
    onRcptTo: ({ address }, _, done) => (address.endsWith('@example.vn') ? done() : done(new Error('No such mailbox'))),
    onData(stream, { envelope }, done) {
      text(stream).then((message) => {
        const { mailFrom } = envelope;
        arrived.push({
          to: envelope.rcptTo.map(({ address }) => address),
          from: mailFrom ? mailFrom.address : false,
          message,
        });
        done();
      }, done);
    },
  });
  await new Promise<void>((done) => server!.listen(0, '127.0.0.1', done));
  const { port } = server.server.address() as { port: number };
  return `smtp://sender:${encodeURIComponent('bí mật')}@127.0.0.1:${port}`;
}

const from = 'Mạng lưới sáng kiến Hà Nội <no-reply@example.vn>';
const mail = { subject: '123456 là mã đăng nhập', text: 'Mã của bạn: 123456', html: '<p>Mã của bạn: 123456</p>' };

test('a message arrives as text and as HTML, from the given sender', async () => {
  const arrived: Arrived[] = [];
  mailer = createSmtpMailer({ url: await listen(arrived), from });
  await mailer.verify();
  await mailer.send({ to: 'an@example.vn', ...mail });
  expect(arrived).toHaveLength(1);
  expect(arrived[0]).toMatchObject({ to: ['an@example.vn'], from: 'no-reply@example.vn' });
  expect(arrived[0]!.message).toContain('Content-Type: text/plain');
  expect(arrived[0]!.message).toContain('Content-Type: text/html');
  expect(arrived[0]!.message).toMatch(/^Subject: =\?UTF-8\?/m);
});

test('an address with a second one in it is not sent to the second', async () => {
  const arrived: Arrived[] = [];
  mailer = createSmtpMailer({ url: await listen(arrived), from });
  await mailer.send({ to: 'an@example.vn, binh@example.vn', ...mail }).catch(() => undefined);
  expect(arrived.flatMap(({ to }) => to)).not.toContain('binh@example.vn');
});

test('a message that the server refuses is an error', async () => {
  mailer = createSmtpMailer({ url: await listen([]), from });
  await expect(mailer.send({ to: 'an@example.com', ...mail })).rejects.toThrow(/No such mailbox/);
});

test('a wrong password and an unreachable server are errors that say so', async () => {
  const url = await listen([]);
  mailer = createSmtpMailer({ url: url.replace(/:[^:@]+@/, ':wrong@'), from });
  await expect(mailer.verify()).rejects.toThrow(/Not you|Invalid login/);
  mailer.close();
  mailer = createSmtpMailer({ url: 'smtp://127.0.0.1:1', from });
  await expect(mailer.send({ to: 'an@example.vn', ...mail })).rejects.toThrow(/ECONNREFUSED/);
});

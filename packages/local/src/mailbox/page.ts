/** Shows the mailbox at `/dev/mail`: HTML for people, JSON for tests. Only on one machine, never on AWS. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { escapeHtml, localPage, sendPage } from '../local-page.ts';
import type { KeptMail, Mailbox, MailHead } from './mailbox.ts';

const SHOWN = 100;

/** The handler of `/dev/mail` and `/dev/mail/<id>`. */
export function createMailPage(mailbox: Mailbox) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://local');
    const id = url.pathname.split('/')[3];
    const wantsJson =
      url.searchParams.get('format') === 'json' || /\bapplication\/json\b/.test(request.headers.accept ?? '');
    if (id) return sendMail(response, await mailbox.read(id), wantsJson);
    const to = url.searchParams.get('to') ?? undefined;
    const limit = Math.min(Number(url.searchParams.get('limit')) || SHOWN, 1000);
    const heads = await mailbox.list({ limit, ...(to && { to }) });
    if (!wantsJson) return sendPage(response, 200, listPage(heads, to));
    const mails: KeptMail[] = [];
    for (const head of heads) {
      const mail = await mailbox.read(head.id);
      if (mail) mails.push(mail);
    }
    sendJson(response, 200, mails);
  };
}

function sendMail(response: ServerResponse, mail: KeptMail | undefined, wantsJson: boolean): void {
  const status = mail ? 200 : 404;
  if (wantsJson) sendJson(response, status, mail ?? null);
  else sendPage(response, status, mail ? mailPage(mail) : localPage('Không có thư này', backLink));
}

const backLink = '<p><a href="/dev/mail">Hộp thư</a></p>';

function mailPage(mail: KeptMail): string {
  const body = `${backLink}
<dl><dt>Gửi tới</dt><dd>${escapeHtml(mail.to)}</dd><dt>Lúc</dt><dd>${escapeHtml(mail.sentAt)}</dd></dl>
<iframe title="Nội dung thư" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${escapeHtml(mail.html)}"></iframe>
<h2>Bản chữ</h2><pre>${escapeHtml(mail.text)}</pre>`;
  return localPage(mail.subject, body);
}

function listPage(heads: MailHead[], to: string | undefined): string {
  const rows = heads.map(
    (head) => `<tr><td><time>${escapeHtml(head.sentAt)}</time></td><td>${escapeHtml(head.to)}</td>
<td><a href="/dev/mail/${head.id}">${escapeHtml(head.subject)}</a></td></tr>`,
  );
  const table = `<table><thead><tr><th scope="col">Lúc</th><th scope="col">Gửi tới</th><th scope="col">Tiêu đề</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table>`;
  const note = '<p>Thư gửi đi trên máy này được giữ lại ở đây, không rời khỏi máy.</p>';
  const form = `<form><label>Người nhận <input name="to" type="email" value="${escapeHtml(to ?? '')}"></label> <button type="submit">Lọc</button></form>`;
  return localPage('Hộp thư', `${note}${form}${rows.length > 0 ? table : '<p>Chưa có thư nào.</p>'}`);
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(value));
}

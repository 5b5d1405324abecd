/** The local provider's sign-in page: it accepts any name with any twelve digits. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { readBody } from '../gateway/body.ts';
import { escapeHtml, localPage, sendPage } from '../local-page.ts';
import type { Accounts } from './accounts.ts';

const INTERACTION = /^\/dev\/oidc\/interaction\/[\w-]+$/;
const MAX_FORM_BYTES = 4096;

/** Handles requests to the sign-in page; resolves to false for all others. */
export function createSignInPage(provider: Provider, accounts: Accounts) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    if (!INTERACTION.test(request.url ?? '')) return false;
    try {
      await provider.interactionDetails(request, response);
    } catch {
      const again = '<p>Phiên đăng nhập đã hết hạn. Hãy quay lại trang trước và bắt đầu lại.</p>';
      sendPage(response, 400, localPage('Không đăng nhập được', again));
      return true;
    }
    if (request.method !== 'POST') {
      sendPage(response, 200, formPage());
      return true;
    }
    const form = new URLSearchParams((await readBody(request, MAX_FORM_BYTES)).toString());
    if (form.has('cancel')) {
      const refusal = { error: 'access_denied', error_description: 'The person stopped signing in.' };
      await provider.interactionFinished(request, response, refusal, { mergeWithLastSubmission: false });
      return true;
    }
    const [name, number] = [form.get('name') ?? '', form.get('number') ?? ''];
    const account = accounts.signIn(name, number);
    if (typeof account === 'string') sendPage(response, 422, formPage({ name, number, error: account }));
    else {
      const result = { login: { accountId: account.sub, remember: false } };
      await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
    }
    return true;
  };
}

function formPage({ name = '', number = '', error = '' } = {}): string {
  const field = (label: string, id: string, value: string, more: string) =>
    `<label>${label} <input name="${id}" value="${escapeHtml(value)}" required ${more}></label>`;
  const message = error && `<p class="error" role="alert">${escapeHtml(error)}</p>`;
  return localPage(
    'Đăng nhập bằng danh tính thử',
    `<p>Trang này chỉ có trên máy của bạn, thay cho ứng dụng định danh quốc gia. Nhập họ tên bất kỳ và 12 chữ số bất kỳ.</p>
${message}<form method="post">${field('Họ và tên', 'name', name || 'Nguyễn Thị Thử', 'autocomplete="off"')}
${field('Số định danh cá nhân', 'number', number || '001099000001', 'inputmode="numeric" autocomplete="off"')}
<button type="submit">Đăng nhập</button> <button type="submit" name="cancel" formnovalidate>Thôi</button></form>`,
  );
}

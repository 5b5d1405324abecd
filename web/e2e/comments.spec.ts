/** Comments on a long thread are where their addresses lead, and input methods keep their Enter. */
import { expect, type Page, test } from '@playwright/test';
import { newEmail, openSession } from './site';

async function signedIn(page: Page, baseURL: string) {
  const token = await openSession(page, page.request, newEmail('nguoi-binh-luan'));
  await page.context().addCookies([{ name: 'session', value: token, url: baseURL }]);
  return async (path: string, data: object): Promise<string> =>
    (await (await page.request.post(`/api/v1${path}`, { data, headers: { authorization: `Bearer ${token}` } })).json())
      .id;
}

test('on a thread of several pages, one lands on the comment: just posted, or from one’s own list', async ({
  page,
  baseURL,
}) => {
  const send = await signedIn(page, baseURL!);
  const challenge = await send('/challenges', {
    title: 'Ngõ ngập sau mỗi trận mưa lớn',
    summary: 'Mưa trên 50 mm là ngõ ngập quá bánh xe, hàng chục nhà không ra khỏi cửa.',
    body: 'Nước dồn từ phố xuống, cống nhỏ. Cần một cách trữ nước tạm thời trong ngõ.',
    programme: 'P5',
  });
  for (let at = 0; at < 32; at++) await send(`/challenges/${challenge}/comments`, { body: `**Ý kiến** thứ ${at}` });
  const landed = page.locator('.comment:target');
  await page.goto(`/challenges/${challenge}`);
  await page.getByLabel('Bình luận của bạn').fill('Đây là điều vừa viết');
  await page.getByRole('button', { name: 'Gửi bình luận' }).click();
  await expect(landed).toContainText('Đây là điều vừa viết');
  await expect(landed).toBeInViewport();
  await page.goto('/me/comments');
  const row = page.locator('article', { hasText: 'Ý kiến thứ 20' });
  await row.getByRole('link', { name: 'Ngõ ngập sau mỗi trận mưa lớn' }).click();
  await expect(landed).toContainText('Ý kiến thứ 20');
  await expect(landed).toBeInViewport();
});

test('Enter that ends a word in an input method chooses no ward', async ({ page, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled === false, 'nothing is chosen by Enter without them');
  await page.goto('/challenges/new');
  const field = page.locator('[name=wardQuery]');
  const enter = (isComposing: boolean) => field.dispatchEvent('keydown', { key: 'Enter', isComposing, bubbles: true });
  await field.focus();
  await field.fill('Phường Ba Đình');
  await expect(page.locator('.found li').first()).toBeVisible();
  await enter(true);
  await expect(field).toHaveValue('Phường Ba Đình');
  await enter(false);
  await expect(field).toHaveValue('');
  await expect(page.locator('select[name=ward]')).not.toHaveValue('');
});

/** Votes that look as if one hand had cast them: a moderator reads the evidence, sets them aside, and counts them again. */
import { expect, type Page, test } from '@playwright/test';
import { sessionOf } from './site';

type Item = { id: string; subject: { id: string } };

test('votes are set aside with a reason, the public count falls, the timeline says so, and they count again', async ({
  page,
  request,
  baseURL,
}, { project }) => {
  test.skip(
    project.name !== 'phone-without-scripts',
    'once is enough: nothing of it depends on the width or on scripts',
  );
  const token = await sessionOf(request, baseURL!, 'Người kiểm duyệt');
  const headers = { authorization: `Bearer ${token}` };
  const queue = await request.get('/api/v1/moderation/queue?kind=votes', { headers });
  const { items } = (await queue.json()) as { items: Item[] };
  const { id, subject } = items[0]!;
  const support = async () => (await (await request.get(`/api/v1/challenges/${subject.id}`)).json()).support as number;
  const before = await support();

  await page.context().addCookies([{ name: 'session', value: token, url: baseURL! }]);
  await page.goto(`/moderation/${id}`);
  await expect(page.getByRole('heading', { name: 'Vì sao cần xem các lượt ủng hộ này' })).toBeVisible();
  await page.locator('[name=action][value=quarantine]').check();
  await page.locator('[name=groups]').first().check();
  await record(page, 'Hai mươi sáu tài khoản mới lập, chỉ ủng hộ nội dung này.');
  await expect.poll(support, { timeout: 30_000 }).toBeLessThan(before);
  const aside = before - (await support());
  await timelineSays(page, subject.id, `${aside} lượt không được tính`);

  const opened = await request.post('/api/v1/moderation/items', {
    headers,
    data: { subject: subject.id, reason: 'other' },
  });
  await page.goto(`/moderation/${((await opened.json()) as Item).id}`);
  await page.locator('[name=action][value=release]').check();
  await record(page, 'Các tài khoản là học sinh một lớp, cùng ủng hộ trong giờ học.');
  await expect.poll(support, { timeout: 30_000 }).toBe(before);
  await timelineSays(page, subject.id, `${aside} lượt ủng hộ từng không được tính nay được tính lại`);
});

async function record(page: Page, note: string): Promise<void> {
  const form = page.locator('form[data-decide]');
  await form.locator('[name=reason]').selectOption('other');
  await form.locator('[name=note]').fill(note);
  await form.getByRole('button', { name: 'Ghi kết quả' }).click();
  await expect(page.getByText('Đã ghi kết quả')).toBeVisible();
}

/** Written by a worker, after the answer. */
async function timelineSays(page: Page, challenge: string, sentence: string): Promise<void> {
  await expect(async () => {
    await page.goto(`/challenges/${challenge}`);
    await expect(page.locator('main')).toContainText(sentence, { timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
}

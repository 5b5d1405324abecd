/** What somebody types or chooses while the scripts of a form are still on their way stays when they have come. */
import { expect, test } from '@playwright/test';
import { newEmail, openSession } from './site';

test('a form keeps what was put in before its scripts came', async ({ page, request, baseURL, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled === false, 'scripts are what this is about');
  const token = await openSession(page, request, newEmail('nguoi-voi'));
  await page.context().addCookies([{ name: 'session', value: token, url: baseURL! }]);
  const headers = { authorization: `Bearer ${token}` };
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const uploaded = await request.post('/api/v1/uploads', {
    headers: { ...headers, 'content-type': 'image/png' },
    data: png,
  });
  const { id: image } = (await uploaded.json()) as { id: string };
  const drafted = await request.post('/api/v1/challenges', {
    headers,
    data: { draft: true, title: 'Ngõ ngập sau mưa', images: [{ id: image, alt: '' }] },
  });
  const { id } = (await drafted.json()) as { id: string };

  let release = () => {};
  const released = new Promise<void>((done) => {
    release = done;
  });
  await page.route('**/_app/immutable/**/*.js', async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(`/challenges/${id}/edit`, { waitUntil: 'commit' });
  const fields = {
    title: page.locator('[name=title]'),
    body: page.locator('[name=body]'),
    tags: page.locator('[name=tags]'),
    imageAlt: page.locator('[name=imageAlt]'),
  };
  for (const [name, field] of Object.entries(fields)) await field.fill(`Gõ sớm ${name}`);
  await page.locator('[name=programme][value=P5]').check();
  await page.locator('select[name=ward]').selectOption('00331');
  release();
  // A name is looked up while it is typed: the scripts are there.
  await expect(async () => {
    await page.locator('[name=wardQuery]').fill('');
    await page.locator('[name=wardQuery]').fill('Trúc Bạch');
    await expect(page.locator('.found')).toContainText('Phường Ba Đình', { timeout: 1_000 });
  }).toPass();
  for (const [name, field] of Object.entries(fields)) await expect(field, name).toHaveValue(`Gõ sớm ${name}`);
  await expect(page.locator('[name=programme][value=P5]')).toBeChecked();
  await expect(page.locator('select[name=ward]')).toHaveValue('00331');
  await page.getByRole('button', { name: 'Lưu nháp' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Gõ sớm title' })).toBeVisible();
  const kept = (await (await request.get(`/api/v1/challenges/${id}`, { headers })).json()) as Record<string, unknown>;
  expect(kept).toMatchObject({ programme: 'P5', ward: '00331', images: [{ alt: 'Gõ sớm imageAlt' }] });
});

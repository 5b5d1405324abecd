/** Finding: with and without scripts, by keyboard alone, and what is there already while one writes. */
import { expect, type Page, test } from '@playwright/test';
import { findSubjects } from './site';

type Found = { kind: string; title: string; path: string };

/** A challenge of the demo, found by two words of its title typed without accents. */
async function aTitle(page: Page): Promise<{ title: string; words: string }> {
  const answer = await page.request.get('/api/v1/search?q=ngap+duong&kind=challenge&limit=1');
  const { items } = (await answer.json()) as { items: Found[] };
  return { title: items[0]!.title, words: 'ngap duong' };
}

test('somebody searches from any page, narrows what is found, and goes on to it', async ({ page }) => {
  const { title, words } = await aTitle(page);
  await page.goto('/about');
  const field = page.locator('#site-search');
  if (!(await field.isVisible())) await page.getByRole('link', { name: 'Tìm kiếm' }).click();
  const box = page.getByRole('searchbox', { name: 'Tìm kiếm' }).or(page.getByRole('combobox', { name: 'Tìm kiếm' }));
  await box.filter({ visible: true }).fill(words);
  await box.filter({ visible: true }).press('Enter');
  await expect(page).toHaveURL(/\/tim-kiem\?q=ngap\+duong/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Tìm “${words}”`);
  await expect(page.locator('article mark').first()).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Loại nội dung' })
    .getByRole('link', { name: /^Thách thức/ })
    .click();
  await expect(page).toHaveURL(/kind=challenge/);
  await expect(page.getByRole('link', { name: title })).toHaveAttribute('href', /^\/challenges\/chl_/);
  await page.getByRole('link', { name: title }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
});

test('the search page has one address in each language, and the other name leads there', async ({ page }) => {
  await page.goto('/search?q=ngap');
  await expect(page).toHaveURL(/\/tim-kiem\?q=ngap$/);
  await page.goto('/en/tim-kiem?q=ngap');
  await expect(page).toHaveURL(/\/en\/search\?q=ngap$/);
  await expect(page.locator('link[hreflang=vi]').or(page.locator('meta[name=robots]')).first()).toBeAttached();
});

test('who finds nothing raises it, with the words already there', async ({ page }) => {
  await page.goto('/tim-kiem?q=qwrtzp+xkcdw');
  await expect(page.getByRole('heading', { level: 2, name: 'Không tìm thấy “qwrtzp xkcdw”' })).toBeVisible();
  await page.getByRole('link', { name: 'Nêu thách thức này' }).click();
  await expect(page.locator('[name=title]')).toHaveValue('qwrtzp xkcdw');
});

test('a former district leads to all its wards, and each may be dropped again', async ({ page }) => {
  await page.goto('/challenges?place=quan+cau+giay');
  await page.getByRole('link', { name: /^Cả quận Cầu Giấy cũ/ }).click();
  await expect(page).toHaveURL(/ward=\d+&ward=\d+/);
  const wards = new URL(page.url()).searchParams.getAll('ward');
  await page
    .getByRole('link', { name: /^Bỏ lọc: / })
    .first()
    .click();
  await expect(page).not.toHaveURL((url) => url.searchParams.getAll('ward').length === wards.length);
  expect(new URL(page.url()).searchParams.getAll('ward')).toHaveLength(wards.length - 1);
});

test('the field is entered by one key and the list is used by keyboard alone', async ({ page, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled === false, 'suggestions are a script');
  await page.goto('/tim-kiem');
  await page.locator('body').press('/');
  const field = page.locator('#search');
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute('role', 'combobox');
  await field.pressSequentially('ngap');
  const options = page.locator('#search-list [role=option]');
  await expect(options.first()).toBeVisible();
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  await expect(page.locator('main form[role=search] [role=status]')).toHaveText(/^\d gợi ý/);
  await field.press('ArrowDown');
  await field.press('ArrowDown');
  await field.press('ArrowUp');
  await expect(field).toHaveAttribute('aria-activedescendant', 'search-list-0');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await field.press('Escape');
  await expect(page.locator('#search-list')).toBeHidden();
  await expect(field).toHaveValue('ngap');
  await expect(field).not.toHaveAttribute('aria-activedescendant');
  await field.press('ArrowDown');
  const text = await options.first().locator('span').textContent();
  await field.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(text!);
});

test('while an input method composes, keys belong to it', async ({ page, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled === false, 'suggestions are a script');
  await page.goto('/tim-kiem');
  const field = page.locator('#search');
  await field.pressSequentially('ngap');
  await expect(page.locator('#search-list [role=option]').first()).toBeVisible();
  await field.evaluate((input) => {
    for (const key of ['ArrowDown', 'Enter', 'Escape'])
      input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, isComposing: true }));
  });
  await expect(page.locator('#search-list')).toBeVisible();
  await expect(field).not.toHaveAttribute('aria-activedescendant');
  await expect(page).toHaveURL(/\/tim-kiem$/);
});

test('the key stands for itself where one types, and can be switched off', async ({ page, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled === false, 'there is no key without a script');
  await page.goto('/challenges/new');
  await page.locator('[name=title]').press('/');
  await expect(page.locator('[name=title]')).toHaveValue('/');
  await page.goto('/accessibility');
  await page.getByRole('button', { name: /^Dùng phím \/ để tìm kiếm/ }).click();
  await page.goto('/tim-kiem');
  await page.locator('body').press('/');
  await expect(page.locator('#search')).not.toBeFocused();
});

const draft = {
  title: 'Báo ngập đường trước khi mưa lớn',
  summary: 'Mưa lớn là đường ngập, cần báo trước 30 phút cho người đi đường biết đoạn nào ngập.',
};

test('who writes what is there already is shown it, and nothing typed moves', async ({ page, javaScriptEnabled }) => {
  await page.goto('/challenges/new');
  await page.locator('[name=title]').fill(draft.title);
  const summary = page.locator('[name=summary]');
  await summary.fill(draft.summary);
  const place = await summary.boundingBox();
  // Without a script it comes with the preview.
  if (javaScriptEnabled === false) await page.getByRole('button', { name: 'Xem trước' }).click();
  const hints = page.locator('.alike');
  await expect(hints.getByText('Có thể đã có người nêu việc này')).toBeVisible();
  if (javaScriptEnabled !== false) expect(await summary.boundingBox()).toEqual(place);
  const act = hints.getByRole('link', { name: /Ủng hộ việc này/ }).first();
  await expect(act).toHaveAttribute('href', /^\/challenges\/chl_[^#]+#support$/);
  await expect(page.locator('[name=title]')).toHaveValue(draft.title);
});

test('while one writes further below, nothing appears above', async ({ page, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled === false, 'this is about typing');
  await page.goto('/challenges/new');
  const asked = page.waitForResponse('**/challenges/similar');
  await page.locator('[name=title]').fill(draft.title);
  await page.locator('[name=body]').focus();
  await asked;
  await page.locator('[name=body]').pressSequentially('Nước dồn về ngã tư.');
  await expect(page.locator('.alike')).toBeEmpty();
  await page.locator('[name=summary]').focus();
  await expect(page.locator('.alike')).toContainText('Có thể đã có người nêu việc này');
});

test('nothing is shown of what is like nothing', async ({ page, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled === false, 'this is about typing');
  await page.goto('/challenges/new');
  const asked = page.waitForResponse('**/challenges/similar');
  await page.locator('[name=title]').fill('Qwrtzp xkcdw lmnop zzyyx');
  expect((await asked).status()).toBe(200);
  await expect(page.locator('.alike')).toBeEmpty();
});

test('a solution that was proposed already is shown beside the new one', async ({
  page,
  request,
  javaScriptEnabled,
}) => {
  const { challenge } = await findSubjects(request);
  const answer = await request.get(`/api/v1/challenges/${challenge}/solutions?limit=1`);
  const { items } = (await answer.json()) as { items: { title: string; summary: string }[] };
  await page.goto(`/challenges/${challenge}/solutions/new`);
  await page.locator('[name=title]').fill(items[0]!.title);
  await page.locator('[name=summary]').fill(items[0]!.summary);
  if (javaScriptEnabled === false) await page.getByRole('button', { name: 'Xem trước' }).click();
  await expect(page.locator('.alike').getByRole('link', { name: items[0]!.title }).first()).toBeVisible();
});

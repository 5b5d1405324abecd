/** Pictures, one by one: with scripts from the form, without them on a page of their own. No text is lost when one is too large. */
import { expect, type Page, test } from '@playwright/test';
import { violationsOf } from './axe';
import { newEmail, openSession } from './site';

/** Noise does not compress: as large as a picture of a telephone. Made by the browser, as there is no picture this large in the project. */
async function picture(page: Page, side: number): Promise<Buffer> {
  const made = await page.context().browser()!.newPage({ javaScriptEnabled: true });
  const address = await made.evaluate((side) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side });
    const context = canvas.getContext('2d')!;
    const data = context.createImageData(side, side);
    for (let at = 0; at < data.data.length; at += 65_536) crypto.getRandomValues(data.data.subarray(at, at + 65_536));
    for (let at = 3; at < data.data.length; at += 4) data.data[at] = 255;
    context.putImageData(data, 0, 0);
    return canvas.toDataURL('image/png');
  }, side);
  await made.close();
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
}

async function begin(page: Page, baseURL: string): Promise<string> {
  const value = await openSession(page, page.request, newEmail('nguoi-chup'));
  await page.context().addCookies([{ name: 'session', value, url: baseURL }]);
  const title = `Ngõ ngập, số ${Math.floor(Math.random() * 1e9)}`;
  await page.goto('/challenges/new');
  await page.locator('[name=title]').fill(title);
  await page.locator('[name=body]').fill('Nước dồn từ phố xuống.');
  return title;
}

test('without scripts: six, of which two have 3.7 MB, one by one; one that is too large costs nothing that was written', async ({
  page,
  baseURL,
  javaScriptEnabled,
}) => {
  test.skip(javaScriptEnabled !== false, 'scripts send them from the form');
  test.slow();
  const title = await begin(page, baseURL!);
  await page.getByRole('button', { name: 'Lưu rồi thêm ảnh' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Thêm ảnh' })).toBeVisible();
  const [small, fine, large] = [await picture(page, 300), await picture(page, 1_110), await picture(page, 1_500)];
  expect([fine.length > 3_600_000, fine.length < 4_500_000, large.length > 5_000_000]).toEqual([true, true, true]);
  const send = async (name: string, buffer: Buffer) => {
    await page.locator('[name=file]').setInputFiles({ name, mimeType: 'image/png', buffer });
    await page.locator('[name=alt]').fill(`Ảnh ${name}`);
    await page.getByRole('button', { name: 'Gửi ảnh này' }).click();
  };
  await send('qua-lon.png', large);
  await expect(page.getByText('Hãy chọn ảnh không quá 4,5\u00A0MB.')).toBeVisible();
  for (let count = 1; count <= 6; count++) {
    // Two are together more than a request may have.
    await send(`${count}.png`, count <= 2 ? fine : small);
    await expect(page.getByText(`Hình ảnh (${count}/6)`)).toBeVisible();
  }
  await expect(page.getByText('Đã đủ 6 ảnh.')).toBeVisible();
  await page.getByRole('button', { name: 'Bỏ ảnh này' }).first().click();
  await expect(page.getByText('Hình ảnh (5/6)')).toBeVisible();
  await page.getByRole('link', { name: 'Viết tiếp' }).click();
  await expect(page.locator('[name=title]')).toHaveValue(title);
  await expect(page.locator('[name=body]')).toHaveValue('Nước dồn từ phố xuống.');
  await expect(page.locator('[name=imageId]')).toHaveCount(5);
});

test('without scripts, pictures of what is public: the button says that the changes are published', async ({
  page,
  baseURL,
  javaScriptEnabled,
}) => {
  test.skip(javaScriptEnabled !== false, 'scripts send them from the form');
  const title = await begin(page, baseURL!);
  await page.locator('[name=summary]').fill('Mưa lớn là ngõ ngập quá bánh xe, cả ngõ không ra được.');
  await page.locator('[name=body]').fill('Nước dồn từ phố xuống ngõ và không thoát kịp sau mỗi trận mưa lớn.');
  await page.locator('[name=programme][value=P5]').check();
  await page.getByRole('button', { name: 'Đăng thách thức' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await page.goto(`${new URL(page.url()).pathname}/edit`);
  await page.locator('[name=title]').fill(`${title}, sửa`);
  await page.getByRole('button', { name: 'Đăng thay đổi rồi thêm ảnh' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Thêm ảnh' })).toBeVisible();
});

test('with scripts: two at once, and the one that is too large is named', async ({
  page,
  baseURL,
  javaScriptEnabled,
}) => {
  test.skip(javaScriptEnabled === false, 'without them there is a page for pictures');
  const title = await begin(page, baseURL!);
  const [fine, large] = [await picture(page, 300), await picture(page, 1_500)];
  await page.locator('input[type=file]').setInputFiles([
    { name: 'vua.png', mimeType: 'image/png', buffer: fine },
    { name: 'qua-lon.png', mimeType: 'image/png', buffer: large },
  ]);
  await expect(page.getByText('Đã tải xong vua.png')).toBeVisible();
  await expect(page.getByText('qua-lon.png lớn hơn 4,5\u00A0MB. Hãy chọn ảnh nhỏ hơn.')).toBeVisible();
  await page.getByRole('button', { name: 'Lưu nháp' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await page.goto(`${new URL(page.url()).pathname}/pictures`);
  await expect(page.getByRole('heading', { level: 1, name: 'Thêm ảnh' })).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, 'sideways scrolling').toBe(0);
});

test('steps without scripts return to their place in the page', async ({ page, baseURL, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled !== false, 'scripts leave the place alone');
  await begin(page, baseURL!);
  await page.getByRole('button', { name: 'Xem trước' }).click();
  await expect(page).toHaveURL(/#preview$/);
  await expect(page.getByRole('region', { name: 'Xem trước nội dung' })).toBeInViewport();
  await page.locator('[name=wardQuery]').fill('Trúc Bạch');
  await page.getByRole('button', { name: 'Tìm', exact: true }).click();
  await expect(page).toHaveURL(/#field-ward$/);
  await expect(page.locator('select[name=ward]')).toBeInViewport();
});

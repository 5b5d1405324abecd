/** What moderators do one by one, with scripts and without, and what authors can do about it. Their hour: moderators-hour.spec.ts. */
import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { codeFor, newEmail, openSession, sessionOf } from './site';

const moderator = 'Người kiểm duyệt';
const administrator = 'Quản trị viên';

/** Calls the API as the owner of a session. */
function callerOf(request: APIRequestContext, token: string) {
  return async (method: 'get' | 'post' | 'patch', path: string, data?: object) => {
    const answer = await request[method](`/api/v1${path}`, { data, headers: { authorization: `Bearer ${token}` } });
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
    return answer.json();
  };
}

async function signIn(page: Page, baseURL: string, token: string): Promise<void> {
  await page.context().clearCookies();
  await page.context().addCookies([{ name: 'session', value: token, url: baseURL }]);
}

function makeChallenge() {
  return {
    title: 'Ngõ ngập sau mỗi trận mưa lớn',
    summary: 'Mưa trên 50 mm là ngõ ngập quá bánh xe, hàng chục nhà không ra khỏi cửa.',
    body: 'Nước dồn từ phố xuống, cống nhỏ. Cần một cách trữ nước tạm thời trong ngõ.',
    programme: 'P5',
  };
}

/** These depend on no width. */
test.describe('without regard to the screen', () => {
  test.beforeEach(({ browserName: _ }, { project }) =>
    test.skip(project.name === 'desktop', 'they are tried on a phone'),
  );

  test('spam is hidden together, and an author’s words stay where a decision is refused', async ({ page, baseURL }) => {
    const author = callerOf(page.request, await openSession(page, page.request, newEmail('nguoi-rao')));
    const token = await sessionOf(page.request, baseURL!, moderator);
    const staff = callerOf(page.request, token);
    const challenge = await author('post', '/challenges', { ...makeChallenge(), title: `Bán máy bơm ${Date.now()}` });
    const comments = [];
    for (const body of ['Bán máy bơm', 'Bán máy bơm rẻ', 'Bán máy bơm rất rẻ']) {
      const comment = await author('post', `/challenges/${challenge.id}/comments`, { body });
      comments.push((await staff('post', '/moderation/items', { subject: comment.id, reason: 'spam' })).id);
    }
    await signIn(page, baseURL!, token);
    await page.goto(`/moderation/${comments[2]}?kind=moderator`);
    await page.getByRole('radio', { name: /^Ẩn/ }).check();
    await page.getByLabel('Vì lý do nào?').selectOption('abuse');
    await page.getByLabel('Điều bạn thấy, nói với người viết').fill('');
    await page.getByRole('button', { name: 'Ghi kết quả' }).click();
    await expect(page.getByText('Hãy nói với người viết điều bạn thấy.').first()).toBeVisible();
    await expect(page.getByRole('radio', { name: /^Ẩn/ })).toBeChecked();
    await expect(page.getByLabel('Vì lý do nào?')).toHaveValue('abuse');
    // Its author changes it meanwhile: the moderator is told to read it again, and goes on with the same words.
    const changed = await author('post', `/challenges/${challenge.id}/comments`, { body: 'Bán máy bơm mới' });
    const { id: first } = await staff('post', '/moderation/items', { subject: changed.id, reason: 'spam' });
    await page.goto(`/moderation/${first}`);
    await page.getByRole('radio', { name: /^Nhắc nhở/ }).check();
    await page.getByLabel('Điều bạn thấy, nói với người viết').fill('Đây là rao bán.');
    await author('patch', `/comments/${changed.id}`, { body: 'Máy bơm mới ở phố tôi hay hỏng' });
    await page.getByRole('button', { name: 'Ghi kết quả' }).click();
    await expect(page.getByText('Người viết vừa sửa nội dung này')).toBeVisible();
    await expect(page.locator('.prose')).toContainText('hay hỏng');
    await page.getByRole('button', { name: 'Ghi kết quả' }).click();
    await expect(page.getByText('Đã ghi kết quả')).toBeVisible();
    // Somebody else is faster: the reason is told, and the words can be copied.
    const late = await author('post', `/challenges/${challenge.id}/comments`, { body: 'Bán máy bơm cũ' });
    const { id: item } = await staff('post', '/moderation/items', { subject: late.id, reason: 'spam' });
    await page.goto(`/moderation/${item}`);
    await page.getByRole('radio', { name: /^Nhắc nhở/ }).check();
    const words = 'Bài này đã rao bán ở ba nơi.';
    await page.getByLabel('Điều bạn thấy, nói với người viết').fill(words);
    await staff('post', `/moderation/items/${item}/decisions`, { action: 'approve', reason: 'spam' });
    await page.getByRole('button', { name: 'Ghi kết quả' }).click();
    await expect(page.getByText('Việc này đã được xử lý')).toBeVisible();
    await expect(page.getByLabel('Điều bạn đã viết')).toHaveValue(words);
    await page.goto('/moderation?kind=moderator');
    for (const id of comments) await page.locator(`[name=item][value=${id}]`).check();
    await page.getByRole('button', { name: 'Ẩn các mục đã chọn vì là tin rác' }).click();
    await expect(page.getByText('Đã ẩn 3 mục')).toBeVisible();
    await page.goto(`/challenges/${challenge.id}`);
    await expect(page.getByText('Lý do: Quảng cáo, tin rác.')).toHaveCount(3);
  });

  test('a comment is hidden where it stands, and its author still reads it', async ({ page, baseURL }) => {
    const [author, token] = [
      callerOf(page.request, await openSession(page, page.request, newEmail('tac-gia'))),
      await openSession(page, page.request, newEmail('nguoi-viet')),
    ];
    const challenge = await author('post', '/challenges', makeChallenge());
    const body = 'Viết thế này thì thôi đừng viết nữa, đọc tốn thời gian';
    const { id } = await callerOf(page.request, token)('post', `/challenges/${challenge.id}/comments`, { body });
    await signIn(page, baseURL!, await sessionOf(page.request, baseURL!, moderator));
    await page.goto(`/challenges/${challenge.id}`);
    const comment = page.locator(`[id=${id}]`);
    await comment.getByText('Ẩn', { exact: true }).click();
    await comment.getByRole('button', { name: 'Ghi kết quả' }).click();
    await expect(comment.getByText('Hãy nêu lý do.')).toBeVisible();
    await comment.getByLabel('Vì lý do nào?').selectOption('abuse');
    await comment.getByLabel('Điều bạn thấy, nói với người viết').fill('Có lời lẽ xúc phạm người khác.');
    await comment.getByRole('button', { name: 'Ghi kết quả' }).click();
    await expect(comment).toContainText('Lý do: Xúc phạm, đe dọa, quấy rối.');
    await expect(comment).not.toContainText(body);
    await signIn(page, baseURL!, token);
    await page.goto(`/challenges/${challenge.id}`);
    await expect(comment).toContainText(body);
    await expect(comment.getByText('Nội dung này của bạn đang bị ẩn')).toBeVisible();
  });

  test('an author reads why, and another moderator looks again', async ({ page, baseURL }) => {
    const token = await openSession(page, page.request, newEmail('tac-gia'));
    const [first, second] = await Promise.all([
      sessionOf(page.request, baseURL!, moderator),
      sessionOf(page.request, baseURL!, administrator),
    ]);
    const staff = callerOf(page.request, first);
    const challenge = await callerOf(page.request, token)('post', '/challenges', makeChallenge());
    const item = await staff('post', '/moderation/items', { subject: challenge.id, reason: 'false' });
    const note = 'Số liệu mưa trái với nguồn đã công bố.';
    await staff('post', `/moderation/items/${item.id}/decisions`, { action: 'hide', reason: 'false', note });

    await signIn(page, baseURL!, token);
    await page.goto('/me');
    await expect(page.getByRole('link', { name: 'Nội dung bị ẩn' })).toBeVisible();
    await page.goto(`/challenges/${challenge.id}`);
    await expect(page.getByText('Nội dung này của bạn đang bị ẩn')).toBeVisible();
    await page.getByRole('link', { name: 'Xem lý do và cách đề nghị xem xét lại' }).click();
    await expect(page.getByRole('link', { name: 'Điều 3. Nói đúng sự thật' })).toBeVisible();
    await expect(page.getByText(note)).toBeVisible();
    const decision = page.url();
    const tab = await page.context().newPage();
    await tab.goto(decision);
    await page.getByLabel('Vì sao bạn thấy kết quả này chưa đúng?').fill('Số liệu');
    await page.getByRole('button', { name: 'Gửi đề nghị xem xét lại' }).click();
    await expect(page.getByText(/cần ít nhất 10 ký tự/).first()).toBeVisible();
    await page.getByLabel('Vì sao bạn thấy kết quả này chưa đúng?').fill('Số liệu lấy từ trạm Láng, ngày 7/11.');
    await page.getByRole('button', { name: 'Gửi đề nghị xem xét lại' }).click();
    await expect(page.getByText('Đã gửi đề nghị xem xét lại').first()).toBeVisible();

    // Sent once more from another tab: it is refused, and what was written there is not lost.
    await tab.getByLabel('Vì sao bạn thấy kết quả này chưa đúng?').fill('Tôi còn muốn nói thêm điều này.');
    await tab.getByRole('button', { name: 'Gửi đề nghị xem xét lại' }).click();
    await expect(tab.getByLabel('Điều bạn đã viết')).toHaveValue('Tôi còn muốn nói thêm điều này.');
    await expect(tab.getByRole('alert')).toBeVisible();
    await tab.close();

    const waiting = (await staff('get', '/moderation/queue?kind=appeal&limit=100')).items;
    const appeal = waiting.find(({ subject }: { subject: { id: string } }) => subject.id === challenge.id);
    await signIn(page, baseURL!, first);
    await page.goto(`/moderation/${appeal.id}`);
    await expect(page.getByText('Bạn không quyết định được việc này.')).toBeVisible();
    await signIn(page, baseURL!, second);
    await page.goto(`/moderation/${appeal.id}`);
    await expect(page.getByText('Số liệu lấy từ trạm Láng, ngày 7/11.')).toBeVisible();
    await page.getByRole('radio', { name: /^Hủy kết quả cũ/ }).check();
    await page.getByLabel('Điều bạn thấy, nói với người viết').fill('Nguồn đúng như bạn nêu.');
    await page.getByRole('button', { name: 'Ghi kết quả' }).click();
    await expect(page.getByText('Đã ghi kết quả')).toBeVisible();

    await signIn(page, baseURL!, token);
    await page.goto(decision);
    await expect(page.getByText('Sau khi xem lại: kết quả bị hủy, mọi thứ trở lại như trước')).toBeVisible();
    await page.goto(`/challenges/${challenge.id}`);
    await expect(page.getByText('Nội dung này của bạn đang bị ẩn')).toHaveCount(0);
  });

  test('somebody reports without an account, signs in on the way, and finds the report again', async ({ page }) => {
    const author = callerOf(page.request, await openSession(page, page.request, newEmail('tac-gia')));
    const { id } = await author('post', '/challenges', makeChallenge());
    const email = newEmail('nguoi-bao');
    await page.goto(`/challenges/${id}`);
    await page.getByRole('link', { name: 'Báo vi phạm', exact: true }).first().click();
    await page.getByRole('button', { name: 'Gửi báo vi phạm' }).click();
    await expect(page.getByText('Hãy nêu lý do.').first()).toBeVisible();
    await page.getByRole('radio', { name: /^Sai sự thật/ }).check();
    await page.getByLabel('Bạn muốn nói rõ thêm?').fill('Ngõ này không ngập.');
    await page.getByRole('button', { name: 'Gửi báo vi phạm' }).click();
    await page.getByLabel('E-mail').fill(email);
    await page.getByRole('button', { name: 'Gửi mã cho tôi' }).click();
    await page.getByLabel('Mã gồm 6 chữ số').fill(await codeFor(page, email));
    await expect(page.getByLabel('Bạn muốn nói rõ thêm?')).toHaveValue('Ngõ này không ngập.');
    await page.getByRole('button', { name: 'Gửi báo vi phạm' }).click();
    await expect(page.getByText('Cảm ơn bạn đã báo').first()).toBeVisible();
    await page.getByRole('link', { name: 'Đã báo vi phạm' }).click();
    await expect(page.getByText('Đang chờ xem')).toBeVisible();
    await expect(page.getByText('Ngõ này không ngập.')).toBeVisible();
  });
});

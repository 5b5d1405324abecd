/** On a phone, what is short and often wanted comes before a thread that may be long, and authors find their ways at the head. */
import { expect, type Page, test } from '@playwright/test';
import { findSubjects, newEmail, openSession } from './site';

/** Fails unless the parts stand below one another in this order, to the eye as in the page's source, which keyboards follow. */
async function expectOrder(page: Page, parts: Record<string, string>): Promise<void> {
  const found = await page.evaluate((selectors) => {
    const all = [...document.querySelectorAll('*')];
    return Object.entries(selectors).map(([name, selector]) => {
      const element = document.querySelector(selector);
      const { top = Number.NaN, height = 0 } = element?.getBoundingClientRect() ?? {};
      return { name, isShown: height > 0, top, place: element ? all.indexOf(element) : -1 };
    });
  }, parts);
  expect(found.filter(({ isShown }) => !isShown)).toEqual([]);
  const names = Object.keys(parts);
  expect(found.toSorted((one, other) => one.top - other.top).map(({ name }) => name)).toEqual(names);
  expect(found.toSorted((one, other) => one.place - other.place).map(({ name }) => name)).toEqual(names);
}

test.beforeEach(({ viewport }) => {
  test.skip((viewport?.width ?? 0) > 500, 'wide screens have a column beside');
});

test('of a challenge: status, share and timeline before the thread', async ({ page, request }) => {
  const { challenge } = await findSubjects(request);
  await page.goto(`/challenges/${challenge}`);
  await expectOrder(page, {
    title: 'h1',
    text: '[data-part=problem]',
    share: '.share',
    solutions: '#solutions',
    status: '#steps',
    timeline: '#timeline',
    thread: '#comments',
    'what one writes': '#comment-form textarea',
  });
});

test('of a solution: share, status and timeline before the thread', async ({ page, request }) => {
  const { solution } = await findSubjects(request);
  await page.goto(`/solutions/${solution}`);
  await expectOrder(page, {
    title: 'h1',
    text: '[data-part=proposal]',
    share: '.share',
    status: '#status',
    timeline: '#timeline',
    thread: '#comments',
  });
});

test('edit and close stand right below the title, before the text', async ({ page, request, baseURL }) => {
  const token = await openSession(page, request, newEmail('nguoi-neu'));
  await page.context().addCookies([{ name: 'session', value: token, url: baseURL! }]);
  const text = 'Nước dồn từ phố xuống, cống nhỏ. Cần một cách trữ nước tạm thời trong ngõ. '.repeat(20);
  const made = await request.post('/api/v1/challenges', {
    headers: { authorization: `Bearer ${token}` },
    data: {
      title: 'Ngõ ngập sau mỗi trận mưa',
      summary: text.slice(0, 200),
      body: text,
      programme: 'P5',
      kind: 'raised',
    },
  });
  const { id } = (await made.json()) as { id: string };
  await page.goto(`/challenges/${id}`);
  const parts = { title: 'h1', edit: '#manage a[href$="/edit"]', text: '[data-part=problem]', thread: '#comments' };
  await expectOrder(page, parts);
  await expectOrder(page, { title: 'h1', close: '#manage summary', text: '[data-part=problem]' });
  // Within two screens of a small phone, and as large as a target has to be.
  for (const way of [page.locator('#manage a[href$="/edit"]'), page.locator('#manage summary')]) {
    const box = (await way.boundingBox())!;
    expect(box.y + box.height).toBeLessThan(1_280);
    expect(box.height).toBeGreaterThanOrEqual(24);
  }
});

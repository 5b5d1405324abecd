/** A challenge that says what an open one says already waits for moderators; its author notices nothing. */
import { duplicateLikeness } from '@hanoi/core/moderation/duplicate';
import { makeNewChallenge } from '@hanoi/core/testing/challenge';
import type { Context } from 'aws-lambda';
import { beforeAll, expect, it } from 'vitest';
import { type SignedIn, useApi } from '../testing/api.ts';
import { sendOk } from '../testing/kind-case.ts';
import { useMemoryQueues } from '../testing/queues.ts';
import { runConsumer, useStream } from '../testing/stream.ts';
import { handler } from './alike.ts';
import { queues } from './catalogue.ts';

const api = useApi();
const stream = useStream(api.table);
let author: SignedIn;
let moderator: SignedIn;
beforeAll(async () => {
  [author, moderator] = await Promise.all([api.signInAs(), api.signInAs({ roles: ['moderator'] })]);
});

const raise = (over: object) => sendOk(api, 'POST', '/challenges', author.token, makeNewChallenge(over));

/** What the stream sends, and the worker makes of it. */
async function compare(): Promise<void> {
  const store = useMemoryQueues();
  const queue = { ...queues.find(({ name }) => name === 'alike')!, visibilitySeconds: 60 };
  expect(await runConsumer('dispatch', await stream.take())).toEqual([]);
  for (let some = await store.receive(queue, 5); some.length > 0; some = await store.receive(queue, 5)) {
    expect(await handler({ Records: some }, {} as Context, () => undefined)).toEqual({ batchItemFailures: [] });
    await store.remove(
      'alike',
      some.map(({ receiptHandle }) => receiptHandle),
    );
  }
}

async function duplicates(): Promise<{ id: string; subject: { id: string } }[]> {
  return (await api.call('GET', '/moderation/queue?kind=duplicate', { token: moderator.token })).json.items;
}

it('opens one item about the later one, with what it is like; not about what only sounds alike', async () => {
  expect(duplicateLikeness).toBe(0.45);
  const crossing = {
    title: 'Ngã tư Thái Hà ngập sâu sau mỗi trận mưa lớn',
    summary: 'Mưa trên 50 mm là ngã tư Thái Hà ngập quá bánh xe, hàng trăm hộ bị cô lập nhiều giờ.',
  };
  const first = await raise(crossing);
  // Words that nothing else has would be worth little in an index of two.
  const others = ['Vỉa hè phố cổ bị chiếm chỗ để xe', 'Trường tiểu học thiếu sân chơi', 'Thiếu điểm sạc xe điện'];
  for (const title of others)
    await raise({ title, summary: `${title}, người dân phản ánh đã nhiều năm mà chưa có cách giải quyết.` });
  await compare();
  const known = await duplicates();
  expect(known.filter(({ subject }) => subject.id === first)).toEqual([]);
  const second = await raise({
    title: 'Ngập sâu ở ngã tư Thái Hà mỗi trận mưa lớn',
    summary: 'Cứ mưa lớn là ngã tư Thái Hà ngập sâu quá bánh xe, nhiều hộ dân bị cô lập hàng giờ.',
  });
  await raise({
    title: 'Ngã tư Thái Hà tắc đường giờ cao điểm',
    summary: 'Giờ cao điểm xe buýt và xe máy chen nhau, đèn tín hiệu không hợp lý nên ùn tắc kéo dài.',
    body: 'Cần tách làn cho xe buýt và điều chỉnh đèn theo lưu lượng thực tế của từng hướng.',
  });
  await compare();
  const isNew = ({ id }: { id: string }) => !known.some((one) => one.id === id);
  const [item, ...more] = (await duplicates()).filter(isNew);
  expect([item?.subject.id, more]).toEqual([second, []]);
  const { json } = await api.call('GET', `/moderation/items/${item!.id}`, { token: moderator.token });
  expect(json).toMatchObject({ kind: 'duplicate', like: { id: first }, reasons: [{ reason: 'duplicate', count: 1 }] });
  expect((await api.call('GET', `/challenges/${second}`)).json.status).toBe('open');

  // Merged by another item, it waits no more.
  const { token } = await api.signInAs();
  await api.call('POST', `/challenges/${second}/reports`, { token, body: { reason: 'duplicate' } });
  const { items } = (await api.call('GET', '/moderation/queue?kind=report', { token: moderator.token })).json;
  const body = { action: 'merge', reason: 'duplicate', note: 'Cùng một ngã tư', into: first };
  const path = `/moderation/items/${items[0].id}/decisions`;
  expect((await api.call('POST', path, { token: moderator.token, body })).status).toBe(201);
  expect((await duplicates()).filter(isNew)).toEqual([]);
});

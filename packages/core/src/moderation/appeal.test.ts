/** Overturning tells whether everything is as it was: the moderator who did, and the author. */
import { expect, it } from 'vitest';
import { editChallenge, getChallenge, raiseChallenge } from '../challenge/service.ts';
import { makeNewChallenge } from '../testing/challenge.ts';
import { useTable } from '../testing/table.ts';
import { appeal, getDecision } from './appeal.ts';
import { getQueue } from './queue.ts';
import { getItem } from './service.ts';
import { decideAs, moderator, reportedItem, someone } from './testing-moderation.ts';

const table = useTable();

it.each([
  [
    'the author has changed the very place meanwhile',
    'Chỗ này tôi đã viết lại để rõ hơn cho mọi người.',
    false,
    'Chỗ này tôi đã viết lại để rõ hơn cho mọi người.',
  ],
  ['nothing was changed', undefined, true, 'Hỏi ở số 24 ngõ Lan Bá để biết thêm về ngã tư này.'],
])('where %s', async (_, rewritten, complete, body) => {
  const [author, reader, lan, minh] = [
    await someone(table),
    await someone(table),
    await moderator(table),
    await moderator(table),
  ];
  const { id } = await raiseChallenge(
    author,
    makeNewChallenge({ body: 'Hỏi ở số 24 ngõ Lan Bá để biết thêm về ngã tư này.' }),
  );
  const item = await reportedItem(reader, id, 'personal-data');
  const redacted = await decideAs(lan, item, { action: 'redact', passages: ['số 24 ngõ Lan Bá'] });
  if (rewritten) {
    const { version } = await getChallenge(author, id);
    await editChallenge(author, id, { version, body: rewritten });
  }
  expect((await appeal(author, redacted.id, 'Đây là số của chính tôi')).appeal?.complete).toBeNull();
  const { items } = await getQueue(minh, { kind: 'appeal', limit: 100 });
  const waiting = items.find(({ subject }) => subject.id === id)!;
  expect((await getItem(minh, waiting.id)).takenOut).toEqual({ passages: ['số 24 ngõ Lan Bá'], pictures: [] });
  const overturned = await decideAs(minh, waiting.id, { action: 'overturn', note: 'Số của chính người viết' });
  expect(overturned.appeal).toMatchObject({ outcome: 'overturn', complete });
  expect((await getItem(minh, waiting.id)).takenOut).toBeNull();
  expect((await getDecision(author, redacted.id)).appeal).toEqual(overturned.appeal);
  expect((await getChallenge(author, id)).body).toBe(body);
});

/** What is answered for a subject that was just stored is what reading it answers. */
import { beforeAll, expect, it } from 'vitest';
import { challengeSchema } from '../challenge/schema.ts';
import { getChallenge, raiseChallenge } from '../challenge/service.ts';
import type { Ctx } from '../shared/context.ts';
import { newSolutionSchema, solutionSchema } from '../solution/schema.ts';
import { draftSolution, getSolution } from '../solution/service.ts';
import { makeNewChallenge, makePublicChallenge } from '../testing/challenge.ts';
import { makeCtx, makePerson } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';

const table = useTable();

let ctx: Ctx;
let calls: string[] = [];

beforeAll(async () => {
  ctx = makeCtx(table, await makePerson(table));
  table.client.middlewareStack.add(
    (next, context) => (args) => {
      calls.push(String(context.commandName));
      return next(args);
    },
    { step: 'initialize' },
  );
});

const body = '## Hiện trạng\n\nNước **ngập** ở ngõ 12 sau mỗi trận mưa lớn, xe chết máy.';

it.each([
  ['open', makeNewChallenge({ body })],
  ['a draft', makeNewChallenge({ body, draft: true })],
  ['with a pin and an end', makeNewChallenge({ body, ward: '00070', point: null, closesAt: nextYear() })],
])('is a challenge: %s', async (_, input) => {
  const raised = await raiseChallenge(ctx, input);
  expect(challengeSchema.parse(raised)).toEqual(challengeSchema.parse(await getChallenge(ctx, raised.id)));
});

it('is a solution', async () => {
  const { id } = await makePublicChallenge(ctx);
  const input = newSolutionSchema.parse({ title: 'Nâng đường lên', summary: 'Nâng mặt đường.', body });
  const drafted = await draftSolution(ctx, id, input);
  expect(solutionSchema.parse(drafted)).toEqual(solutionSchema.parse(await getSolution(ctx, drafted.id)));
});

it('is not read again', async () => {
  calls = [];
  await raiseChallenge(ctx, makeNewChallenge());
  expect(calls).toEqual(['UpdateItemCommand', 'TransactWriteItemsCommand']);
});

it('is read when the same request had stored it before', async () => {
  const repeated = { ...ctx, idempotencyKey: 'khoa-1' };
  const input = makeNewChallenge();
  const first = await raiseChallenge(repeated, input);
  expect(challengeSchema.parse(await raiseChallenge(repeated, input))).toEqual(challengeSchema.parse(first));
});

function nextYear(): string {
  return new Date(Date.now() + 300 * 24 * 3_600_000).toISOString();
}

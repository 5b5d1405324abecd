/** Ward and pin of a challenge agree: a moved pin takes the ward along, a ward far from its pin is refused. */
import { expect, it } from 'vitest';
import { makeNewChallenge } from '../testing/challenge.ts';
import { makeCtx, makePerson } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { editChallenge, raiseChallenge } from './service.ts';

const table = useTable();
const hoanKiem = { lng: 105.852, lat: 21.0305 };
const lang = { lng: 105.8045, lat: 21.0165 };

it('a pin without a ward, new or moved, gives the ward it lies in', async () => {
  const ctx = makeCtx(table, await makePerson(table));
  const { id, ward } = await raiseChallenge(ctx, makeNewChallenge({ ward: null, point: hoanKiem }));
  expect(ward).toBe('00070');
  const moved = await editChallenge(ctx, id, { version: 1, point: lang });
  expect(moved).toMatchObject({ ward: '00199', point: lang });
  const unpinned = await editChallenge(ctx, id, { version: moved.version, point: null });
  expect(unpinned).toMatchObject({ ward: '00199', point: null });
});

it('a ward and a pin that disagree are refused, new or edited, with both names', async () => {
  const ctx = makeCtx(table, await makePerson(table));
  const refusal = {
    code: 'point_not_in_ward',
    data: { pointWard: { name: 'Phường Hoàn Kiếm' }, ward: { name: 'Phường Láng' } },
  };
  await expect(raiseChallenge(ctx, makeNewChallenge({ ward: '00199', point: hoanKiem }))).rejects.toMatchObject(
    refusal,
  );
  const { id } = await raiseChallenge(ctx, makeNewChallenge({ ward: '00070', point: hoanKiem }));
  await expect(editChallenge(ctx, id, { version: 1, ward: '00199' })).rejects.toMatchObject(refusal);
});

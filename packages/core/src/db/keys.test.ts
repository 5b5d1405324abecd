/** Keys that can't change once something is stored under them. */
import { expect, it } from 'vitest';
import type { PersonId, SubjectId } from '../shared/ids.ts';
import { voteKey } from './keys.ts';

// Under another key, people who have voted could vote again.
it('the key of a vote holds the person’s shard, one of eight, for good', () => {
  const keyOf = (person: string) => voteKey('chl_1' as SubjectId, person as PersonId);
  expect(['per_1', 'per_2', 'per_3', 'per_4'].map((person) => keyOf(person).pk)).toEqual([
    'VOTE#chl_1#7',
    'VOTE#chl_1#4',
    'VOTE#chl_1#0',
    'VOTE#chl_1#4',
  ]);
  expect(keyOf('per_1').sk).toBe('per_1');
});

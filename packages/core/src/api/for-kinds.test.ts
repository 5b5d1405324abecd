/** Endpoints made for each kind have the names, addresses and errors that outside clients rely on. */
import { describe, expect, it } from 'vitest';
import { newId } from '../shared/ids.ts';
import { forKinds, nameOf } from './for-kinds.ts';

it.each([
  ['commentOn*', 'challenge', 'commentOnChallenge'],
  ['*Timeline', 'solution', 'solutionTimeline'],
  ['support*', 'solution', 'supportSolution'],
] as const)('%s is for a %s %s', (pattern, kind, name) => expect(nameOf(pattern, kind)).toBe(name));

describe('an endpoint for each kind', () => {
  const common = {
    method: 'GET',
    path: '/comments',
    summary: 'The comments on *',
    access: 'anyone',
    status: 200,
  } as const;
  const made = forKinds(['challenge', 'solution'], 'commentsOn*', { ...common, errors: ['comments_closed'] });

  it('stands below the address of the subject, and says which it is of', () => {
    expect(Object.keys(made)).toEqual(['commentsOnChallenge', 'commentsOnSolution']);
    expect(made.commentsOnChallenge).toMatchObject({
      method: 'GET',
      path: '/challenges/{id}/comments',
      summary: 'The comments on a challenge',
      access: 'anyone',
      status: 200,
    });
    expect(made.commentsOnSolution).toMatchObject({ path: '/solutions/{id}/comments' });
  });

  it('takes ids of its kind only, and no other parameter', () => {
    const id = newId('challenge', { now: () => new Date() });
    const fits = (params: object) => made.commentsOnChallenge.params.safeParse(params).success;
    const other = newId('solution', { now: () => new Date() });
    expect([{ id }, { id: other }, { id, more: 1 }].map(fits)).toEqual([true, false, false]);
  });

  it('says that the subject is not there, except where any id is answered', () => {
    expect(made.commentsOnSolution.errors).toEqual(['solution_not_found', 'comments_closed']);
    const any = forKinds(['solution'], 'unfollow*', { ...common, answersAnyId: true }).unfollowSolution;
    expect(any.errors).toEqual([]);
    expect(any).not.toHaveProperty('answersAnyId');
  });
});

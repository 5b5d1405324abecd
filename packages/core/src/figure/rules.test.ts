/** Figures add up by programme, ward and state. */

import { expect, it } from 'vitest';
import { makeChallengeCard, makeSolutionCard, makeStored } from '../testing/challenge.ts';
import { addSubject, noFigures } from './rules.ts';

it('counts challenges, solutions and what was done on both', () => {
  const figures = noFigures();
  const first = makeChallengeCard({ programme: 'P5', ward: '00331', support: 3, comments: 2, solutions: 1 });
  addSubject(figures, 'challenge', makeStored(first));
  addSubject(
    figures,
    'challenge',
    makeStored(makeChallengeCard({ programme: 'P5', ward: null, status: 'closed', support: 4 })),
  );
  addSubject(figures, 'challenge', makeStored(makeChallengeCard({ programme: 'P2', ward: '00331' })));
  addSubject(figures, 'solution', makeStored(makeSolutionCard(first, { support: 5, comments: 6 })));
  expect(figures).toEqual({
    ...noFigures(),
    challenges: 3,
    open: 2,
    solutions: 1,
    support: 12,
    comments: 8,
    byWard: { '00331': 2 },
    byProgramme: { P5: 2, P2: 1 },
  });
});

it('counts a challenge without a programme in none', () => {
  const figures = noFigures();
  addSubject(figures, 'challenge', { ...makeStored(makeChallengeCard()), programme: null });
  expect(figures.challenges).toBe(1);
  expect(figures.byProgramme).toStrictEqual({});
});

it('begins at zero each time', () => {
  addSubject(noFigures(), 'challenge', makeStored(makeChallengeCard()));
  expect(noFigures()).toMatchObject({ challenges: 0, byWard: {}, byProgramme: {} });
});

/** Performing moves: who may make one, from which status, and all that is written with it, in one transaction. */
import { describe, expect, it } from 'vitest';
import type { ChallengeCard } from '../challenge/schema.ts';
import { AppError } from '../shared/app-error.ts';
import type { Actor, Ctx } from '../shared/context.ts';
import { newId } from '../shared/ids.ts';
import type { MoveOf } from '../subject/moves.ts';
import { makeChallengeCard, makeSolutionCard } from '../testing/challenge.ts';
import { makeActor } from '../testing/context.ts';
import { textFields } from './body-text.ts';
import { assertMove, despiteEdits, EditedMeanwhile, moveParts, newSubjectParts } from './move.ts';

const now = new Date('2026-03-01T00:00:00Z');
const author = makeActor();
const card = makeChallengeCard({ author: { id: author.id, name: author.name } });
const agency = { id: newId('organisation', { now: () => now }), name: 'Sở', kind: 'agency' } as const;
const everybody: Record<string, Actor> = {
  author,
  moderator: makeActor({ roles: ['moderator'] }),
  administrator: makeActor({ roles: ['administrator'] }),
  officer: makeActor({ memberships: [{ ...agency, role: 'owner' }] }),
  stranger: makeActor(),
  system: { kind: 'system', name: 'test' },
};
const code = (ask: () => unknown) => {
  try {
    ask();
    return 'may';
  } catch (error) {
    return (error as AppError).code;
  }
};

describe('a move', () => {
  const refusedTo = (ask: (actor: Actor) => void) =>
    Object.entries(everybody).flatMap(([name, actor]) => (code(() => ask(actor)) === 'not_allowed' ? [name] : []));

  it('is made by those whom the table names', () => {
    expect(refusedTo((actor) => assertMove(actor, card, 'close', 'challenge_closed'))).toEqual(['officer', 'stranger']);
    const hidden = { ...card, status: 'hidden' as const };
    const unhiding = refusedTo((actor) => assertMove(actor, hidden, 'closeHidden', 'challenge_closed'));
    expect(unhiding).toEqual(['author', 'officer', 'stranger']);
    const solution = makeSolutionCard(card, { author: card.author });
    const others = refusedTo((actor) => assertMove(actor, solution, 'withdraw', 'solution_not_draft'));
    expect(others).toEqual(['moderator', 'administrator', 'officer', 'stranger', 'system']);
  });

  it('asks those who are not signed in to sign in first', () => {
    expect(code(() => assertMove({ kind: 'anonymous' }, card, 'close', 'challenge_closed'))).toBe('not_signed_in');
  });

  it('is refused from another status, by the code of the use case', () => {
    const closed = { ...card, status: 'closed' as const };
    expect(code(() => assertMove(author, closed, 'close', 'challenge_closed'))).toBe('challenge_closed');
  });
});

// Nothing is sent: parts are only made.
const ctx = { actor: author, now: () => now, db: { table: 'none' }, requestId: 'test' } as unknown as Ctx;
const textOf = (parts: readonly object[]) => JSON.stringify(parts);
const eventsIn = (parts: readonly object[]) => textOf(parts).match(/(challenge|solution)_[a-z]+/g) ?? [];

describe('what is written', () => {
  it('with a publication: the status, when it was published, and its event', () => {
    const draft = { ...card, status: 'draft' as const, publishedAt: null };
    const parts = moveParts(ctx, draft, 'raise', { facts: { title: 'Ngập' }, refused: 'challenge_closed' });
    expect(parts).toHaveLength(2);
    const values = Object.values(parts[0]!.write.Update?.ExpressionAttributeValues ?? {});
    expect(values.filter((value) => value === now.toISOString())).toHaveLength(2);
    expect(values).toContain('open');
    expect(eventsIn(parts)).toEqual(['challenge_raised']);
    expect(parts[1]!.write.Put?.Item).toMatchObject({
      gsi1pk: 'PUBLISHED#2026',
      gsi1sk: card.id,
      data: { title: 'Ngập' },
    });
  });

  it('with an end: the status, the event, and the end of voting on every shard', () => {
    const parts = moveParts(ctx, card, 'close', { facts: { reason: 'Xong' }, refused: 'challenge_closed' });
    expect(eventsIn(parts)).toEqual(['challenge_closed']);
    expect(textOf(parts).match(/TALLY#[^"]+/g)).toHaveLength(8);
    expect(parts.at(-1)!.write.Put?.Item).not.toHaveProperty('gsi1pk');
    expect(Object.values(parts[0]!.write.Update?.ExpressionAttributeNames ?? {})).not.toContain('publishedAt');
  });

  it('with an opening again: the status, the event, and the new end of voting on every shard', () => {
    const closed = { ...card, status: 'closed' as const };
    const move = { facts: { reason: 'Đóng nhầm' }, refused: 'challenge_not_closed' } as const;
    for (const [closesAt, until] of [
      ['2026-04-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z'],
      [null, '9999'],
    ] as const) {
      const parts = moveParts(ctx, closed, 'reopen', { ...move, fields: { closesAt } });
      expect(eventsIn(parts)).toEqual(['challenge_reopened']);
      const ends = parts.filter(({ write }) => String(write.Update?.Key?.pk).startsWith('TALLY#'));
      expect(ends.map(({ write }) => write.Update?.ExpressionAttributeValues?.[':f0'])).toEqual(Array(8).fill(until));
    }
    expect(() => moveParts(ctx, closed, 'reopen', move)).toThrow(TypeError);
  });

  it('without an event where the subject never was public', () => {
    const draft = makeSolutionCard(card, { author: card.author, status: 'draft', publishedAt: null });
    const parts = moveParts(ctx, draft, 'withdraw', { facts: { title: 'Bể' }, refused: 'solution_not_draft' });
    expect(eventsIn(parts)).toEqual([]);
  });

  it('on a condition, whose refusal says whether the subject left its status or was only edited', () => {
    const [part] = moveParts(ctx, card, 'close', { facts: { reason: 'Xong' }, refused: 'challenge_closed' });
    const refused = part!.refused as (found?: Record<string, unknown>) => Error;
    expect(refused({ status: 'open' })).toBeInstanceOf(EditedMeanwhile);
    expect(refused({ status: 'closed' })).toMatchObject({ code: 'challenge_closed' });
    expect(refused(undefined)).toMatchObject({ code: 'challenge_closed' });
  });
});

describe('a new subject', () => {
  const { status, support, comments, solutions, version, createdAt, updatedAt, publishedAt, ...fields } = card;

  const make = (body: string, move: MoveOf<'challenge'>) =>
    newSubjectParts<'challenge', ChallengeCard>(ctx, fields, textFields(body), move);

  it('is stored with its first move, and only by one that leaves nothing', () => {
    const [stored] = make('x', 'raise');
    const time = now.toISOString();
    expect(stored).toMatchObject({ changed: card.id });
    expect(stored!.write.Put?.Item).toMatchObject({
      status: 'open',
      version: 1,
      counts: { support: 0, comments: 0, solutions: 0 },
      createdAt: time,
      updatedAt: time,
      publishedAt: time,
      gsi1pk: `BY#${author.id}#challenge`,
      gsi1sk: card.id,
    });
    expect(() => make('x', 'close')).toThrow(TypeError);
  });

  it('is no change of anything public as a draft, and leaves no event', () => {
    const parts = make('x', 'draft');
    expect(parts).toHaveLength(2);
    expect(parts[0]).not.toHaveProperty('changed');
    expect(parts[0]!.write.Put?.Item).toMatchObject({ status: 'draft', publishedAt: null });
    expect(eventsIn(parts)).toEqual([]);
  });

  it('keeps its pictures and pin in the body, and the cover on the card', () => {
    const image = { id: newId('upload', { now: () => now }), width: 8, height: 6 };
    const images = [{ ...image, url: '/a', thumbnailUrl: '/b', alt: 'Ngã tư' }];
    const point = { lng: 105.8, lat: 21.02 };
    const [stored, body] = newSubjectParts<'challenge', ChallengeCard>(
      ctx,
      { ...fields, images, point },
      textFields('Lời'),
      'draft',
    );
    expect(stored!.write.Put?.Item).toMatchObject({ cover: image });
    expect(stored!.write.Put?.Item).not.toHaveProperty('images');
    expect(body!.write.Put?.Item).toMatchObject({ body: 'Lời', images: [{ ...image, alt: 'Ngã tư' }], point });
    const [bare, bareBody] = make('x', 'draft');
    expect(bare!.write.Put?.Item).not.toHaveProperty('cover');
    expect(Object.keys(bareBody!.write.Put?.Item ?? {}).toSorted()).toEqual(['body', 'html', 'pk', 'sk']);
  });

  it('is found by what it answers, and by the organisation in whose name it was made', () => {
    const solution = makeSolutionCard(card, { author: card.author });
    const organisation = { id: newId('organisation', { now: () => now }), name: 'Viện', kind: 'institute' } as const;
    const parts = newSubjectParts(ctx, { ...solution, organisation }, textFields('x'), 'draft');
    expect(parts[0]!.write.Put?.Item).toMatchObject({ gsi2sk: solution.id });
    expect(String(parts[0]!.write.Put?.Item?.gsi2pk)).toContain(card.id);
    expect(parts[2]!.write.Put?.Item?.pk).toContain(organisation.id);
    expect(make('x', 'draft')[0]!.write.Put?.Item).not.toHaveProperty('gsi2pk');
  });
});

describe('a change that names no version', () => {
  const failing = (error: Error, times: number) => {
    let tries = 0;
    const change = async () => {
      tries++;
      if (tries <= times) throw error;
      return tries;
    };
    return { change, tries: () => tries };
  };

  it('is made again when an edit came in between, eight times at most', async () => {
    await expect(despiteEdits(failing(new EditedMeanwhile(), 7).change)).resolves.toBe(8);
    const endless = failing(new EditedMeanwhile(), 100);
    await expect(despiteEdits(endless.change)).rejects.toMatchObject({ code: 'busy' });
    expect(endless.tries()).toBe(8);
  });

  it('is not made again for anything else', async () => {
    const refused = failing(new AppError('challenge_closed'), 100);
    await expect(despiteEdits(refused.change)).rejects.toMatchObject({ code: 'challenge_closed' });
    expect(refused.tries()).toBe(1);
  });
});

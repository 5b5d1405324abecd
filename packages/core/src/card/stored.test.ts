/** What is stored of a subject, and what lists and its own page answer of it; also where it was stored by former versions. */
import { describe, expect, it } from 'vitest';
import { newId } from '../shared/ids.ts';
import { counters } from '../subject/kinds.ts';
import { makeChallengeCard, makeStored } from '../testing/challenge.ts';
import { imageOf } from './image.ts';
import { cardOf, countsOf, coverFields, coverOf, rowOf, storedImage, wholeOf } from './stored.ts';

const upload = () => newId('upload', { now: () => new Date() });
const street = { id: upload(), width: 800, height: 600 };
const drain = { id: upload(), width: 400, height: 300 };
const point = { lng: 105.8, lat: 21.02 };
const card = makeChallengeCard({ support: 3, comments: 2, solutions: 1 });
const stored = { pk: card.id, sk: 'CARD', ...makeStored(card), cover: street };
const { images: _, ...written } = card;
const former = { pk: card.id, sk: 'CARD', ...written, images: [imageOf(street), imageOf(drain)], point };

it('counters are those of the map, or of the card where it is older than the map; none is zero', () => {
  expect(countsOf(stored)).toMatchObject({ support: 3, comments: 2, solutions: 1 });
  expect(countsOf(former)).toMatchObject({ support: 3, comments: 2, solutions: 1 });
  expect(countsOf({ counts: { support: 4 } })).toMatchObject({ support: 4, comments: 0, solutions: 0 });
  expect(countsOf({})).toMatchObject({ support: 0, comments: 0, solutions: 0 });
});

it('the cover is the one that is stored, none where it was taken away, or the first of former pictures', () => {
  expect(coverOf(stored)).toEqual(street);
  expect(coverOf({ ...former, cover: null })).toBeNull();
  expect(coverOf(former)).toEqual(street);
  expect([coverOf({}), coverOf({ images: [] })]).toEqual([null, null]);
});

describe('a list', () => {
  it.each([
    ['now', stored],
    ['by the version before', former],
  ])('answers flat counters, the cover alone and no pin of a card stored %s', (_name, item) => {
    const { pk, sk, ...answered } = cardOf(item) as unknown as Record<string, unknown>;
    expect(answered).toMatchObject({ ...card, images: [imageOf(street)], point: null });
    expect(answered).not.toHaveProperty('counts');
    expect(answered).not.toHaveProperty('cover');
  });

  it('answers no picture where there is no cover', () => {
    expect(cardOf({ ...stored, cover: undefined }).images).toEqual([]);
  });

  it('keeps of a card neither keys nor what only its own page or a projection needs', () => {
    const keys = { pk: 1, sk: 1, gsi1pk: 1, gsi1sk: 1, gsi2pk: 1, gsi2sk: 1, gsi3pk: 1, gsi3sk: 1 };
    const versions = { challengeVersion: 1, authorVersion: 1, organisationVersion: 1, placeVersion: 1 };
    const notes = { ...versions, tallyRevision: 1, trend: 1, heat: 1, requestId: 1 };
    const row = rowOf({ ...former, ...keys, ...notes, closeReason: 'Xong' } as never);
    const flat: readonly string[] = ['point', 'images', ...counters];
    const shown = Object.fromEntries(Object.entries(card).filter(([name]) => !flat.includes(name)));
    const counts = expect.objectContaining({ support: 3, comments: 2, solutions: 1 });
    expect(row).toEqual({ ...shown, counts, cover: street });
  });
});

describe('a subject’s own page', () => {
  it('answers the pictures with their words and the pin of the body', () => {
    const images = [storedImage({ ...imageOf(street), alt: 'Ngã tư ngập' }), storedImage(imageOf(drain))];
    const whole = wholeOf(stored, { body: 'x', images, point });
    expect(whole).toMatchObject({ images: [imageOf({ ...street, alt: 'Ngã tư ngập' }), imageOf(drain)], point });
    expect(whole.support).toBe(3);
  });

  it('answers those of the card where the body was never written since', () => {
    expect(wholeOf(former, { body: 'x' })).toMatchObject({ images: former.images, point });
    expect(wholeOf(stored, { body: 'x' })).toMatchObject({ images: [], point: null });
  });

  it('shows no pin that was taken away, though the card still has one', () => {
    expect(wholeOf(former, { body: 'x', images: [], point: null })).toMatchObject({ images: [], point: null });
  });
});

it('a picture is stored with its words, if it has any; the first is the cover, without words', () => {
  const [first, second] = [imageOf({ ...street, alt: 'Ngã tư ngập' }), imageOf(drain)];
  expect([first, second].map(storedImage)).toEqual([{ ...street, alt: 'Ngã tư ngập' }, drain]);
  expect(coverFields([first, second])).toEqual({ cover: street });
  expect(coverFields([])).toEqual({ cover: null });
});

/** What people may write of a subject: each limit at its edges, as the words and the API's description state it. */
import { describe, expect, it } from 'vitest';
import { newChallengeSchema } from '../challenge/schema.ts';
import { newId } from '../shared/ids.ts';
import { makeNewChallenge } from '../testing/challenge.ts';
import { imagesInputSchema } from './image.ts';
import { answerCounts, bodySchema, countSchema, origins, summarySchema, tagsSchema, titleSchema } from './schema.ts';

const fits = (over: object) => newChallengeSchema.safeParse({ ...makeNewChallenge(), ...over }).success;
const upload = () => ({ id: newId('upload', { now: () => new Date() }) });

describe.each([
  ['title', 8, 120, titleSchema, 'One line, 8 to 120 characters'],
  ['summary', 20, 300, summarySchema, 'One or two sentences, 20 to 300 characters'],
  ['body', 40, 20_000, bodySchema, 'Markdown, 40 to 20,000 characters'],
] as const)('a %s', (field, least, most, schema, described) => {
  it(`has ${least} to ${most} characters`, () => {
    const lengths = [least - 1, least, most, most + 1];
    expect(lengths.map((length) => fits({ [field]: 'ệ'.repeat(length) }))).toEqual([false, true, true, false]);
  });

  it('is described so', () => expect(schema.meta()?.description).toBe(described));
});

describe('tags', () => {
  it('are five at most, each of 2 to 30 characters', () => {
    const tags = ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu'];
    expect([tags.slice(0, 5), tags].map((some) => fits({ tags: some }))).toEqual([true, false]);
    const lengths = [1, 2, 30, 31].map((length) => fits({ tags: ['a'.repeat(length)] }));
    expect(lengths).toEqual([false, true, true, false]);
  });

  it('are kept in small letters, each once', () => {
    expect(tagsSchema.parse(['Ngập lụt', 'NGẬP LỤT', ' ngập  lụt ', 'Đê'])).toEqual(['ngập lụt', 'đê']);
  });

  it('are one in either spelling of a tone', () => {
    const spellings = ['Hòa bình', 'hoà bình', 'HOÀ BÌNH', 'hòa bình'.normalize('NFD'), 'hòa\u200b bình'];
    expect(tagsSchema.parse(spellings)).toEqual(['hòa bình']);
  });

  it('hold letters, digits and a few signs, and begin with no sign', () => {
    const taken = ['c++', 'r&d', 'vành đai 3.5', 'thủy-lợi', '5g', 'ngập'.normalize('NFD')];
    expect(taken.filter((tag) => !fits({ tags: [tag] }))).toEqual([]);
    const refused = ['<b>', '+ab', '-ab', '.ab', '&ab', 'a/b', 'a#b', 'a:b', 'a"b', 'ab!'];
    expect(refused.filter((tag) => fits({ tags: [tag] }))).toEqual([]);
  });
});

describe('pictures', () => {
  it('are six at most', () => {
    const some = (count: number) => imagesInputSchema.safeParse(Array.from({ length: count }, upload)).success;
    expect([0, 6, 7].map(some)).toEqual([true, true, false]);
  });

  it('have words of up to 200 characters, or none', () => {
    const withWords = (alt: string) => imagesInputSchema.safeParse([{ ...upload(), alt }]).success;
    expect(['', 'x'.repeat(200), 'x'.repeat(201)].map(withWords)).toEqual([true, true, false]);
    expect(imagesInputSchema.parse([upload()])).toEqual([expect.objectContaining({ alt: '' })]);
  });

  it('are uploads, and nothing else is said of them', () => {
    const refused = [{ id: newId('person', { now: () => new Date() }) }, { ...upload(), url: '/x' }];
    expect(refused.filter((image) => imagesInputSchema.safeParse([image]).success)).toEqual([]);
  });
});

it('challenges are raised or launched', () => expect(origins).toEqual(['raised', 'launched']));

it('counters are whole numbers from 0 on; challenges count their solutions', () => {
  expect([-1, 0, 1, 1_000_000, 1.5].map((count) => countSchema.safeParse(count).success)).toEqual([
    false,
    true,
    true,
    true,
    false,
  ]);
  expect(Object.keys(answerCounts('challenge'))).toContain('solutions');
  expect(answerCounts('solution')).toEqual({});
});

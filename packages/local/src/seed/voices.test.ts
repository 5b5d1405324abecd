/** The demo sounds like many people of Hanoi, who go on disagreeing, and like no agency that there is. */
import { expect, it } from 'vitest';
import { readContent, type SeedComment } from './content.ts';
import { offeredPeople, plainMember } from './demo-people.ts';
import { generationOf, generations, nameOf, sexes, traitOf } from './person-name.ts';

const { organisations, challenges, names } = await readContent();
const solutions = challenges.flatMap((challenge) => challenge.solutions);
const subjects = [...challenges, ...solutions];
const threads = subjects.flatMap((subject) => subject.comments);
const comments = [...threads, ...threads.flatMap((comment) => comment.replies)];
const texts = [
  ...subjects.flatMap(({ title, summary, body }) => [title, summary, body]),
  ...comments.map(({ body }) => body),
];

const share = (some: readonly unknown[], all: readonly unknown[]) => some.length / all.length;

it('has the challenges and solutions it had, each with a title of its own', () => {
  expect([challenges.length, solutions.length]).toEqual([76, 170]);
  expect(new Set(subjects.map(({ title }) => title)).size).toBe(76 + 170);
});

it('has titles with a colon once in six at most, of challenges and of solutions', () => {
  for (const titled of [challenges, solutions]) {
    expect(
      share(
        titled.filter(({ title }) => title.includes(':')),
        titled,
      ),
    ).toBeLessThanOrEqual(1 / 6);
  }
});

it('asks in some titles, tells in most, and says them short and long', () => {
  const asking = share(
    challenges.filter(({ title }) => title.endsWith('?')),
    challenges,
  );
  expect(asking).toBeGreaterThan(0.15);
  expect(asking).toBeLessThan(0.5);
  const lengths = challenges.map(({ title }) => title.length);
  expect([Math.min(...lengths) < 45, Math.max(...lengths) > 80]).toEqual([true, true]);
});

/** Words that are said in the south where Hanoi has another; with those beside which they are Hanoi's too. */
const southern = [
  'tụi|xài|y chang|lăng quăng|nè|quẹo|hẻm|xe hơi|kẹt xe|trễ|mướn|rầy la|lượm|dơ|bự|heo|đậu phộng|muỗng|tui|hổng|hông|bịnh',
  'hồi nãy|luôn á|dữ thần|quá trời|nhậu|má|tía|ổng|mắc tiền|hột vịt|trái thơm|thiệt tình|dzậy|hoài luôn|rớt',
  'bà (?:Hai|Tư|Sáu|Bảy|Tám|Chín|Mười)|ông (?:Hai|Tư|Sáu|Bảy|Tám|Chín|Mười)|bắp(?! (?:cải|chân|tay|bò|rang))',
].join('|');

it('uses no word of the south', () => {
  const words = new RegExp(`(?<![\\p{L}])(?:${southern})(?![\\p{L}])`, 'u');
  expect(texts.flatMap((text) => words.exec(text)?.[0] ?? [])).toEqual([]);
});

it('lets a third of the conversations end in dissent at least', () => {
  const talks = threads.filter(({ replies }) => replies.length > 0);
  const last = ({ replies }: SeedComment) => replies.at(-1)!;
  expect(talks.length).toBeGreaterThan(150);
  expect(
    share(
      talks.filter((talk) => last(talk).stance === 'against'),
      talks,
    ),
  ).toBeGreaterThanOrEqual(1 / 3);
});

it('has comments of a few words and of many, and some typed without accents', () => {
  const short = comments.filter(({ body }) => body.length < 80);
  const plain = comments.filter(({ body }) => !/[À-ɏḀ-ỿ]/u.test(body));
  expect(share(short, comments)).toBeGreaterThan(0.15);
  expect(comments.some(({ body }) => body.length > 250)).toBe(true);
  expect(plain.length).toBeGreaterThanOrEqual(5);
});

it('says how old the speaker is wherever the words do', () => {
  const own =
    /(?<!(?:[Mm]ẹ|[Bb]ố|[Bb]à|[Ôô]ng|[Cc]on|[Cc]hú|[Cc]hồng|[Vv]ợ|cậu|thằng) )(?:[Tt]ôi|[Ee]m|[Cc]háu) (\d\d) tuổi/u;
  const stated = [...subjects, ...comments].flatMap(
    ({ title = '', body, age, by }: Partial<(typeof subjects)[number]> & { body: string; by?: string }) => {
      const found = own.exec(`${title} ${body}`);
      return found && !by ? [{ said: Number(found[1]), age }] : [];
    },
  );
  expect(stated.length).toBeGreaterThan(5);
  for (const { said, age } of stated) expect(age).toBe(said);
});

it('gives names that people of that age bear', () => {
  expect([16, 27, 28, 55, 56, 79].map(generationOf)).toEqual(['young', 'young', 'adult', 'adult', 'elder', 'elder']);
  for (const sex of sexes) {
    const elders = new Set(names.elder[sex].given);
    expect(names.young[sex].given.filter((name) => elders.has(name))).toEqual([]);
    for (const generation of generations) expect(nameOf(names, 7, { generation, sex })).toMatch(/^\S+ \S+/);
  }
});

it('has enough people of every age and both sexes, and no pupil among officers', () => {
  const kinds = Array.from({ length: 300 }, (_, number) => traitOf(number, number < 75));
  for (const generation of generations)
    for (const sex of sexes)
      expect(kinds.filter((one) => one.generation === generation && one.sex === sex).length).toBeGreaterThan(20);
  expect(kinds.slice(0, 75).filter(({ generation }) => generation === 'young')).toEqual([]);
});

it('names no agency as it is called: each says that it is of the demo', () => {
  const official =
    /^(?:Sở|UBND|Ủy ban|Công an|Bộ|Cục|Chi cục|Thanh tra|Ban Quản lý|Hội đồng nhân dân|Thành ủy)(?!\p{L})/u;
  const bare = organisations.filter(({ name, kind }) => kind === 'agency' || official.test(name));
  expect(bare).toHaveLength(8);
  for (const { name } of bare) expect(name).toMatch(/^.{5,30} \(dữ liệu mẫu\)$/);
});

it('offers people of every role to try', () => {
  expect(new Set(offeredPeople).size).toBe(offeredPeople.length);
  expect(organisations.some(({ key }) => key === plainMember.organisation)).toBe(true);
});

/** What a site answers: every public address of its API, and what makers see of their own, in a form two sites can be compared by. */
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { contracts } from '@hanoi/core/contracts';
import { kindOf, type SubjectId } from '@hanoi/core/shared/ids';
import { answerCountersOf, kinds } from '@hanoi/core/subject/kinds';
import type { TestSite } from '@hanoi/local/testing-site';
import pMap from 'p-map';
import { makers } from './cast.ts';

/** Each question is an address, behind `EMAIL ` when somebody asks who is signed in. */
export type Recorded = {
  /** When the site was asked. */
  at: string;
  /** What lists answer of a challenge or solution, by its id: the same in each list. */
  cards: Record<string, Card>;
  /** The ids of a list in order, by question. */
  lists: Record<string, string[]>;
  /** What anything else answers, by question. */
  answers: Record<string, unknown>;
};
export type Card = Record<string, unknown> & { id: SubjectId; images: Record<string, unknown>[] };

/** Lists are read in pages of this, so that cursors are used. */
const pageSize = 5;
const askedAtOnce = 4;

/** Asks the site all `questions`. Throws when a list answers something else of a subject than another list. */
export async function record(site: TestSite, questions: readonly string[], at = new Date()): Promise<Recorded> {
  const tokens = await signInAll(site, questions);
  const answers = await pMap(
    questions,
    (question) => ask(site, targetOf(question), tokens.get(emailOf(question) ?? '')),
    { concurrency: askedAtOnce },
  );
  const recorded: Recorded = { at: at.toISOString(), cards: {}, lists: {}, answers: {} };
  for (const [index, question] of questions.entries()) keep(recorded, question, answers[index]!);
  return recorded;
}

const targetOf = (question: string) => question.split(' ').at(-1)!;
const emailOf = (question: string) => (question.includes(' ') ? question.split(' ')[0] : undefined);

async function signInAll(site: TestSite, questions: readonly string[]): Promise<Map<string, string>> {
  const emails = new Set(questions.map(emailOf).filter((email) => email !== undefined));
  return new Map(await pMap(emails, async (email) => [email, (await site.signIn(email)).token] as const));
}

type Answer = { items: Card[] } | { answer: Record<string, unknown> };

async function ask(site: TestSite, target: string, token?: string): Promise<Answer> {
  if (target.startsWith('/media/')) return { answer: await readFile(site, target) };
  const given = token ? { token } : {};
  const { status, json } = await site.call('GET', target, given);
  if (status !== 200) return { answer: { status, code: json?.code } };
  return json.items ? { items: await readAll(site, target, given) } : { answer: json };
}

function keep(recorded: Recorded, question: string, answered: Answer): void {
  const target = targetOf(question);
  if ('items' in answered) {
    const { items } = answered;
    if (items.every(({ title }) => title !== undefined))
      recorded.lists[question] = items.map((card) => keepCard(recorded, card, question));
    else recorded.answers[question] = items;
  } else if (target === '/figures') {
    // When they were counted is nothing that is kept: they are counted again after each start.
    recorded.answers[question] = { ...answered.answer, updatedAt: null };
  } else recorded.answers[question] = onlyOwn(answered.answer, recorded.answers[target]);
}

/** What a signed-in reader is answered beyond what everybody is. */
function onlyOwn(answer: Record<string, unknown>, everybodys: unknown): unknown {
  const { viewer, ...rest } = answer;
  return viewer && isDeepStrictEqual(rest, everybodys) ? { viewer } : answer;
}

function keepCard(recorded: Recorded, card: Card, question: string): string {
  recorded.cards[card.id] ??= card;
  if (!isDeepStrictEqual(recorded.cards[card.id], card))
    throw new Error(`${question} shows another ${card.id} than an earlier list.`);
  return card.id;
}

async function readAll(site: TestSite, target: string, given: { token?: string }): Promise<Card[]> {
  const items: Card[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query = `limit=${pageSize}${cursor && `&cursor=${cursor}`}`;
    const { json } = await site.call('GET', `${target}${target.includes('?') ? '&' : '?'}${query}`, given);
    items.push(...json.items);
    cursor = json.nextCursor;
  }
  return items;
}

async function readFile(site: TestSite, path: string): Promise<Record<string, unknown>> {
  const answer = await fetch(site.origin + path);
  const bytes = Buffer.from(await answer.arrayBuffer());
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { status: answer.status, type: answer.headers.get('content-type'), sha256 };
}

/** Addresses whose answers don't come from the data folder, or are about the asking itself. */
const notAsked = ['/wards', '/programmes', '/health', '/openapi.json', '/me/sessions'];

/** Every question there is to ask of a site. Throws when the API has an address that none of them is about. */
export async function questionsOf(site: TestSite): Promise<string[]> {
  const [challenges, solutions, mine, ofSubjects] = [
    [...challengeLists()],
    ['new', 'top'],
    mineOf(),
    new Set<string>(),
  ];
  const lists = [...challenges, ...solutions.map((sort) => `/solutions?sort=${sort}`), ...mine];
  const { cards } = await record(site, lists);
  for (const { id, images } of Object.values(cards)) {
    const kind = kindOf(id);
    const path = `/${kinds[kind].path}/${id}`;
    for (const part of ['', '/comments', '/timeline']) ofSubjects.add(path + part);
    for (const answer of answerCountersOf(kind))
      for (const sort of solutions) ofSubjects.add(`${path}/${answer}?sort=${sort}`);
    for (const email of makers) ofSubjects.add(`${email} ${path}`);
    for (const { url, thumbnailUrl } of images) ofSubjects.add(String(url)).add(String(thumbnailUrl));
  }
  const questions = ['/figures', '/flags', ...lists, ...ofSubjects];
  assertWhole(questions);
  return questions;
}

/** Each order, each value of each filter in each order, and filters together. */
function* challengeLists(): Generator<string> {
  const filters = [
    '',
    'programme=P5',
    'programme=P6',
    'programme=P9',
    'ward=00070',
    'ward=00331',
    'status=open',
    'status=closed',
  ];
  const tags = ['thoát nước', 'vỉa hè', 'tuyến đường sắt đô thị số 1 rẽ'].map(
    (tag) => `tag=${encodeURIComponent(tag)}`,
  );
  const several = ['kind=raised&status=open', 'programme=P5&ward=00331', `ward=00331&${tags[0]}&status=open`];
  for (const sort of ['new', 'top', 'trending', 'closing'])
    for (const filter of [...filters, 'kind=raised', 'kind=launched', ...tags, ...several])
      yield `/challenges?sort=${sort}${filter && `&${filter}`}`;
}

function mineOf(): string[] {
  const parts = ['', '/challenges', '/solutions', '/comments', '/support', '/follows'];
  return makers.flatMap((email) => parts.map((part) => `${email} /me${part}`));
}

function assertWhole(questions: readonly string[]): void {
  const shapes = new Set(questions.map((question) => shapeOf(targetOf(question))));
  for (const endpoint of Object.values(contracts).flatMap((contract) => Object.values(contract))) {
    const { method, path } = endpoint as { method: string; path: string };
    if (method !== 'GET' || path.startsWith('/auth/') || notAsked.includes(path)) continue;
    if (!shapes.has(path))
      throw new Error(`Nothing is asked of ${path}: add it to the questions of old-data/record.ts.`);
  }
}

const shapeOf = (target: string) => target.replace(/\?.*/, '').replace(/[a-z]{3}_[0-9A-Z]{26}/, '{id}');

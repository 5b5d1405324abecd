/** Measures what people do: units of the request, units of its projections, requests to the API, and bytes it leaves. */
import { recountSubject } from '@hanoi/core/repair/service';
import type { SubjectId } from '@hanoi/core/shared/ids';
import { type Actions, actionsOf } from './actions.ts';
import { assumptions } from './assumptions.ts';
import { added, type SizeOfKind, type Stored, sizeOf, sizesByKind, storedOf } from './items.ts';
import type { Cost } from './meter.ts';
import type { Network } from './network.ts';
import type { PartitionLoad } from './partition-load.ts';
import { textsOf } from './texts.ts';

export type Measured = {
  request: Cost;
  /** What the stream's consumers do after it, when nothing else happens at the same time. */
  projections: Cost;
  /** Requests to the API. */
  requests: number;
  stored: Stored;
};

export const actionNames = [
  'home page',
  'list page',
  'challenge page',
  'who asks (signed in)',
  'own vote and follow (signed in)',
  'code requested',
  'sign-in, new',
  'sign-in, again',
  'support',
  'comment',
  'follow',
  'challenge',
  'solution',
] as const;
export type ActionName = (typeof actionNames)[number];

export type Measurements = {
  actions: Record<ActionName, Measured>;
  /** Projections of ten votes on one challenge within a window, together. */
  windowOfTen: Cost;
  /** Units the nightly recount takes for a subject, and the votes it found there. */
  recount: Cost & { votes: number };
  voteBytes: number;
  /** A row of the list of all challenges. */
  listRowBytes: number;
  sizes: SizeOfKind[];
  /** Of a page: what everybody sees, and what only its reader does. */
  load: { votes: PartitionLoad; voters: number; page: PartitionLoad; viewer: PartitionLoad; projection: PartitionLoad };
};

export type Sample = {
  /** People who supported, commented and answered on the challenge that is measured. */
  supporters: number;
  commenters: number;
  solutions: number;
  /** Challenges in the lists beside it. */
  others: number;
  /** Votes from which the load is taken. */
  voters: number;
};

export const usualSample: Sample = { supporters: 40, commenters: 25, solutions: 8, others: 25, voters: 240 };

/** Measures everything on an empty network, which is filled on the way. */
export async function measure(network: Network, sample: Sample = usualSample): Promise<Measurements> {
  let requests = 0;
  const ask: Network['ask'] = (...request) => {
    requests++;
    return network.ask(...request);
  };
  const people = actionsOf(ask, textsOf(assumptions.texts));
  const measured = async (action: () => Promise<unknown>): Promise<Measured> => {
    await network.settle();
    const before = storedOf(await network.everything());
    requests = 0;
    const request = await network.meter.costOf(action);
    const sent = requests;
    const projections = await network.meter.costOf(network.settle);
    return { request, projections, requests: sent, stored: added(before, storedOf(await network.everything())) };
  };

  const id = await fill(network, people, sample);
  const [reader, voter, writer] = [await network.join(), await network.join(), await network.join()];
  const pictures = await people.upload(writer);
  const actions: Record<ActionName, Measured> = {
    'home page': await measured(people.readHome),
    'list page': await measured(people.readList),
    'challenge page': await measured(() => people.readChallenge(id)),
    'who asks (signed in)': await measured(() => people.readMe(reader)),
    'own vote and follow (signed in)': await measured(() => people.readViewer(id, reader)),
    ...(await signIns(network, ask, measured)),
    support: await measured(() => people.support(id, voter)),
    comment: await measured(() => people.comment(id, voter)),
    follow: await measured(() => people.follow(id, voter)),
    challenge: await measured(() => people.raise(writer, pictures)),
    solution: await measured(() => people.answer(id, writer, pictures)),
  };
  const windowOfTen = await measureWindow(network, people, id);
  const load = await measureLoad(network, people, sample.voters);
  const items = await network.everything();
  const vote = items.find(({ pk }) => pk.startsWith('VOTE#'))!;
  const row = items.find(({ pk }) => pk === 'LIST#challenges')!;
  const votes = items.filter(({ pk }) => pk.startsWith(`VOTE#${id}#`)).length;
  const recount = await network.meter.costOf(() => recountSubject(network.ctx, id as SubjectId, { fix: false }));
  return {
    actions,
    windowOfTen,
    recount: { ...recount, votes },
    voteBytes: sizeOf(vote),
    listRowBytes: sizeOf(row),
    sizes: sizesByKind(items),
    load,
  };
}

/** Fewer than a new account may raise in an hour. */
const challengesEach = 15;

/** Lists with something in them, and one challenge that people talk about. */
async function fill(network: Network, people: Actions, sample: Sample): Promise<string> {
  let author = await network.join();
  let pictures = await people.upload(author);
  for (let number = 1; number <= sample.others; number++) {
    await people.raise(author, pictures);
    if (number % challengesEach > 0) continue;
    author = await network.join();
    pictures = await people.upload(author);
  }
  const id = await people.raise(author, pictures);
  for (let number = 0; number < sample.supporters; number++) {
    const token = await network.join();
    await people.support(id, token);
    if (number < sample.commenters) await people.comment(id, token);
    if (number < sample.solutions) await people.answer(id, token, await people.upload(token));
  }
  await network.settle();
  return id;
}

type MeasureAction = (action: () => Promise<unknown>) => Promise<Measured>;

async function signIns(network: Network, ask: Network['ask'], measured: MeasureAction) {
  const email = 'somebody@example.vn';
  const askCode = () => ask('POST', '/auth/codes', { body: { email } });
  const signIn = async () => {
    const { status, text } = await ask('POST', '/auth/sessions', { body: { email, code: network.codeOf(email) } });
    if (status !== 201) throw new Error(text);
  };
  const code = await measured(askCode);
  const fresh = await measured(signIn);
  await askCode();
  return { 'code requested': code, 'sign-in, new': fresh, 'sign-in, again': await measured(signIn) };
}

async function measureWindow(network: Network, people: Actions, id: string): Promise<Cost> {
  for (let number = 0; number < 10; number++) await people.support(id, await network.join());
  return network.meter.costOf(network.settle);
}

/** A challenge that everybody supports: votes, one after the other as the engine has no conflicts, and their projections. */
async function measureLoad(network: Network, people: Actions, voters: number): Promise<Measurements['load']> {
  let id = '';
  const tokens: string[] = [];
  for (let number = 0; number < voters; number++) tokens.push(await network.join());
  const pictures = await people.upload(tokens[0]!);
  // Raised while the meter watches, so that it knows where the card is in the indexes.
  await network.load.loadOf(async () => {
    id = await people.raise(tokens[0]!, pictures);
    await network.settle();
  });
  const votes = await network.load.loadOf(async () => {
    for (const token of tokens) await people.support(id, token);
  });
  const projection = await network.load.loadOf(network.settle);
  const page = await network.load.loadOf(() => people.readChallenge(id));
  const viewer = await network.load.loadOf(() => people.readViewer(id, tokens[0]!));
  return { votes, voters, page, viewer, projection };
}

/**
 * Sets votes aside as a decision says, and counts them again, some at a time. Every step is one transaction of the votes, the tally and how
 * far the decision is; so whatever happens at once, and wherever it stops, what is counted is what is not set aside.
 */
import { despiteEdits } from '../card/move.ts';
import { decisionKey } from '../db/keys.ts';
import { type Part, StaleRead, setPart, transact } from '../db/transact.ts';
import { findDecision, findSetAside, type SetAside, type StoredDecision } from '../decision/repo.ts';
import { eventPart, moderators } from '../event/repo.ts';
import { findEvidence, membersOf } from '../evidence/repo.ts';
import type { Ctx } from '../shared/context.ts';
import type { DecisionId, PersonId, SubjectId } from '../shared/ids.ts';
import { findVotes, giveBackVotePart, type StoredVote, setAsideVotePart } from '../support/repo.ts';
import { recountPart } from '../tally/repo.ts';
import { backPart, isAppealOpen, listSetAside, newSetAsidePart } from './repo.ts';

/** Two writes each; a transaction takes a hundred. */
const together = 40;

/** A decision, and where to go on. */
export type Step = { decision: DecisionId; from?: number; cursor?: string };

/** The parts by which what waits for moderators about the appeal of one of these people is done. */
export type EndAppeal = (ctx: Ctx, one: SetAside) => Promise<Part[]>;

/** What a decision of `quarantine` needs next: a step of it. Idempotent. Resolves to the step after it; undefined at the end. */
export async function quarantineStep(
  ctx: Ctx,
  { decision: id, from = 0, cursor }: Step,
  endAppeal: EndAppeal,
): Promise<Step | undefined> {
  const state = (await findDecision(ctx, id))?.votes?.state;
  if (state === 'running') {
    const isLast = await setAsideSome(ctx, id, from);
    if (!isLast) return { decision: id, from: from + together };
    await finish(ctx, id, { from: 'running', to: 'done', event: 'votes_set_aside' });
  } else if (state === 'releasing') {
    const next = await giveBackSome(ctx, id, cursor, endAppeal);
    if (next) return { decision: id, cursor: next };
    await finish(ctx, id, { from: 'releasing', to: 'released', event: 'votes_counted_again' });
  }
  return undefined;
}

type Quarantine = StoredDecision & { votes: NonNullable<StoredDecision['votes']> };
type State = Quarantine['votes']['state'];

/** The decision while it is in a state; undefined once it is not. */
async function findIn(ctx: Ctx, id: DecisionId, state: State): Promise<Quarantine | undefined> {
  const decision = await findDecision(ctx, id);
  return decision?.votes?.state === state ? (decision as Quarantine) : undefined;
}

/** Sets the votes of the next people aside. Resolves to whether they were the last. */
async function setAsideSome(ctx: Ctx, id: DecisionId, from: number): Promise<boolean> {
  return despiteEdits(async () => {
    const decision = await findIn(ctx, id, 'running');
    const evidence = decision && (await findEvidence(ctx, decision.item));
    if (!decision || !evidence) return true;
    const people = membersOf(evidence, decision.votes.groups);
    const subject = decision.subject.id as SubjectId;
    const some = people.slice(from, from + together);
    const votes = await withVotes(ctx, subject, some);
    // One that was cast anew after the evidence is none of those that were looked at.
    const counted = votes.filter(({ vote }) => !vote.quarantined && vote.createdAt <= evidence.to);
    if (counted.length > 0)
      await transact(ctx, [
        ...counted.flatMap(({ person, vote }) => [
          setAsideVotePart(subject, person, vote, id),
          newSetAsidePart({ decision: id, person, subject }),
        ]),
        recounted(subject, counted, -1),
        addedPart(id, counted.length),
      ]);
    return from + together >= people.length;
  });
}

/** What those read who had asked for another look at their vote. */
const countedAgain = 'Các lượt ủng hộ không được tính cùng đợt này đã được tính lại';

/** Counts the next votes again; who waits for another look at theirs has been answered by that. Resolves to where to go on; undefined at the end. */
async function giveBackSome(
  ctx: Ctx,
  id: DecisionId,
  cursor: string | undefined,
  endAppeal: EndAppeal,
): Promise<string | undefined> {
  return despiteEdits(async () => {
    const decision = await findIn(ctx, id, 'releasing');
    if (!decision) return undefined;
    const { items, nextCursor } = await listSetAside(ctx, id, { limit: together, cursor });
    const subject = decision.subject.id as SubjectId;
    const [appealed = [], others = []] = [true, false].map((isOpen) =>
      items.filter((one) => !one.isBack && isAppealOpen(one) === isOpen),
    );
    for (const one of appealed)
      await transact(ctx, [...(await settledParts(ctx, one)), ...(await endAppeal(ctx, one))]);
    const people = others.map(({ person }) => person);
    if (people.length > 0)
      await transact(ctx, [
        ...others.map((one) => backPart(ctx, one)),
        ...(await givenBackParts(ctx, id, subject, people)),
      ]);
    return nextCursor ?? undefined;
  });
}

/** The parts by which one vote is counted again, and the appeal about it is settled: nobody has to look at it any more. */
async function settledParts(ctx: Ctx, one: SetAside): Promise<Part[]> {
  const { decision, subject, person } = one;
  return [backPart(ctx, one, countedAgain), ...(await givenBackParts(ctx, decision, subject, [person]))];
}

/**
 * The parts by which one vote that a decision set aside is counted again; none where it is. They belong in one transaction with those of
 * `appealDecidedParts`, which say that it is back. @throws StaleRead when they are written and that has changed
 */
export async function giveBackParts(ctx: Ctx, id: DecisionId, subject: SubjectId, person: PersonId): Promise<Part[]> {
  const found = await findSetAside(ctx, id, person);
  return found && !found.isBack ? givenBackParts(ctx, id, subject, [person]) : [];
}

async function givenBackParts(
  ctx: Ctx,
  id: DecisionId,
  subject: SubjectId,
  people: readonly PersonId[],
): Promise<Part[]> {
  const votes = (await withVotes(ctx, subject, people)).filter(({ vote }) => vote.quarantined === id);
  const counted = votes.filter(({ vote }) => !vote.withdrawn);
  return [
    ...votes.map(({ person, vote }) => giveBackVotePart(subject, person, vote)),
    ...(counted.length > 0 ? [recounted(subject, counted, 1)] : []),
  ];
}

type Cast = { person: PersonId; vote: StoredVote };

/** The votes that there are, each with whose it is. */
async function withVotes(ctx: Ctx, subject: SubjectId, people: readonly PersonId[]): Promise<Cast[]> {
  if (people.length === 0) return [];
  const votes = await findVotes(ctx, subject, people);
  return people.flatMap((person, index) => (votes[index] ? [{ person, vote: votes[index] }] : []));
}

function recounted(subject: SubjectId, votes: readonly Cast[], sign: 1 | -1): Part {
  const times = votes.map(({ vote }) => new Date(vote.createdAt));
  return recountPart(subject, votes[0]!.person, times, sign);
}

const inState = (state: State) => ({
  expression: '#votes.#state = :state',
  names: { '#votes': 'votes', '#state': 'state' },
  values: { ':state': state },
});

/** A part that adds to the number of votes that were set aside. @throws StaleRead when it is written and they shall not be any more */
function addedPart(id: DecisionId, votes: number): Part {
  const { expression, names, values } = inState('running');
  return {
    write: {
      Update: {
        TableName: '',
        Key: decisionKey(id),
        UpdateExpression: 'SET #votes.#count = #votes.#count + :more',
        ConditionExpression: expression,
        ExpressionAttributeNames: { ...names, '#count': 'count' },
        ExpressionAttributeValues: { ...values, ':more': votes },
      },
    },
    refused: () => new StaleRead(),
  };
}

/** Enters that all votes are done with, and tells it on the timeline, once. */
async function finish(
  ctx: Ctx,
  id: DecisionId,
  { from, to, event }: { from: State; to: State; event: 'votes_set_aside' | 'votes_counted_again' },
): Promise<void> {
  await despiteEdits(async () => {
    const decision = await findIn(ctx, id, from);
    if (!decision) return;
    const { subject, reason, votes } = decision;
    const data = { votes: votes.count, setAsideFor: reason };
    const told = eventPart({ ...ctx, actor: moderators }, subject.id as SubjectId, event, data, null);
    await transact(ctx, [
      setPart(decisionKey(id), { 'votes.state': to }, inState(from), () => new StaleRead()),
      ...(votes.count > 0 ? [told] : []),
    ]);
  });
}

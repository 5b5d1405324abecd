/** Use cases of those who supported something that was merged: see what they are asked, and answer. */
import { chainFrom, mergedInto } from '../card/merges.ts';
import { despiteEdits } from '../card/move.ts';
import { stillMergedPart } from '../card/moved-answer.ts';
import { assertOpen, openAboveParts } from '../card/open.ts';
import { findCards } from '../card/repo.ts';
import { maySee } from '../card/rules.ts';
import type { Came, Card, ModeratedFields } from '../card/schema.ts';
import { requireCard, requireSeen } from '../card/service.ts';
import { getItem, getItems } from '../db/get.ts';
import { askedKey, voteKey } from '../db/keys.ts';
import { type Part, transact } from '../db/transact.ts';
import { refOf } from '../report/rules.ts';
import { AppError } from '../shared/app-error.ts';
import { type Ctx, requirePerson } from '../shared/context.ts';
import { isSubjectId, type PersonId, type SubjectId } from '../shared/ids.ts';
import type { Page } from '../shared/page.ts';
import { answerPart, askItem, findAsk, listAsksOf, type StoredAsk, votePlacePart } from './repo.ts';
import type { MySupportMerge, SupportMoveState } from './schema.ts';
import { giveVoteParts, type MovedVote, takeVoteParts } from './vote.ts';

type Mergeable = Card & ModeratedFields;
/** A subject that is merged. */
type Merged = Mergeable & { merged: NonNullable<ModeratedFields['merged']>; mergedInto: SubjectId };

export const isMerged = (card: Mergeable): card is Merged => Boolean(card.merged && card.mergedInto);

/**
 * Says whether one's support of a merged subject shall move to where its merges end. Where one supports a subject on that way too,
 * nothing moves: there one is counted already. Whoever declined may still move it, as long as people vote there.
 * @throws not_signed_in, its kind's `…_not_found`, not_merged, nothing_to_move for those who did not support it, voting_closed
 */
export async function answerMerge(ctx: Ctx, id: SubjectId, { move }: { move: boolean }): Promise<MySupportMerge> {
  const person = requirePerson(ctx).id;
  return despiteEdits(async () => {
    const card = await requireCard<Mergeable>(ctx, id, { consistent: true });
    if (!isMerged(card)) throw new AppError('not_merged');
    const [chain, vote, asked] = await Promise.all([
      chainFrom(ctx, card, { consistent: true }),
      getItem(ctx, voteKey(id, person), { consistent: true }) as Promise<MovedVote | undefined>,
      findAsk(ctx, card.merged.decision, person),
    ]);
    const state = asked?.state === 'moved' ? 'moved' : await answer(ctx, { card, chain, vote, person }, move);
    return told(ctx, card, chain.at(-1), state);
  });
}

type Asked = { card: Merged; chain: readonly Mergeable[]; vote: MovedVote | undefined; person: PersonId };

async function answer(ctx: Ctx, { card, chain, vote, person }: Asked, move: boolean): Promise<SupportMoveState> {
  if (!vote || vote.quarantined) throw new AppError('nothing_to_move');
  const way = [card, ...chain];
  const own = await getItems(
    ctx,
    chain.map(({ id }) => voteKey(id, person)),
    { consistent: true },
  );
  const isCountedThere = own.some((one) => one !== undefined);
  if (move && !isCountedThere) {
    await transact(ctx, await moveParts(ctx, vote, way, person));
    return 'moved';
  }
  const state = isCountedThere ? 'both' : 'declined';
  await transact(ctx, [answerPart(askItem(askOf(card, person, state)))]);
  return state;
}

/** The parts that move a vote to the end of the way, as if it had been moved from each subject on it to the next. */
async function moveParts(ctx: Ctx, vote: MovedVote, way: readonly Mergeable[], person: PersonId): Promise<Part[]> {
  const target = way.at(-1)!;
  const { card, parent } = await requireSeen(ctx, target.id, { consistent: true });
  assertOpen(ctx, card, 'voting_closed');
  const left = way.slice(0, -1).filter(isMerged);
  const before = vote.cameBy ?? [];
  const cameBy: Came[] = [...before, ...left.map(({ id, merged }) => ({ by: merged.decision, from: id }))];
  return [
    ...takeVoteParts(ctx, vote),
    ...giveVoteParts(ctx, vote, card, cameBy),
    ...openAboveParts(ctx, parent, 'voting_closed'),
    ...left.map(({ id, merged }) => stillMergedPart(id, merged.decision)),
    ...left.map((one, index) =>
      answerPart(askItem({ ...askOf(one, person, 'moved'), voteAt: target.id }, { isListed: index === 0 })),
    ),
    ...before.map(({ by }) => votePlacePart(by, person, target.id)),
  ];
}

/** The question to a person who supported a merged subject. */
export function askOf({ id, merged, mergedInto: into }: Merged, person: PersonId, state: SupportMoveState): StoredAsk {
  return { subject: id, into, decision: merged.decision, at: merged.at, person, state };
}

/**
 * A page of what one supported that was merged, newest first; or, with `into`, what of it was merged into that subject, also before
 * everybody has been asked.
 * @throws not_signed_in, invalid_cursor
 */
export async function listMyMerges(
  ctx: Ctx,
  { into, ...query }: { into?: string; limit: number; cursor?: string },
): Promise<Page<MySupportMerge>> {
  const person = requirePerson(ctx).id;
  if (into !== undefined) {
    const items = isSubjectId(into) ? await askedAt(ctx, into, person) : [];
    return { items, nextCursor: null };
  }
  const page = await listAsksOf(ctx, person, query);
  const cards = await findCards<Mergeable>(
    ctx,
    page.items.map(({ subject }) => subject),
  );
  const byId = new Map(cards.map((card) => [card.id, card]));
  const standing = page.items.flatMap((ask) => {
    const card = byId.get(ask.subject);
    return card && card.merged?.decision === ask.decision ? [{ card, state: ask.state }] : [];
  });
  return { ...page, items: await toldOf(ctx, standing) };
}

/** So many of what was merged into one subject are looked at: those that its page names. */
async function askedAt(ctx: Ctx, into: SubjectId, person: PersonId): Promise<MySupportMerge[]> {
  const [target] = await findCards<Mergeable>(ctx, [into]);
  const merged = target ? (await mergedInto(ctx, target)).filter(isMerged) : [];
  const found = await getItems(
    ctx,
    merged.flatMap(({ id, merged: { decision } }) => [voteKey(id, person), askedKey(decision, person)]),
    { consistent: true },
  );
  const own = merged.length > 0 && (await getItem(ctx, voteKey(into, person), { consistent: true }));
  const standing = merged.flatMap((card, index) => {
    const [vote, ask] = [found[2 * index], found[2 * index + 1] as StoredAsk | undefined];
    if (!vote && ask?.state !== 'moved') return [];
    const state: SupportMoveState = ask && ask.state !== 'asked' ? ask.state : own ? 'both' : 'asked';
    return [{ card: card as Mergeable, state }];
  });
  return toldOf(ctx, standing);
}

async function toldOf(
  ctx: Ctx,
  standing: readonly { card: Mergeable; state: SupportMoveState }[],
): Promise<MySupportMerge[]> {
  const seen = standing.filter(({ card }) => maySee(ctx.actor, card));
  return Promise.all(
    seen.map(async ({ card, state }) => told(ctx, card as Merged, (await chainFrom(ctx, card)).at(-1), state)),
  );
}

function told(ctx: Ctx, card: Merged, end: Card | undefined, state: SupportMoveState): MySupportMerge {
  const ref = (one: Card) =>
    refOf({ id: one.id, card: one, parent: undefined, comment: undefined }, { isSeen: maySee(ctx.actor, one) });
  return { subject: ref(card), into: ref(end ?? card), state, at: card.merged.at };
}

/** Use cases of tags: their names in use, renaming and merging, what carries a former name. */
import { actorName } from '../audit/repo.ts';
import { alterCardPart, despiteEdits } from '../card/move.ts';
import { findCard } from '../card/repo.ts';
import { transact } from '../db/transact.ts';
import { withWho } from '../person/repo.ts';
import { AppError } from '../shared/app-error.ts';
import { type Ctx, hasRole, requirePerson } from '../shared/context.ts';
import type { SubjectId } from '../shared/ids.ts';
import { second } from '../shared/time.ts';
import { versionConflict } from '../shared/version.ts';
import { findAliases, listTagChanges, setAliasesParts } from './repo.ts';
import { type Aliases, allCurrent, currentOf, renamed } from './rules.ts';
import type { NewTagName, TagChanges } from './schema.ts';

/** How long a process uses the names it has read; what is written with a former name meanwhile, the job `retag` finds. */
const keptFor = 30 * second;
let kept: { table: string; aliases: Aliases; readAt: number } | undefined;

async function aliasesOf(ctx: Ctx): Promise<Aliases> {
  const now = ctx.now().getTime();
  if (kept?.table === ctx.db.table && now >= kept.readAt && now < kept.readAt + keptFor) return kept.aliases;
  const { aliases } = await findAliases(ctx);
  kept = { table: ctx.db.table, aliases, readAt: now };
  return aliases;
}

/** Tags by their names in use, at most half a minute old. */
export async function currentTags(ctx: Ctx, tags: readonly string[]): Promise<string[]> {
  return tags.length > 0 ? allCurrent(await aliasesOf(ctx), tags) : [];
}

/** The name in use of a tag that something is looked for by: a former name finds what it is called now. */
export async function currentTag<Tag extends string | undefined>(ctx: Ctx, tag: Tag): Promise<Tag> {
  return (tag === undefined ? undefined : currentOf(await aliasesOf(ctx), tag)) as Tag;
}

/**
 * Renames a tag, or merges it into another one. Texts that are written from now on have the new name; the job `retag` brings it to all
 * others. For administrators and the system.
 * @throws not_allowed, invalid_input, tags_too_many, version_conflict
 */
export async function renameTag(ctx: Ctx, { from, into, reason, version }: NewTagName): Promise<void> {
  if (ctx.actor.kind !== 'system' && !hasRole(ctx.actor, 'administrator')) throw new AppError('not_allowed');
  const stored = await findAliases(ctx, { consistent: true });
  if (version !== undefined && version !== stored.version) throw versionConflict(stored.version);
  const aliases = renamed(stored.aliases, from, into);
  const change = { from, into: currentOf(aliases, from), by: actorName(ctx), reason };
  await transact(ctx, setAliasesParts(ctx, { ...stored, aliases }, change));
  kept = undefined;
}

/** Changes that are shown. */
const shownChanges = 50;

/** The latest renamings. For administrators. @throws not_signed_in, not_allowed */
export async function getTagChanges(ctx: Ctx): Promise<TagChanges> {
  if (!hasRole(requirePerson(ctx), 'administrator')) throw new AppError('not_allowed');
  const [{ version }, changes] = await Promise.all([
    findAliases(ctx, { consistent: true }),
    listTagChanges(ctx, shownChanges),
  ]);
  const named = await withWho(ctx, changes);
  return {
    version,
    changes: named.map(({ from, into, by, who, reason, at }) => ({ from, into, by, who, reason, at })),
  };
}

/** Brings the names in use to a subject that carries a former one; done again it changes nothing. */
export async function retagSubject(ctx: Ctx, id: SubjectId): Promise<void> {
  await despiteEdits(async () => {
    const card = await findCard(ctx, id, { consistent: true });
    if (!card) return;
    const tags = allCurrent(await aliasesOf(ctx), card.tags);
    if (tags.join('\n') !== card.tags.join('\n')) await transact(ctx, [alterCardPart(card, { tags })]);
  });
}

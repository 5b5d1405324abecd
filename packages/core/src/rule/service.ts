/**
 * Content rules at work: the list in force, and what it says of a text that somebody publishes or edits. What reads texts is loaded with
 * the first of them, so that no cold start pays for it.
 */

import { byPartition, type NamedActivity } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import type { Part } from '../db/transact.ts';
import { AppError } from '../shared/app-error.ts';
import { type Ctx, requirePerson } from '../shared/context.ts';
import type { ContentId } from '../shared/ids.ts';
import type { OrganisationRef } from '../shared/membership.ts';
import {
  type MaskedDatum,
  type MaskedTexts,
  mayHoldData,
  type PersonalDataChoice,
  type TextsToMask,
} from '../shared/personal-data.ts';
import { second } from '../shared/time.ts';
import { historyOf } from '../trust/service.ts';
import type { CompiledRules } from './match.ts';
import type { Caught } from './preview.ts';
import { findRules, findVersion, foundPart, readText } from './repo.ts';
import { holds, keptFindings, mayBeHeld, newFindings } from './rules.ts';
import type { Finding, RuleList } from './schema.ts';

/** How long a process uses a list before it asks whether another one is in force. */
export const listKeptFor = 30 * second;

type InForce = { table: string; readAt: number; rules: CompiledRules };
let inForce: InForce | undefined;
let underWay: { table: string; reading: Promise<CompiledRules> } | undefined;

/**
 * The list in force, ready to match: at most half a minute old. If it can't be read, the last one stays in force, so that people can
 * write; on a process that has none, the list of a new site. Requests that come together wait for one reading.
 */
export async function rulesInForce(ctx: Ctx): Promise<CompiledRules> {
  const { table } = ctx.db;
  const known = inForce?.table === table ? inForce : undefined;
  const now = ctx.now().getTime();
  if (known && Math.abs(now - known.readAt) < listKeptFor) return known.rules;
  if (underWay?.table === table) return underWay.reading;
  const reading = readAgain(ctx, known);
  underWay = { table, reading };
  try {
    return await reading;
  } finally {
    if (underWay?.reading === reading) underWay = undefined;
  }
}

async function readAgain(ctx: Ctx, known: InForce | undefined): Promise<CompiledRules> {
  const rules = await readRules(ctx, known);
  inForce = { table: ctx.db.table, readAt: ctx.now().getTime(), rules };
  return rules;
}

async function readRules(ctx: Ctx, known: InForce | undefined): Promise<CompiledRules> {
  const { compileRules } = await import('./match.ts');
  try {
    const { active } = await findRules(ctx);
    return known?.rules.list.version === active ? known.rules : compileRules(await readList(ctx, active));
  } catch (error) {
    ctx.log.warn('rules_unreadable', { error: String(error) });
    return known?.rules ?? compileRules(await readList(ctx, 0));
  }
}

/** The list of a version. @throws RangeError when there is none: a version is written before it is named */
export async function readList(ctx: Ctx, version: number): Promise<RuleList> {
  if (version === 0) return (await import('./default-list.ts')).defaultRuleList();
  const stored = await findVersion(ctx, version);
  if (!stored) throw new RangeError(`There is no version ${version} of the rules`);
  const { readEntries } = await import('./list-text.ts');
  const { entries } = readEntries(await readText(ctx, stored));
  return { version, entries, settings: stored.settings };
}

/** Uses another list from now on, in this process. */
export function forgetRules(): void {
  inForce = undefined;
}

/** A text that is about to be published, or changed where it is public. */
export type Post = {
  id: ContentId;
  kind: NamedActivity;
  /** The version that the content gets by this. */
  version: number;
  organisation: OrganisationRef | null;
  texts: Texts;
  /** What was public before; undefined when it becomes public by this. */
  before?: Texts;
  /** False where nobody is held: in imports, which operators have looked at. */
  mayHold?: boolean;
};
/** `title` and `summary` are compared with what the author wrote before; a comment has only its body. */
export type Texts = { title?: string; summary?: string; body: string };

/** What rules say of a post: whether it waits for moderators, and what has to be written with it. */
export type Judged = { held: boolean; parts: Part[] };

const nothingFound: Judged = { held: false, parts: [] };

/**
 * What the rules in force say of a post. They never refuse it: a finding holds that of a new account for review, where it is not public
 * yet, and flags all others.
 */
export async function judgePost(ctx: Ctx, post: Post): Promise<Judged> {
  if (ctx.actor.kind !== 'person') return nothingFound;
  const [rules, { judgeText }] = await Promise.all([rulesInForce(ctx), import('./judge.ts')]);
  const text = wholeOf(post.texts);
  const found = judgeText(rules, text, await circumstancesOf(ctx, rules, post, text));
  const findings = found.length > 0 && post.before ? newFindings(found, judgeText(rules, wholeOf(post.before))) : found;
  if (findings.length === 0) return nothingFound;
  const held = await isHeld(ctx, post);
  ctx.log.info('rules_found', { subject: post.id, rules: rulesOf(findings), held });
  const { id: content, version } = post;
  const list = rules.list.version;
  return { held, parts: [foundPart(ctx, { content, version, held, findings: keptFindings(findings), list })] };
}

function rulesOf(findings: readonly Finding[]): string[] {
  return [...new Set(findings.map(({ rule }) => rule))];
}

async function isHeld(ctx: Ctx, { organisation, before, mayHold = true }: Post): Promise<boolean> {
  if (before || !mayHold || !mayBeHeld(ctx.actor, organisation)) return false;
  return holds((await historyOf(ctx, requirePerson(ctx).id)).level);
}

function wholeOf({ title, summary, body }: Texts): string {
  return [title, summary, body].filter(Boolean).join('\n\n');
}

/** What is compared of a post with others of its kind: of subjects what their cards hold. */
function comparedOf({ title, summary, body }: Partial<Texts>): string {
  return title === undefined ? (body ?? '') : `${title}\n${summary ?? ''}`;
}

/** So many of the author's latest posts of the same kind are compared. */
const compared = 5;
const hasLink = /\p{L}\.\p{L}{2}|:\/\//u;

/** What is asked of the table only where a rule needs it: earlier texts for those that are long enough, whether it is a first one for those with a link. */
async function circumstancesOf(ctx: Ctx, { list }: CompiledRules, post: Post, text: string) {
  const { isComparable } = await import('./repeat.ts');
  const said = comparedOf(post.texts);
  const mayBeRepeat = list.settings.repeats.on && isComparable(said);
  const mayBeFirst = list.settings.links.on && list.settings.links.firstPost && !post.before && hasLink.test(text);
  const [recent, isFirst] = await Promise.all([
    mayBeRepeat ? latestOf(ctx, post) : [],
    mayBeFirst ? historyOf(ctx, requirePerson(ctx).id).then(({ posts }) => posts === 0) : false,
  ]);
  return { recent, isFirst, compared: said };
}

/** The author's latest posts of the same kind, but for this one and drafts. */
async function latestOf(ctx: Ctx, { id, kind }: Post): Promise<string[]> {
  const partition = byPartition(requirePerson(ctx).id, kind);
  const query = { list: partition, index: 'gsi1', partition, order: 'descending', limit: compared } as const;
  const fields = ['id', 'title', 'summary', 'body', 'status'];
  const { items } = await queryPage(ctx, { ...query, fields });
  const others = items.filter((item) => item.id !== id && item.status !== 'draft');
  return others.map((item) => comparedOf(item as unknown as Partial<Texts>));
}

/**
 * The texts with personal data masked, and what was masked, as the author chose. What stood in the text before (`present`) was kept then,
 * and stays.
 * @throws personal_data_found where they asked and there is any, with what it is
 */
export async function maskTexts<Fields extends Partial<Texts>>(
  ctx: Ctx,
  texts: Fields,
  { choice = 'mask', present = {} }: { choice?: PersonalDataChoice; present?: Partial<Texts> } = {},
): Promise<{ texts: Fields; masked: MaskedDatum[] }> {
  const names = (['title', 'summary', 'body'] as const).filter((name) => mayHoldData(texts[name] ?? ''));
  if (choice === 'keep' || names.length === 0) return { texts, masked: [] };
  const { list } = await rulesInForce(ctx);
  if (!list.settings.personalData.on) return { texts, masked: [] };
  const { maskOf, maskPersonalData } = await import('./personal-data.ts');
  const result = { ...texts };
  const masked = names.flatMap((field) => {
    const { text, found } = maskPersonalData(texts[field] ?? '', present[field]);
    result[field] = text;
    return found.map(({ kind, original }) => ({ field, kind, words: maskOf(kind, original) }));
  });
  if (choice === 'ask' && masked.length > 0) throw personalDataFound(masked);
  return { texts: result, masked };
}

/** The texts as they would be shown with personal data masked, for whoever is about to send them. Nothing is written. */
export async function previewMasking(ctx: Ctx, { present, ...typed }: TextsToMask): Promise<MaskedTexts> {
  const { texts, masked } = await maskTexts(ctx, typed, { choice: 'mask', present });
  return { ...texts, masked };
}

function personalDataFound(masked: readonly MaskedDatum[]): AppError {
  const fields = masked.map(({ field, words }) => ({ path: `/${field}`, code: 'personal_data_found', message: words }));
  return new AppError('personal_data_found', { fields, data: { masked } });
}

/** What two lists find in the same texts: the one that is looked at, and how often the one in force does. */
export async function compareLists(
  list: RuleList,
  now: RuleList,
  texts: readonly { id: string; text: string }[],
): Promise<Caught & { caughtNow: number }> {
  const { wouldCatch } = await import('./preview.ts');
  const before = list.version === now.version ? undefined : wouldCatch(now, texts);
  const caught = wouldCatch(list, texts);
  return { ...caught, caughtNow: before?.caught ?? caught.caught };
}

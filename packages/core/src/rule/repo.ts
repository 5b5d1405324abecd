/** Content rules in the table: the versions of the list, which of them is in force, and what rules found in content. */
import { auditPart } from '../audit/repo.ts';
import { getItem, getItems } from '../db/get.ts';
import { foundKey, rulePartKey, rulesKey, ruleVersionKey } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import { type Part, putNew, setPart } from '../db/transact.ts';
import { AppError } from '../shared/app-error.ts';
import type { Ctx } from '../shared/context.ts';
import type { ContentId, ItemId } from '../shared/ids.ts';
import { after, day, iso, ttl } from '../shared/time.ts';
import type { Finding, RuleSettings } from './schema.ts';

/** Which version is in force, and the newest that there is. Version 0 is the list of a new site, which no item holds. */
export type StoredRules = { active: number; latest: number; revision: number };

/** A version as stored, without its text: that is in parts. Written once and never again. */
export type StoredVersion = {
  version: number;
  /** The version it was made from. */
  base: number;
  settings: RuleSettings;
  entries: number;
  parts: number;
  by: string;
  reason: string;
  at: string;
};

/** Which list is in force. */
export async function findRules(ctx: Ctx, options: { consistent?: boolean } = {}): Promise<StoredRules> {
  const none: StoredRules = { active: 0, latest: 0, revision: 0 };
  return ((await getItem(ctx, rulesKey, options)) as StoredRules | undefined) ?? none;
}

/** A version without its text; undefined when there is none, and for version 0. */
export async function findVersion(ctx: Ctx, version: number): Promise<StoredVersion | undefined> {
  return (await getItem(ctx, ruleVersionKey(version))) as StoredVersion | undefined;
}

/** The newest versions, at most `limit`, without their texts. */
export async function listVersions(ctx: Ctx, limit: number): Promise<StoredVersion[]> {
  const { pk: partition } = rulesKey;
  const query = { list: 'rule versions', partition, prefix: 'VERSION#', order: 'descending', limit } as const;
  return (await queryPage(ctx, { ...query, consistent: true })).items as unknown as StoredVersion[];
}

/** The text of a version. */
export async function readText(
  ctx: Ctx,
  { version, parts }: Pick<StoredVersion, 'version' | 'parts'>,
): Promise<string> {
  const keys = Array.from({ length: parts }, (_, part) => rulePartKey(version, part));
  const items = await getItems(ctx, keys, { consistent: true });
  return items.map((item) => String(item?.text)).join('');
}

/** Characters in a part: of three bytes each at most, so that an item is far from the 400 KB that it may have. */
const partLength = 100_000;

/** Parts that store a new version, the next one; refused when another was stored since `rules` was read. */
export function newVersionParts(
  ctx: Ctx,
  rules: StoredRules,
  made: Omit<StoredVersion, 'version' | 'parts' | 'at'>,
  text: string,
): Part[] {
  const version = rules.latest + 1;
  const texts = Array.from({ length: Math.max(1, Math.ceil(text.length / partLength)) }, (_, part) =>
    text.slice(part * partLength, (part + 1) * partLength),
  );
  const stored: StoredVersion = { ...made, version, parts: texts.length, at: iso(ctx.now()) };
  return [
    setRulesPart(rules, { latest: version }),
    putNew({ ...ruleVersionKey(version), ...stored }),
    ...texts.map((part, number) => putNew({ ...rulePartKey(version, number), text: part })),
    auditPart(ctx, { action: 'rules_saved', subject: `rules:${version}`, facts: { base: made.base } }),
  ];
}

/** Parts that put a version in force. */
export function activateParts(ctx: Ctx, rules: StoredRules, version: number): Part[] {
  const facts = { from: rules.active, to: version };
  return [
    setRulesPart(rules, { active: version }),
    auditPart(ctx, { action: 'rules_activated', subject: `rules:${version}`, facts }),
  ];
}

function setRulesPart({ revision, ...rules }: StoredRules, change: Partial<StoredRules>): Part {
  const refused = () => new AppError('version_conflict');
  if (revision === 0) return putNew({ ...rulesKey, ...rules, ...change, revision: 1 }, refused);
  const condition = { expression: 'revision = :revision', values: { ':revision': revision } };
  return setPart(rulesKey, { ...change, revision: revision + 1 }, condition, refused);
}

/** What rules found in content as it was at `version`; `item` once it stands in the moderators' queue. */
export type StoredFound = {
  content: ContentId;
  version: number;
  held: boolean;
  findings: Pick<Finding, 'rule' | 'reason' | 'words'>[];
  /** The version of the list. */
  list: number;
  at: string;
  item?: ItemId;
};

/** For how long it is kept what rules found. */
const keptFor = 180 * day;

/** What rules found in content when it was last written; undefined when they found nothing. Read strongly. */
export async function findFound(ctx: Ctx, content: ContentId): Promise<StoredFound | undefined> {
  return (await getItem(ctx, foundKey(content), { consistent: true })) as StoredFound | undefined;
}

/** A part that stores what rules found in content, in the transaction that writes it. The stream opens an item of it. */
export function foundPart(ctx: Ctx, found: Omit<StoredFound, 'at' | 'item'>): Part {
  const item = { ...foundKey(found.content), ...found, at: iso(ctx.now()), ttl: ttl(after(ctx.now(), keptFor)) };
  return { write: { Put: { TableName: '', Item: item } } };
}

/** A part that notes the item that was opened of what was found; refused when it was found anew, or has one already. */
export function foundItemPart({ content, version }: StoredFound, item: ItemId, refused: Part['refused']): Part {
  const condition = {
    expression: 'attribute_not_exists(#item) AND version = :version',
    names: { '#item': 'item' },
    values: { ':version': version },
  };
  return setPart(foundKey(content), { item }, condition, refused);
}

/** Use cases of administrators: the versions of the list, saving one, putting one in force. Every version is kept. */
import { actorName } from '../audit/repo.ts';
import { transact } from '../db/transact.ts';
import { AppError, type FieldError } from '../shared/app-error.ts';
import { type Ctx, hasRole, requirePerson } from '../shared/context.ts';
import { fieldCode } from '../shared/field-code.ts';
import { takePace } from '../trust/service.ts';
import { defaultRuleList, defaultSettings, defaultText } from './default-list.ts';
import { readEntries } from './list-text.ts';
import {
  activateParts,
  findRules,
  findVersion,
  listVersions,
  newVersionParts,
  readText,
  type StoredVersion,
} from './repo.ts';
import { type NewRuleList, type RuleVersion, ruleListSchema, type WholeRuleVersion } from './schema.ts';
import { forgetRules } from './service.ts';

/** A version as this room knows it: names of people stand above. */
type Version = Omit<RuleVersion, 'who'>;
type WholeVersion = Omit<WholeRuleVersion, 'who'>;

/** So many versions are listed; older ones are there by their number. */
const versionsShown = 50;

/** @throws not_signed_in, not_allowed */
function assertAdministrator(ctx: Ctx): void {
  if (!hasRole(requirePerson(ctx), 'administrator')) throw new AppError('not_allowed');
}

function ofNewSite(active: number): Version {
  const { entries } = defaultRuleList();
  return { version: 0, base: null, entries: entries.length, by: null, reason: null, at: null, isActive: active === 0 };
}

function shown({ version, base, entries, by, reason, at }: StoredVersion, active: number): Version {
  return { version, base, entries, by, reason, at, isActive: version === active };
}

/** The newest versions, and that of a new site. @throws not_signed_in, not_allowed */
export async function listRules(ctx: Ctx): Promise<Version[]> {
  assertAdministrator(ctx);
  const [{ active }, versions] = await Promise.all([
    findRules(ctx, { consistent: true }),
    listVersions(ctx, versionsShown),
  ]);
  return [...versions.map((version) => shown(version, active)), ofNewSite(active)];
}

/** A version whole. @throws not_signed_in, not_allowed, rules_version_not_found */
export async function getRules(ctx: Ctx, version: number): Promise<WholeVersion> {
  assertAdministrator(ctx);
  const [{ active }, stored] = await Promise.all([findRules(ctx, { consistent: true }), requireVersion(ctx, version)]);
  if (!stored) return { ...ofNewSite(active), text: defaultText, settings: defaultSettings };
  return { ...shown(stored, active), text: await readText(ctx, stored), settings: stored.settings };
}

/** A stored version; undefined for version 0. @throws rules_version_not_found */
async function requireVersion(ctx: Ctx, version: number): Promise<StoredVersion | undefined> {
  if (version === 0) return undefined;
  const stored = await findVersion(ctx, version);
  if (!stored) throw new AppError('rules_version_not_found');
  return stored;
}

/**
 * Saves a new version; it is in force only once it is activated.
 * @throws not_signed_in, not_allowed, invalid_input with each line that is wrong, rules_version_not_found for the base, version_conflict when
 *   another is saved at the same moment, too_many_requests
 */
export async function saveRules(ctx: Ctx, { base, text, settings, reason }: NewRuleList): Promise<Version> {
  assertAdministrator(ctx);
  await requireVersion(ctx, base);
  const entries = checkedEntries(text, settings);
  await takePace(ctx, 'edit');
  const rules = await findRules(ctx, { consistent: true });
  const made = { base, settings, entries, by: actorName(ctx), reason };
  await transact(ctx, newVersionParts(ctx, rules, made, text));
  return shown((await requireVersion(ctx, rules.latest + 1))!, rules.active);
}

/** How many entries a text has. @throws invalid_input with each line that is wrong */
function checkedEntries(text: string, settings: NewRuleList['settings']): number {
  const { entries, errors } = readEntries(text);
  const wrong = errors.map(({ line, text, code }): FieldError => ({ path: `/text/${line}`, code, message: text }));
  if (wrong.length > 0) throw new AppError('invalid_input', { fields: wrong });
  const whole = ruleListSchema.safeParse({ version: 0, entries, settings });
  if (whole.success) return entries.length;
  const code = fieldCode(whole.error.issues[0]!);
  const tooMany = code === 'too_many_ways' ? 'too_many_ways_in_all' : code === 'too_big' ? 'too_many_entries' : code;
  throw new AppError('invalid_input', { fields: [{ path: '/text', code: tooMany, message: '' }] });
}

/**
 * Puts a version in force: in this process at once, in all others within half a minute.
 * @throws not_signed_in, not_allowed, rules_version_not_found, version_conflict when another is saved or activated at the same moment
 */
export async function activateRules(ctx: Ctx, version: number): Promise<Version> {
  assertAdministrator(ctx);
  const stored = await requireVersion(ctx, version);
  const rules = await findRules(ctx, { consistent: true });
  if (rules.active !== version) {
    await transact(ctx, activateParts(ctx, rules, version));
    forgetRules();
  }
  return stored ? shown(stored, version) : ofNewSite(version);
}

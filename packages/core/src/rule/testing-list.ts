/** Small lists for tests, and putting one in force. */
import { transact } from '../db/transact.ts';
import type { Ctx } from '../shared/context.ts';
import { defaultSettings, entriesIn } from './default-list.ts';
import { compileRules } from './match.ts';
import { activateParts, findRules, newVersionParts } from './repo.ts';
import type { RuleList, RuleSettings } from './schema.ts';
import { forgetRules } from './service.ts';

/** A list of the lines of `text`, written as in `data/default-list.ts`. */
export function listOf(text: string): RuleList {
  return { version: 1, entries: entriesIn(text), settings: defaultSettings };
}

/** What such a list finds, as it was typed. */
export function foundBy(text: string): (read: string) => string[] {
  const { match } = compileRules(listOf(text));
  return (read) => match(read).map(({ words }) => words);
}

/** Stores a list as a new version, and puts it in force unless told otherwise. Resolves to its number. */
export async function useList(
  ctx: Ctx,
  text: string,
  { isActive = true, ...settings }: Partial<RuleSettings> & { isActive?: boolean } = {},
): Promise<number> {
  const rules = await findRules(ctx, { consistent: true });
  const version = rules.latest + 1;
  const made = { base: 0, settings: { ...defaultSettings, ...settings }, entries: 0, by: 'test', reason: 'Thử' };
  await transact(ctx, newVersionParts(ctx, rules, made, text));
  if (isActive) await transact(ctx, activateParts(ctx, await findRules(ctx, { consistent: true }), version));
  forgetRules();
  return version;
}

/** The settings of a list without words that only masks numbers: what tests write is no matter for rules. */
export function quietSettings(): RuleSettings {
  const { links, repeats, shouting, personalData } = defaultSettings;
  const off = { on: false };
  return {
    links: { ...links, ...off },
    repeats: { ...repeats, ...off },
    shouting: { ...shouting, ...off },
    personalData,
  };
}

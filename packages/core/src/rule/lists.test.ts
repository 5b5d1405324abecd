/** The list of rules as administrators edit it: versions, what is in force; long lists and wrong ones. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listEntries } from '../audit/repo.ts';
import { someone } from '../moderation/testing-moderation.ts';
import type { Ctx } from '../shared/context.ts';
import { outcomesOf } from '../testing/outcomes.ts';
import { useTable } from '../testing/table.ts';
import { defaultSettings, defaultText } from './default-list.ts';
import { overlappingList } from './labelled/speed.ts';
import { activateRules, getRules, listRules, saveRules } from './lists.ts';
import { findRules, findVersion } from './repo.ts';
import { newRuleListSchema } from './schema.ts';
import { forgetRules, rulesInForce } from './service.ts';

const table = useTable();
let administrator: Ctx;
beforeAll(async () => {
  administrator = await someone(table, { roles: ['administrator'] });
});
beforeEach(() => forgetRules());

const input = (text: string, over: object = {}) =>
  newRuleListSchema.parse({ base: 0, text, settings: defaultSettings, reason: 'Thêm từ mới', ...over });
const save = (text: string, over: object = {}) => saveRules(administrator, input(text, over));
const finds = async (text: string) => (await rulesInForce(administrator)).match(text).map(({ words }) => words);

describe('a version', () => {
  it('is saved, looked at and put in force; an older one too, down to that of a new site', async () => {
    const saved = await save('[abuse]\r\nngu\n# ghi chú\nđồ tồi'.normalize('NFD'));
    expect(saved).toMatchObject({ base: 0, entries: 2, reason: 'Thêm từ mới', isActive: false });
    expect(await finds('ngu')).toEqual([]);
    const whole = await getRules(administrator, saved.version);
    expect(whole).toMatchObject({ text: '[abuse]\nngu\n# ghi chú\nđồ tồi', settings: defaultSettings });
    expect(await activateRules(administrator, saved.version)).toMatchObject({ isActive: true });
    expect(await finds('ngu, đ.ồ t.ồ.i')).toEqual(['ngu', 'đ.ồ t.ồ.i']);
    await activateRules(administrator, 0);
    expect(await finds('Đồ lừa đảo mất dạy')).not.toEqual([]);
    expect(await getRules(administrator, 0)).toMatchObject({ text: defaultText, base: null, isActive: true });
    const versions = (await listRules(administrator)).map(({ version, isActive }) => [version, isActive]);
    expect(versions.slice(0, 1)).toEqual([[saved.version, false]]);
    expect(versions.at(-1)).toEqual([0, true]);
  });

  it('is in the audit log by its number, never with words', async () => {
    const { version } = await save('[abuse]\nngu lắm', { reason: 'Vì từ này' });
    await activateRules(administrator, version);
    const { items } = await listEntries(administrator, { subject: `rules:${version}`, limit: 10 });
    expect(items.map(({ action, facts }) => [action, facts]).toSorted()).toEqual([
      ['rules_activated', { from: 0, to: version }],
      ['rules_saved', { base: 0 }],
    ]);
    expect(JSON.stringify(items)).not.toMatch(/ngu|Vì/);
    await activateRules(administrator, 0);
  });

  it('is for administrators alone', async () => {
    const moderator = await someone(table, { roles: ['moderator'] });
    const attempts = [
      listRules(moderator),
      getRules(moderator, 0),
      saveRules(moderator, input('[abuse]\nngu')),
      activateRules(moderator, 0),
    ];
    expect(await outcomesOf(attempts)).toEqual(attempts.map(() => 'not_allowed'));
  });

  it('that is wrong is refused line by line, and none that there is not is shown', async () => {
    const wrong = save('ngu\n[rude]\n[abuse]\nđồ …\nngu\nngu');
    await expect(wrong).rejects.toMatchObject({
      code: 'invalid_input',
      fields: [
        { path: '/text/1', code: 'no_reason', message: 'ngu' },
        { path: '/text/2', code: 'unknown_reason' },
        { path: '/text/4', code: 'gap_at_end' },
        { path: '/text/6', code: 'twice' },
      ],
    });
    const missing = [getRules(administrator, 999), activateRules(administrator, 999)];
    expect(await outcomesOf([...missing, save('[abuse]\nngu', { base: 999 })])).toEqual(
      Array(3).fill('rules_version_not_found'),
    );
  });

  it('of two saved at once one is refused, and nothing of it is left', async () => {
    const { latest } = await findRules(administrator, { consistent: true });
    const outcomes = await outcomesOf([1, 2, 3].map((number) => save(`[abuse]\nngu ${number}`)));
    const saved = outcomes.filter((one) => one === 'done').length;
    expect(outcomes.filter((one) => one !== 'done')).toEqual(Array(3 - saved).fill('version_conflict'));
    expect((await findRules(administrator, { consistent: true })).latest).toBe(latest + saved);
    expect(await findVersion(administrator, latest + saved + 1)).toBeUndefined();
  });
});

it('a list of 20,000 overlapping entries is kept in parts and matches; more are refused', async () => {
  const words = overlappingList(20_001).entries.map((entry) => entry.words);
  const padding = '# ghi chú dài để danh sách không vừa một mục\n'.repeat(4_000);
  const { version, entries } = await save(`${padding}[other]\n${words.slice(0, 20_000).join('\n')}`);
  expect(entries).toBe(20_000);
  expect((await findVersion(administrator, version))!.parts).toBeGreaterThan(2);
  await activateRules(administrator, version);
  expect(await finds('an ăn ngu lon')).not.toEqual([]);
  await expect(save(`[other]\n${words.join('\n')}`)).rejects.toMatchObject({
    fields: [{ path: '/text', code: 'too_many_entries' }],
  });
  const one = 'a'.repeat(2_000);
  await expect(save(`[other]\n${one}`)).rejects.toMatchObject({ fields: [{ path: '/text/2', code: 'too_big' }] });
  expect(await finds(one)).toEqual([]);
  await activateRules(administrator, 0);
});

/** The numbers that words tell people are those the network keeps to. */
import { altLength, imageLimit } from '@hanoi/core/card/image';
import { tagLimit, textLimits } from '@hanoi/core/card/schema';
import { closeChallengeSchema } from '@hanoi/core/challenge/schema';
import { commentLength } from '@hanoi/core/comment/schema';
import { codeLifetime } from '@hanoi/core/identity/limits';
import { claimInputSchema, newAppealSchema, newDecisionSchema } from '@hanoi/core/moderation/schema';
import { personNameSchema } from '@hanoi/core/person/schema';
import { newReportSchema } from '@hanoi/core/report/schema';
import { uploadLimit } from '@hanoi/core/upload/limit';
import { describe, expect, it } from 'vitest';
import { errorMessages } from './errors.ts';
import * as form from './form.ts';
import { codeMail } from './mail.ts';
import * as signIn from './sign-in.ts';

it('are these', () => {
  expect({ textLimits, tagLimit, imageLimit, altLength, commentLength, uploadLimit, codeLifetime }).toEqual({
    textLimits: { title: [8, 120], summary: [20, 300], body: [40, 20_000], tag: [2, 30] },
    tagLimit: 5,
    imageLimit: 6,
    altLength: [0, 200],
    commentLength: [2, 4_000],
    uploadLimit: 4_500_000,
    codeLifetime: 600_000,
  });
  expect(form.lengths).toEqual({
    title: [8, 120],
    summary: [20, 300],
    body: [40, 20_000],
    comment: [2, 4_000],
    reason: [3, 500],
    name: [2, 60],
    note: [0, 1_000],
    text: [10, 4_000],
    takeOver: [4, 300],
    textVi: [1, 300],
    fullName: [3, 120],
    slug: [1, 60],
    seen: [3, 300],
    where: [3, 300],
    textEn: [1, 300],
    nameVi: [3, 120],
    nameEn: [3, 120],
    shortVi: [2, 40],
    shortEn: [2, 40],
    aboutVi: [0, 500],
    aboutEn: [0, 500],
  });
});

it('of a reason and a name are those of their schemas', () => {
  const reasons = [2, 3, 500, 501].map((length) => closeChallengeSchema.safeParse({ reason: 'x'.repeat(length) }));
  const names = [1, 2, 60, 61].map((length) => personNameSchema.safeParse('x'.repeat(length)));
  expect(reasons.map(({ success }) => success)).toEqual([false, true, true, false]);
  expect(names.map(({ success }) => success)).toEqual([false, true, true, false]);
});

it('of what is written to moderators and by them are those of their schemas', () => {
  const note = (length: number) => newReportSchema.safeParse({ reason: 'spam', note: 'x'.repeat(length) }).success;
  const facts = (length: number) =>
    newDecisionSchema.safeParse({ action: 'hide', reason: 'spam', note: 'x'.repeat(length) }).success;
  expect([note, facts].map((takes) => [0, 1_000, 1_001].map(takes))).toEqual([
    [true, true, false],
    [true, true, false],
  ]);
  const appeal = (length: number) => newAppealSchema.safeParse({ text: 'x'.repeat(length) }).success;
  expect([9, 10, 4_000, 4_001].map(appeal)).toEqual([false, true, true, false]);
  const takeOver = (length: number) => claimInputSchema.safeParse({ takeOver: 'x'.repeat(length) }).success;
  expect([3, 4, 300, 301].map(takeOver)).toEqual([false, true, true, false]);
});

describe.each([
  ['vi', '4,5\u00A0MB'],
  ['en', '4.5\u00A0MB'],
] as const)('in %s', (language, size) => {
  const said = (field: string, code: string) => form.fieldMessage(language, field, code, 'x');

  it('of tags and pictures', () => {
    expect(said('tags', 'too_big')).toMatch(/\b5\b/);
    expect(said('tags', 'too_small')).toMatch(/\b2\b/);
    expect(said('tags', 'too_long')).toMatch(/\b30\b/);
    expect(said('images', 'too_big')).toMatch(/\b6\b/);
  });

  it('of a picture’s size', () => {
    const { images } = form[language];
    const texts = [said('images', 'upload_too_large'), images.hint(6), images.tooLarge('a.png')];
    expect([...texts, errorMessages[language].upload_too_large.detail].filter((text) => !text.includes(size))).toEqual(
      [],
    );
  });

  it('of a sign-in code', () => {
    const digits = language === 'vi' ? /6 chữ số/ : /six[ -]digits?/i;
    const { emailHint, code, codeHint } = signIn[language];
    expect([said('code', 'invalid_format'), emailHint, code].filter((text) => !digits.test(text))).toEqual([]);
    const minutes = language === 'vi' ? '10 phút' : '10 minutes';
    const mail = codeMail(language, { code: '123456', minutes: 10, origin: 'https://example.vn' }).text;
    expect([codeHint, mail].filter((text) => !text.includes(minutes))).toEqual([]);
  });

  it('of a closing day', () => {
    expect(said('closesAt', 'closing_date_invalid')).toContain(language === 'vi' ? 'hai năm' : 'two years');
  });
});

/** Personal data in a text: telephone numbers, identity cards, bank accounts and e-mail addresses; found, and masked. */
import { findPhoneNumbersInText } from 'libphonenumber-js/min';
import type { PersonalDataKind } from '../shared/personal-data.ts';
import { provinceCodes } from './data/citizen-id.ts';
import { linksIn } from './link.ts';
import type { Finding } from './schema.ts';

export type PersonalDatum = { kind: PersonalDataKind; start: number; end: number; original: string };
export type Masked = { text: string; found: PersonalDatum[] };

/** What may be any of these: digits with blanks, dots, dashes and brackets between them. */
const candidate = /(?<![\p{L}\p{N}_/.,])\+?\(?\+?\d(?:[ .()\u00A0-]{0,3}\d){7,24}(?![\p{L}\p{N}_/])/gu;
/** Dates and years are no part of a number. */
const date = /(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d)/g;

// Words that say what a number is, shortly before it; without marks too.
const before = 40;
const oldIdWords = /(?:cmnd|cmt|ch[uứ]ng minh|s[oố] cm|identity card|id (?:card|number|no))[^\d\n]*$/iu;
const notPersonWords =
  /(?:mst|m[aã] s[oố] thu[eế]|m[aã] h[oồ] s[oơ]|bi[eê]n nh[aậ]n|h[oợ]p [dđ][oồ]ng|h[oó]a [dđ][oơ]n|tax code|isbn)[^\d\n]*$/iu;
const bankWords =
  /(?:stk|s[oố] t[aà]i kho[aả]n|t[aà]i kho[aả]n(?: ng[aâ]n h[aà]ng)?|s[oố] tk|tk|account(?: number| no)?|chuy[eể]n kho[aả]n|ck v[aà]o)[^\d\n]*$/iu;
const banks =
  /vietcombank|vcb|techcombank|tcb|bidv|vietinbank|ctg|agribank|mb ?bank|\bmb\b|\bacb\b|vpbank|tpbank|sacombank|\bvib\b|\bshb\b|hdbank|ocb|\bmsb\b|seabank|eximbank|lpbank|momo|ng[aâ]n h[aà]ng/iu;
/** A unit of an amount, as a word of its own: `để` begins like `đ`. */
const money = /^\s*(?:đ|₫|vnđ|vnd|đồng|dong|tỷ|tỉ|triệu|nghìn|ngàn|usd|\$|%|m²|m2|km|người|lượt|kwh)(?![\p{L}\p{N}])/iu;

/** Ten digits that begin with 0 are no amount: nobody writes one so. */
const beginsLikePhone = /^0\d{9}$/;

/** The text with personal data masked, and what was masked: places in the text as it was. What stands in `kept` stays. */
export function maskPersonalData(text: string, kept = ''): Masked {
  const found = personalDataIn(text).filter(({ original }) => !kept.includes(original));
  let masked = '';
  let at = 0;
  for (const { kind, start, end, original } of found) {
    masked += text.slice(at, start) + maskOf(kind, original);
    at = end;
  }
  return { text: masked + text.slice(at), found };
}

/** The same as findings, without what was found: findings are kept where the data must not be. */
export function findPersonalData(text: string): Finding[] {
  return personalDataIn(text).map(({ kind, start, end, original }) => ({
    rule: `personal-data-${kind}`,
    reason: 'personal-data',
    words: maskOf(kind, original),
    start,
    end,
  }));
}

/** Personal data of a text, in order; no two overlap. */
export function personalDataIn(text: string): PersonalDatum[] {
  const links = linksIn(text);
  // One with a star is masked already.
  const mails = links
    .filter(({ start, end, isMail }) => isMail && !text.slice(start, end).includes('*'))
    .map(({ start, end }) => datum(text, 'email', start, end));
  const numbers = [...withoutDates(text).matchAll(candidate)].flatMap(({ 0: digits, index }) =>
    links.some(({ start, end }) => start < index + digits.length && index < end) ? [] : numbersIn(text, index, digits),
  );
  return [...mails, ...numbers].toSorted((a, b) => a.start - b.start);
}

/** Dates as blanks that are no candidate, at the same places. */
function withoutDates(text: string): string {
  return text.replace(date, (found) => '\n'.repeat(found.length));
}

function numbersIn(text: string, start: number, typed: string): PersonalDatum[] {
  const end = start + typed.length;
  const lead = text.slice(Math.max(0, start - before), start);
  const after = text.slice(end, end + before);
  const digits = typed.replace(/\D/g, '');
  if (notPersonWords.test(lead) || (money.test(after) && !beginsLikePhone.test(digits))) return [];
  const whole = (kind: PersonalDataKind) => [datum(text, kind, start, end)];
  if (digits.length <= 19 && (bankWords.test(lead) || (digits.length >= 8 && isBankAfter(digits, lead, after)))) {
    return whole('bank-account');
  }
  if (isCitizenId(digits)) return whole('citizen-id');
  if (digits.length === 9 && oldIdWords.test(lead)) return whole('old-id');
  return phonesIn(text, start, typed);
}

/** `0021000123456 Vietcombank`, unless the digits are a telephone number. */
function isBankAfter(digits: string, lead: string, after: string): boolean {
  return !isOwnPhone(digits) && !isCitizenId(digits) && (banks.test(after.slice(0, 20)) || banks.test(lead.slice(-20)));
}

/**
 * Twelve digits (Decree 137/2015/NĐ-CP, Article 13): a province's code, a digit of century and sex, two of the year of birth, six of chance. The digit
 * is 0 or 1 for people born in 1900–1999, 2 or 3 for 2000–2099 (Circular 59/2021/TT-BCA, Article 4). Both as several law sites quote them, read on
 * 29 November 2026; the texts themselves were not at hand. Unconfirmed: whether numbers given since 1 July 2024 under the Law on Identity
 * 26/2023/QH15 are made so too, as that circular is said to have ended then; all that we have seen are.
 */
function isCitizenId(digits: string): boolean {
  return digits.length === 12 && provinceCodes.has(digits.slice(0, 3)) && /^[0-3]$/.test(digits[3]!);
}

function phonesIn(text: string, start: number, typed: string): PersonalDatum[] {
  return findPhoneNumbersInText(typed, 'VN').flatMap(({ startsAt, endsAt, number }) => {
    const written = typed.slice(startsAt, endsAt);
    const isPhone = number.country === 'VN' ? isOwnPhone(written.replace(/\D/g, '')) : written.startsWith('+');
    return isPhone ? [datum(text, 'phone', start + startsAt, start + endsAt)] : [];
  });
}

/** Mobile 03, 05, 07, 08, 09 with eight digits more, landline 02 with nine more; with +84 or 84 for the 0. */
function isOwnPhone(digits: string): boolean {
  return /^(?:84|0)0?(?:[35789]\d{8}|2\d{9})$/.test(digits);
}

function datum(text: string, kind: PersonalDataKind, start: number, end: number): PersonalDatum {
  return { kind, start, end, original: text.slice(start, end) };
}

/** The first two digits and the last two stay, or the first letter and the domain: the author knows which it was. */
export function maskOf(kind: PersonalDataKind, original: string): string {
  // Never longer than it was: a text may be as long as it can be.
  if (kind === 'email')
    return original.replace(/^(.)([^@]*)/u, (_, first: string, rest: string) =>
      rest === '' ? '*' : first + '***'.slice(0, rest.length),
    );
  const digits = original.replace(/\D/g, '').length;
  let place = 0;
  return original.replace(/\d/g, (digit) => {
    place++;
    return place <= 2 || place > digits - 2 ? digit : 'x';
  });
}

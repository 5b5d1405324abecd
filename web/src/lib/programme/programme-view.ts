/** Programmes as pages name them: the only place that makes a name of a code. */
import type { Language } from '@hanoi/core/person/schema';
import type { Programme } from '@hanoi/core/programme/schema';
import * as messages from '@hanoi/i18n/programme';

export type ProgrammeView = {
  code: string;
  name: string;
  short: string;
  isRestricted: boolean;
  /** It takes nothing new. */
  isRetired: boolean;
};

/** All programmes in their order, named in `language`. */
export function programmeViews(programmes: readonly Programme[], language: Language): ProgrammeView[] {
  return programmes.map(({ code, name, nameEn, short, shortEn, restricted, retiredAt }) => ({
    code,
    name: language === 'vi' ? name : nameEn,
    short: language === 'vi' ? short : shortEn,
    isRestricted: restricted,
    isRetired: retiredAt !== null,
  }));
}

/** The programme of `code`; one that pages don't know yet, as it was made a moment ago, is called by its code. */
export function programmeOf(programmes: readonly ProgrammeView[], code: string): ProgrammeView {
  const known = programmes.find((programme) => programme.code === code);
  return known ?? { code, name: code, short: code, isRestricted: false, isRetired: false };
}

/** Those that take what is new, and `kept`, which something is in already. */
export function openProgrammes(programmes: readonly ProgrammeView[], kept?: string): ProgrammeView[] {
  return programmes.filter(({ code, isRetired }) => !isRetired || code === kept);
}

/** The name, and whether it has ended. */
export function fullName({ name, isRetired }: ProgrammeView, language: Language): string {
  return isRetired ? messages[language].named(name) : name;
}

/** The short name, and whether it has ended. */
export function shortName({ short, isRetired }: ProgrammeView, language: Language): string {
  return isRetired ? messages[language].named(short) : short;
}

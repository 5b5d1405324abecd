/** The names of the states of each kind of subject. */
import type { Language } from '@hanoi/core/person/schema';
import type { StatusOf, SubjectKind } from '@hanoi/core/subject/kinds';
import { ofKinds } from './kinds.ts';

type StatusNames = { [Kind in SubjectKind]: Record<StatusOf<Kind>, string> };

const namesIn = (language: Language) => ofKinds(language, ({ statuses }) => statuses) as StatusNames;

export const statusNames: Record<Language, StatusNames> = { vi: namesIn('vi'), en: namesIn('en') };

/** The name of a state of any kind: where kinds share a state they share its name. */
export function statusName(language: Language, status: StatusOf<SubjectKind>): string {
  const [name] = Object.values<Record<string, string>>(statusNames[language]).flatMap((names) => names[status] ?? []);
  return name ?? status;
}

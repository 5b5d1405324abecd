/** The id in what moderators paste: an id, or the address of a page. */
import { idPrefixes } from '@hanoi/core/shared/ids';
import { subjectKinds } from '@hanoi/core/subject/kinds';

const pattern = new RegExp(`(?:${subjectKinds.map((kind) => idPrefixes[kind]).join('|')})_[0-7][0-9A-HJKMNP-TV-Z]{25}`);

/** The first id of a subject that stands in `text`; undefined where none does. */
export function subjectIdIn(text: string): string | undefined {
  return text.match(pattern)?.[0];
}

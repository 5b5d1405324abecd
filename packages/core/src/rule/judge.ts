/** All content rules over one text: words, links, repeats, shouting and personal data. */
import { findLinks } from './link.ts';
import type { CompiledRules } from './match.ts';
import { findPersonalData } from './personal-data.ts';
import { piecesOf } from './piece.ts';
import { findRepeats } from './repeat.ts';
import type { Finding } from './schema.ts';
import { findShouting } from './shouting.ts';

/** Who wrote a text: whether it is their first one, and what they wrote of late; `compared` is what of the text is compared with that. */
export type Circumstances = { isFirst?: boolean; recent?: readonly string[]; compared?: string };

/** What every rule finds, by place. A finding never blocks: what follows of it is decided by whoever asks. */
export function judgeText({ list, match }: CompiledRules, text: string, circumstances: Circumstances = {}): Finding[] {
  const { links, repeats, shouting, personalData } = list.settings;
  const { isFirst = false, recent = [], compared = text } = circumstances;
  const pieces = piecesOf(text);
  return [
    ...match(text, undefined, pieces),
    ...findLinks(text, links, isFirst),
    ...findRepeats(text, repeats, recent, compared, pieces),
    ...findShouting(text, shouting, pieces),
    ...(personalData.on ? findPersonalData(text) : []),
  ].toSorted((a, b) => a.start - b.start);
}

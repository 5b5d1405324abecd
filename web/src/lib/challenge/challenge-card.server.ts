/** A challenge as lists show it: names instead of codes, and nothing a list has no room for. */
import type { ChallengeCard } from '@hanoi/core/challenge/schema';
import type { Language } from '@hanoi/core/person/schema';
import { wardNames } from '@hanoi/core/ward/names';
import { namesOf } from '$lib/subject/signature';

export type ChallengeCardView = ReturnType<typeof challengeCardView>;

const dayMs = 86_400_000;
/** From here on a closing date is worth a word in a list. */
const nearMs = 31 * dayMs;

/** `card` for ChallengeCard.svelte, with the ward named in `language`. */
export function challengeCardView(card: ChallengeCard, language: Language, now = Date.now()) {
  const { id, kind, status, title, summary, programme, author, organisation, support, comments, solutions } = card;
  return {
    id,
    kind,
    status,
    title,
    summary,
    programme,
    by: namesOf(author, organisation)[0],
    place: placeName(card.ward, language),
    support,
    comments,
    solutions,
    cover: card.images[0]?.thumbnailUrl ?? null,
    at: card.publishedAt ?? card.createdAt,
    closing: closingOf(card, now),
  };
}

/** The name of ward `code` in `language`; null for none, and for one there is no more. */
export function placeName(code: string | null, language: Language): string | null {
  const names = code ? wardNames[code] : undefined;
  return names?.[language === 'vi' ? 0 : 1] ?? null;
}

/** When it closes and in how many days, if that is near; null for what is closed or far off. */
function closingOf({ status, closesAt }: ChallengeCard, now: number): { at: string; days: number } | null {
  if (status !== 'open' || !closesAt) return null;
  const left = Date.parse(closesAt) - now;
  return left > 0 && left < nearMs ? { at: closesAt, days: Math.floor(left / dayMs) } : null;
}

/** What the list of a challenge's solutions shows of each. */
import type { SolutionCard } from '@hanoi/core/solution/schema';

export type SolutionCardView = ReturnType<typeof solutionCardView>;

/** `card` without what its challenge's page shows already. */
export function solutionCardView(card: SolutionCard) {
  const { id, status, title, summary, author, organisation, support, comments, publishedAt, createdAt } = card;
  const cover = card.images[0]?.thumbnailUrl ?? null;
  return { id, status, title, summary, author, organisation, support, comments, cover, at: publishedAt ?? createdAt };
}

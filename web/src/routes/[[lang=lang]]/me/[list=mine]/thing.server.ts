/** One's own things as rows of a list: what a row shows and where it leads, whatever it is. */
import type { ChallengeCard, ChallengeStatus } from '@hanoi/core/challenge/schema';
import type { Comment } from '@hanoi/core/comment/schema';
import type { SolutionCard, SolutionStatus } from '@hanoi/core/solution/schema';

export type Thing = {
  id: string;
  path: string;
  /** Where to go on writing, for drafts. */
  editPath: string | null;
  kind: 'challenge' | 'solution' | 'comment';
  title: string;
  status: ChallengeStatus | SolutionStatus | null;
  /** The challenge a solution answers. */
  to: string | null;
  counts: { support: number; comments: number } | null;
  at: string;
  /** A comment that is no longer seen. */
  gone: 'deleted' | 'hidden' | null;
};

/** A challenge or a solution. */
export function subjectThing(card: ChallengeCard | SolutionCard): Thing {
  const isSolution = 'challengeId' in card;
  const path = `/${isSolution ? 'solutions' : 'challenges'}/${card.id}`;
  const isDraft = card.status === 'draft';
  return {
    id: card.id,
    path,
    editPath: isDraft ? `${path}/edit` : null,
    kind: isSolution ? 'solution' : 'challenge',
    title: card.title,
    status: card.status,
    to: isSolution ? card.challengeTitle : null,
    counts: isDraft ? null : { support: card.support, comments: card.comments },
    at: card.publishedAt ?? card.updatedAt,
    gone: null,
  };
}

/** A comment, by its first words. */
export function commentThing({ id, subjectId, body, status, createdAt }: Comment): Thing {
  const folder = subjectId.startsWith('sol_') ? 'solutions' : 'challenges';
  const words = body.replace(/\s+/g, ' ');
  return {
    id,
    path: `/${folder}/${subjectId}#${id}`,
    editPath: null,
    kind: 'comment',
    title: words.length > 160 ? `${words.slice(0, words.lastIndexOf(' ', 160))}…` : words,
    status: null,
    to: null,
    counts: null,
    at: createdAt,
    gone: status === 'visible' ? null : status,
  };
}

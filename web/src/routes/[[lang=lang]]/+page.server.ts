/** What is going on in the city now: four questions to the API, asked at once. */
import type { SolutionCard } from '@hanoi/core/solution/schema';
import { challengeCardView } from '$lib/challenge/challenge-card.server';
import { languageOfPath } from '$lib/language/path';
import { shadedWards } from '$lib/map/shaded-wards.server';
import { sharedApiFor } from '$lib/server/api';
import { throwPage } from '$lib/server/problems';
import { namesOf } from '$lib/subject/signature';
import type { PageServerLoad, PageServerLoadEvent } from './$types';

/** Links all the way: no script is sent. */
export const csr = false;

/** Wards named beside the small map. */
const mostWards = 5;

export const load: PageServerLoad = async (event) => {
  const language = languageOfPath(event.url.pathname);
  const [figures, trending, closing, solutions] = await ask(event).catch((thrown) => throwPage(event, thrown));
  const { wards, steps } = shadedWards(figures.byWard, language);
  const counted = wards.filter(({ count }) => count > 0);
  return {
    figures: figures.updatedAt ? figures : null,
    trending: trending.items.map((card) => challengeCardView(card, language)),
    closing: closing.items.map(({ id, title, closesAt, solutions }) => ({ id, title, closesAt, solutions })),
    solutions: solutions.items.map(solutionView),
    map: { wards: counted, steps },
    topWards: counted.toSorted((one, other) => other.count - one.count).slice(0, mostWards),
  };
};

/** The lists are of challenges, which begin everything here, and of solutions, which answer them; other kinds are counted above. */
function ask(event: PageServerLoadEvent) {
  const api = sharedApiFor(event);
  return Promise.all([
    api.figure.getFigures(),
    api.challenge.listChallenges({ query: { sort: 'trending', limit: 4 } }),
    api.challenge.listChallenges({ query: { sort: 'closing', limit: 5 } }),
    api.solution.listAllSolutions({ query: { sort: 'new', limit: 5 } }),
  ]);
}

function solutionView(card: SolutionCard) {
  const { id, title, challengeId, challengeTitle, author, organisation, support, publishedAt, createdAt } = card;
  const by = namesOf(author, organisation)[0];
  return { id, title, challengeId, challengeTitle, by, support, at: publishedAt ?? createdAt };
}

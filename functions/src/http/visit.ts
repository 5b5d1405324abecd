/** Browsers that came to the API, on their way to an identity provider or back: what fails is told on the sign-in page, where they can go on. */
import { languageAsked, wantsPage } from '@hanoi/core/api/asked';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { asAppError } from './problem.ts';

/** Whether the answer to a request is for a person. */
export function isVisit(event: APIGatewayProxyEventV2): boolean {
  return wantsPage(askedIn(event));
}

/** Leads to the sign-in page, in the language of the page the person was on, with what happened and the way on. */
export function toSignIn(event: APIGatewayProxyEventV2, error: unknown): APIGatewayProxyStructuredResultV2 {
  const known = asAppError(error);
  const told = known?.data?.next ?? new URLSearchParams(event.rawQueryString).get('next');
  const next = typeof told === 'string' && told.startsWith('/') ? told.slice(0, 2_000) : undefined;
  const language = languageAsked(next ? { path: next } : askedIn(event));
  const query = new URLSearchParams({ problem: known?.code ?? 'internal_error', ...(next && { next }) });
  const location = `${language === 'en' ? '/en' : ''}/sign-in?${query}`;
  return { statusCode: 303, headers: { location, 'cache-control': 'no-store' } };
}

function askedIn({ rawPath, headers }: APIGatewayProxyEventV2) {
  return { path: rawPath, accept: headers.accept, acceptLanguage: headers['accept-language'] };
}

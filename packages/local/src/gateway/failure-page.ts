/** What the gateway answers to what it refuses: a page for people, in their language, a problem for programs. */
import type { IncomingMessage } from 'node:http';
import { type Asked, languageAsked, wantsPage } from '@hanoi/core/api/asked';
import { failureHeaders, failurePage } from '@hanoi/i18n/failure-page';
import { problemBody } from '@hanoi/i18n/problem';
import type { Answer } from './answer.ts';
import { type Problem, problemHeaders } from './problem.ts';

type Request = Pick<IncomingMessage, 'url' | 'method' | 'headers'>;

/** The answer to a request that failed so. */
export function failureOf(request: Request, problem: Problem): Answer {
  const asked = askedIn(request);
  const language = languageAsked(asked);
  if (!wantsPage(asked)) return answer(problem, problemHeaders, problemBody(problem, language));
  const { status, code } = problem;
  const step = status === 413 ? pictureStep.exec(asked.path)?.[1] : undefined;
  // The page of pictures says it itself, beside the way to choose another.
  if (step) return answer({ ...problem, status: 303 }, { location: `${step}?problem=upload_too_large#add` }, '');
  const wasSent = request.method !== 'GET' && request.method !== 'HEAD';
  // What was sent is not sent again by a link: the page it was typed on is opened.
  const again = status === 400 || status === 414 ? undefined : wasSent ? asked.path.split('?')[0] : asked.path;
  return answer(problem, failureHeaders, failurePage({ language, code, again, wasSent }));
}

/** Where pictures are sent one by one without JavaScript. */
const pictureStep = /^((?:\/en)?\/[a-z]+\/[a-z]{3}_[0-9A-Za-z]+\/pictures)(?:\?|$)/;

/** The request in bytes that Node could not read: what of it can be read. */
export function requestIn(packet: Buffer | undefined): Request {
  const head = packet?.subarray(0, 64 * 1024).toString('latin1') ?? '';
  const [, method, url] = /^([A-Z]+) (\S+)/.exec(head) ?? [];
  const header = (name: string) => new RegExp(`^${name}:[ \\t]*(.{0,1000})`, 'im').exec(head)?.[1]?.trim();
  // Where the address alone was too long, its headers were not read; whoever has such an address follows a link.
  const accept = head && !head.includes('\n') ? 'text/html' : header('accept');
  return { method, url, headers: { accept, 'accept-language': header('accept-language') } };
}

function askedIn({ url = '/', headers }: Request): Asked {
  return { path: url, accept: headers.accept, acceptLanguage: headers['accept-language'] };
}

function answer({ status }: Problem, headers: Record<string, string>, body: string): Answer {
  return { status, headers: { ...headers }, cookies: [], body: Buffer.from(body) };
}

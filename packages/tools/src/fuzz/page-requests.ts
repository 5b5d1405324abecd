/** Requests to every page and form action of the site: right, nearly right, and hardly requests. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { broken, brokenPath, nasty, oddHeaders } from './mutations.ts';
import type { FuzzRequest } from './requests.ts';
import { known } from './values.ts';
import { peopleInWorld } from './world.ts';

const routes = join(import.meta.dirname, '../../../../web/src/routes');

/** The addresses of all pages as SvelteKit has them, such as `/challenges/[id]/edit`, without the language. */
export const pages: readonly string[] = globSync('**/+page.svelte', { cwd: routes })
  .map((file) =>
    dirname(file)
      .replace(/^\[\[lang=lang\]\]/, '')
      .replace(/^\.$/, ''),
  )
  .sort();

/** The names of form actions, wherever the pages have them, and some that they have not: those every object answers to, too. */
export const actionNames: readonly string[] = [
  ...new Set(
    globSync('**/*.server.ts', { cwd: join(routes, '..') }).flatMap((file) => {
      const code = readFileSync(join(routes, '..', file), 'utf8');
      const objects = [...code.matchAll(/\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\} satisfies Actions/g)];
      return objects.flatMap(([, fields = '']) => [...fields.matchAll(/(\w+)\s*(?=[:,]|$)/g)].map(([, name]) => name!));
    }),
  ),
  ...['support', 'withdrawSupport', 'follow', 'unfollow', '', 'nonsense', '%00', '%', 'comment&x=1'],
  ...['default', '__proto__', 'constructor', 'toString', 'hasOwnProperty'],
];

const one = (kind: string, most = 2) => fc.nat({ max: most }).map((index) => known(kind, index));
const word = fc.constantFrom(
  'new',
  'top',
  'P5',
  '00331',
  'open',
  'launched',
  'ngập lụt',
  'for',
  'publish',
  '2026-12-31',
);
const sentence = fc.constant('Ngập sâu ở ngã tư sau mỗi trận mưa lớn, cần một cách trữ nước tạm thời cho cả khu phố');
const wrong = nasty.map((value) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 2_000));
const value = fc.oneof(
  { weight: 3, arbitrary: word },
  { weight: 2, arbitrary: sentence },
  { weight: 2, arbitrary: fc.oneof(one('challenge'), one('solution'), one('comment'), one('cursor', 4)) },
  { weight: 3, arbitrary: wrong },
);

const queryNames = fc.constantFrom(
  ...['sort', 'programme', 'ward', 'status', 'kind', 'tag', 'q', 'cursor', 'from', 'thread', 'events', 'solutions'],
  ...['reply', 'edit', 'next', 'ended', '__proto__', '\u0000'],
);
const fieldNames = fc.constantFrom(
  ...[
    'comment',
    'stance',
    'parentId',
    'organisation',
    'id',
    'version',
    'key',
    'reason',
    'closesAt',
    'title',
    'summary',
  ],
  ...['body', 'programme', 'kind', 'ward', 'point', 'tags', 'imageId', 'imageAlt', 'imageRemove', 'place', 'name'],
  ...['language', 'next', 'signInEmail', 'signInCode', 'signInWish', 'isLong', 'draft', '__proto__', '', 'file'],
);

const path = fc
  .tuple(fc.constantFrom(...pages), fc.constantFrom('', '/en', '/fr', '/EN'), one('challenge'), one('solution'), wrong)
  .chain(([template, language, challenge, solution, odd]) =>
    fc.nat({ max: 9 }).map((chance) => {
      const id = chance === 0 ? encoded(odd) : template.startsWith('/solutions') ? solution : challenge;
      const list = chance < 5 ? 'challenges' : chance === 5 ? encoded(odd) : 'comments';
      return `${language}${template.replace('[id]', id).replace('[list=mine]', list)}` || '/';
    }),
  );

const query = fc.array(fc.tuple(queryNames, value), { maxLength: 4 }).map((pairs) => textOf(pairs));
const fields = fc.array(fc.tuple(fieldNames, value), { maxLength: 8 });

/** A form in one of the ways in which forms are sent, or in none. */
const form = fc.tuple(fields, fc.nat({ max: 11 })).map(([pairs, way]) => {
  if (way < 7) return { type: 'application/x-www-form-urlencoded', body: Buffer.from(textOf(pairs)) };
  if (way < 10) return { type: 'multipart/form-data; boundary=x', body: multipart(pairs) };
  if (way === 10) return { type: 'text/plain', body: Buffer.from(pairs.map((pair) => pair.join('=')).join('\r\n')) };
  return { type: 'application/json', body: Buffer.from(JSON.stringify(Object.fromEntries(pairs))) };
});

function multipart(pairs: readonly [string, string][]): Buffer {
  const parts = pairs.map(([name, text]) => {
    const isFile = name === 'file' ? '; filename="a.png"\r\ncontent-type: image/png' : '';
    return `--x\r\ncontent-disposition: form-data; name="${name}"${isFile}\r\n\r\n${text}\r\n`;
  });
  return Buffer.from(`${parts.join('')}--x--\r\n`);
}

/** Mostly from the site itself, as browsers say it, and of somebody signed in. */
const headers = fc
  .tuple(fc.nat({ max: 9 }), one('token', peopleInWorld - 1), fc.option(oddHeaders, { freq: 4 }))
  .map(([chance, token, odd]) => ({
    ...(chance > 0 && { origin: known('origin', 0) }),
    ...(chance > 2 && { cookie: `session=${token}` }),
    ...odd,
  })) as fc.Arbitrary<Record<string, string>>;

const reading: fc.Arbitrary<FuzzRequest> = fc
  .tuple(fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'OPTIONS', 'PUT'), path, query, headers)
  .map(([method, address, text, given]) => ({ method, path: text ? `${address}?${text}` : address, headers: given }));

const sending: fc.Arbitrary<FuzzRequest> = fc
  .tuple(path, fc.constantFrom(...actionNames), query, headers, form)
  .map(([address, action, text, given, { type, body }]) => ({
    method: 'POST',
    path: `${address}?/${action}${text && `&${text}`}`,
    headers: { ...given, 'content-type': type },
    body,
  }));

/** Any request to any page. */
export function pageRequests(): fc.Arbitrary<FuzzRequest> {
  const brokenForm = sending.chain((request) =>
    broken(fc.constant(request.body ?? Buffer.alloc(0))).map((body) => ({ ...request, body })),
  );
  const brokenAddress = fc
    .oneof(reading, sending)
    .chain((request) => brokenPath(fc.constant(request.path)).map((bent) => ({ ...request, path: bent })));
  return fc.oneof(
    { weight: 3, arbitrary: reading },
    { weight: 4, arbitrary: sending },
    { weight: 2, arbitrary: brokenForm },
    { weight: 2, arbitrary: brokenAddress },
  );
}

function textOf(pairs: readonly (readonly [string, string])[]): string {
  return pairs.map(([name, text]) => `${encoded(name)}=${encoded(text)}`).join('&');
}

/** Encoded but for the names of the site's own things, which are put in later; half characters can't be. */
function encoded(text: string): string {
  return text.startsWith('⟦') ? text : encodeURIComponent(text.toWellFormed());
}

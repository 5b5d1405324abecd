/** One's own things over HTTP: of every kind what one made, and what one said, supports and follows. */
import type { Contract, Endpoint } from '../api/endpoint.ts';
import { commentSchema } from '../comment/schema.ts';
import { type PageSchema, pageOf, pageQuery } from '../shared/page.ts';
import { z } from '../shared/zod.ts';
import { type kinds, type SubjectKind, specOf, subjectKinds } from '../subject/kinds.ts';
import { type CardSchemas, cardSchemas } from './cards.ts';

const mine = { method: 'GET', access: 'signed-in', query: z.strictObject(pageQuery), status: 200 } as const;
const subjectPage = pageOf(z.union(Object.values(cardSchemas)));

type Path<Kind extends SubjectKind> = (typeof kinds)[Kind]['path'];
type MyKinds = {
  [Kind in SubjectKind as `listMy${Capitalize<Path<Kind>>}`]: typeof mine & {
    path: `/me/${string}`;
    summary: string;
    output: PageSchema<CardSchemas[Kind]>;
  };
};

/** The name of the endpoint for one's own things of a kind: `listMyChallenges`. */
export function myListName<Kind extends SubjectKind>(kind: Kind): `listMy${Capitalize<Path<Kind>>}` {
  const { path } = specOf(kind);
  return `listMy${path[0]!.toUpperCase()}${path.slice(1)}` as `listMy${Capitalize<Path<Kind>>}`;
}

const myKinds = Object.fromEntries(
  subjectKinds.map((kind): [string, Endpoint] => {
    const { path } = specOf(kind);
    const summary = `${path[0]!.toUpperCase()}${path.slice(1)} of one’s own, drafts too`;
    return [myListName(kind), { ...mine, path: `/me/${path}`, summary, output: pageOf(cardSchemas[kind]) }];
  }),
) as MyKinds;

export const mineContract = {
  ...myKinds,
  listMyComments: { ...mine, path: '/me/comments', summary: 'Comments of one’s own', output: pageOf(commentSchema) },
  listMySupport: {
    ...mine,
    path: '/me/support',
    summary: 'Challenges and solutions one supports',
    output: subjectPage,
  },
  listMyFollows: {
    ...mine,
    path: '/me/follows',
    summary: 'Challenges and solutions one follows',
    output: subjectPage,
  },
} as const satisfies Contract;

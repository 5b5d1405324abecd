/** One's own things over HTTP: the subjects one made, by kind, one's comments, and the subjects one supports and follows. */
import type { Contract, Endpoint } from '../api/endpoint.ts';
import { commentSchema } from '../comment/schema.ts';
import { type PageSchema, pageOf, pageQuery } from '../shared/page.ts';
import { z } from '../shared/zod.ts';
import { kindPaths, type PathOf, type SubjectKind, specOf, subjectKinds } from '../subject/kinds.ts';
import { type CardSchemas, cardSchemas } from './cards.ts';

const mine = { method: 'GET', access: 'signed-in', query: z.strictObject(pageQuery), status: 200 } as const;
const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1);
const everyKind = capital(new Intl.ListFormat('en').format(kindPaths));
const subjectPage = pageOf(z.union(Object.values(cardSchemas)));

type MyKinds = {
  [Kind in SubjectKind as `listMy${Capitalize<PathOf<Kind>>}`]: typeof mine & {
    path: `/me/${string}`;
    summary: string;
    output: PageSchema<CardSchemas[Kind]>;
  };
};

/** The name of the endpoint for one's own things of a kind: `listMyChallenges`. */
export function myListName<Kind extends SubjectKind>(kind: Kind): `listMy${Capitalize<PathOf<Kind>>}` {
  return `listMy${capital(specOf(kind).path)}` as `listMy${Capitalize<PathOf<Kind>>}`;
}

const myKinds = Object.fromEntries(
  subjectKinds.map((kind): [string, Endpoint] => {
    const { path } = specOf(kind);
    const summary = `${capital(path)} of one’s own, drafts too`;
    return [myListName(kind), { ...mine, path: `/me/${path}`, summary, output: pageOf(cardSchemas[kind]) }];
  }),
) as MyKinds;

/** A comment of one's own, with the title of what it is about; null where one does not see that any more. */
const myCommentSchema = commentSchema.extend({ subjectTitle: z.string().nullable() }).meta({ id: 'MyComment' });
export type MyComment = z.output<typeof myCommentSchema>;

export const mineContract = {
  ...myKinds,
  listMyComments: { ...mine, path: '/me/comments', summary: 'Comments of one’s own', output: pageOf(myCommentSchema) },
  listMySupport: {
    ...mine,
    path: '/me/support',
    summary: `${everyKind} one supports`,
    output: subjectPage.extend({
      setAside: z
        .array(z.string())
        .meta({ description: 'Those of the page where moderators set one’s vote aside: it is kept and not counted' }),
    }),
  },
  listMyFollows: {
    ...mine,
    path: '/me/follows',
    summary: `${everyKind} one follows`,
    output: subjectPage,
  },
} as const satisfies Contract;

/** The lists of one's own things, in the order of their tabs: what one made of each kind comes first. */
import { kinds, type SubjectKind, subjectKinds } from '@hanoi/core/subject/kinds';

type MadeList = (typeof kinds)[SubjectKind]['path'];

const made: MadeList[] = subjectKinds.map((kind) => kinds[kind].path);
export const myLists = [...made, 'comments', 'support', 'follows'] as const;
export type MyList = (typeof myLists)[number];

/** The lists of one's own things, in the order of their tabs: what one made of each kind comes first. */
import { kindPaths } from '@hanoi/core/subject/kinds';

export const myLists = [...kindPaths, 'comments', 'support', 'follows'] as const;
export type MyList = (typeof myLists)[number];

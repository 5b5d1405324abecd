/** The lists of one's own things, in the order of their tabs. */
export const myLists = ['challenges', 'solutions', 'comments', 'support', 'follows'] as const;
export type MyList = (typeof myLists)[number];

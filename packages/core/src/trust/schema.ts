/** How far an author is trusted. */
export const levels = ['new', 'known', 'trusted'] as const;
export type Level = (typeof levels)[number];

/** What was just done, as the page tells it once. */
export const deeds = [
  'supported',
  'unsupported',
  'followed',
  'unfollowed',
  'commented',
  'opened',
  'submitted',
] as const;
export type Deed = (typeof deeds)[number];

/** `count` is the support after it: the counter in the list of cards is told a moment later. */
export type Told = { deed: Deed; count: number | null };

/** The notice that a page shows once after an action: "Thank you", "Posted" and the like. */
export const noticedActions = [
  'supported',
  'unsupported',
  'followed',
  'unfollowed',
  'drafted',
  'opened',
  'submitted',
] as const;
export type NoticedAction = (typeof noticedActions)[number];

/** `count` is the support after the action: the counter on cards is updated a moment later. */
export type ActionNotice = { action: NoticedAction; count: number | null };

/** What can go wrong with a comment. */
export const commentErrors = {
  comment_not_found: 404,
  comment_edit_window_over: 409,
  comment_parent_invalid: 400,
  comments_closed: 409,
} as const;

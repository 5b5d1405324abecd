/** What can go wrong with a vote of support. */
export const supportErrors = {
  voting_closed: 409,
} as const;

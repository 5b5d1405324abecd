/** What can go wrong with a challenge. */
export const challengeErrors = {
  challenge_not_found: 404,
  challenge_not_open: 409,
  challenge_closed: 409,
  challenge_not_closable: 409,
  programme_restricted: 403,
  closing_date_invalid: 400,
} as const;

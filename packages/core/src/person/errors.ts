/** What can go wrong with a person's account. */
export const personErrors = {
  person_not_found: 404,
  email_taken: 409,
  last_administrator: 409,
} as const;

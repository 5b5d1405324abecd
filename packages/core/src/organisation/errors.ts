/** What can go wrong with an organisation. */
export const organisationErrors = {
  organisation_not_found: 404,
  organisation_slug_taken: 409,
  not_organisation_member: 403,
} as const;

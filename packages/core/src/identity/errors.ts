/** What can go wrong while somebody proves who they are. */
export const identityErrors = {
  code_invalid: 401,
  code_expired: 401,
  code_tries_spent: 429,
  oidc_unavailable: 503,
  oidc_failed: 401,
} as const;

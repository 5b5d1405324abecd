/** Error codes of flags, with their HTTP status. */
export const flagErrors = {
  feature_off: 503,
} as const;

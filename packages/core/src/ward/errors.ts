/** What can go wrong with a place. */
export const wardErrors = {
  ward_unknown: 400,
  point_outside_hanoi: 400,
} as const;

/** What can go wrong with a solution. */
export const solutionErrors = {
  solution_not_found: 404,
  solution_not_draft: 409,
  solution_not_editable: 409,
  solution_not_withdrawable: 409,
} as const;

/** What a stored vote means. Pure. */

/** Whether somebody supports, by their vote as it is stored: one that was taken back while it was set aside is still there. */
export function isCast(vote: unknown): boolean {
  return vote !== undefined && !(vote as { withdrawn?: boolean }).withdrawn;
}

/** Links to a further page that no longer work. */
import type { ProblemError } from '@hanoi/core/api/client';

/** Whether a list was refused because its cursor is not one of it. */
export function isAboutCursor({ problem }: ProblemError): boolean {
  return problem.code === 'invalid_cursor' || problem.errors.some(({ path }) => path === '/cursor');
}

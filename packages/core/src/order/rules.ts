/** When an authority's demand is due. Pure. */
import { hour } from '../shared/time.ts';
import { termsInForce } from './schema.ts';

/**
 * When a demand is due: hours count from the moment it came, holidays and nights too (Civil Code 2015, Articles 147 and 148).
 * Undefined for a term that was not in force then.
 */
export function dueBy(term: string, receivedAt: Date): Date | undefined {
  const found = termsInForce(receivedAt).find(({ id }) => id === term);
  return found && new Date(receivedAt.getTime() + found.hours * hour);
}

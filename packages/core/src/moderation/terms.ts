/** Within which time moderators do what people wait for. Ours, of 28 November 2026: no law sets them for a site of a city. */
import { day } from '../shared/time.ts';

/** An appeal is decided within seven days: somebody may be kept from writing as long as it waits. */
export const appealTerm = 7 * day;

/** Which requests a flag refuses, and when a banner shows. Pure. */
import type { Endpoint } from '../api/endpoint.ts';
import { hasCome } from '../shared/time.ts';
import type { Banner, FlagName, Flags } from './schema.ts';

/** What every page says now: nothing before a banner begins, and nothing once it is over. */
export function bannerNow(banner: Banner | null, now: Date): Banner | null {
  if (!banner || (banner.from && !hasCome(banner.from, now))) return null;
  return banner.until && hasCome(banner.until, now) ? null : banner;
}

/** Whether a flag can refuse this endpoint at all: for most reads the flags need not be read. */
export function canBeOff({ method, switch: name, staysOn, writesNothing }: Endpoint): boolean {
  const writes = method !== 'GET' && !writesNothing;
  return !staysOn && (writes || name !== undefined);
}

/** The flag that refuses the endpoint; undefined when it may go on. */
export function refusingFlag(flags: Flags, endpoint: Endpoint): FlagName | undefined {
  if (!canBeOff(endpoint)) return undefined;
  if (flags.readOnly) return 'readOnly';
  return endpoint.switch && !flags[endpoint.switch] ? endpoint.switch : undefined;
}

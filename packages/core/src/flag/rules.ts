/** Which requests a flag refuses, and when a banner shows. Pure. */
import type { Endpoint } from '../api/endpoint.ts';
import { type VerifiableAct, verifiableActs } from '../api/switch.ts';
import type { Actor } from '../shared/context.ts';
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

/** What an endpoint does that an electronic identity can be asked for; undefined for all else, and for taking back. */
export function verifiableActOf({ method, switch: name, writesNothing }: Endpoint): VerifiableAct | undefined {
  if (method === 'GET' || method === 'DELETE' || writesNothing) return undefined;
  return verifiableActs.find((act) => act === name);
}

/** The act that the flags ask an electronic identity for, where the actor has none; undefined when they may go on. */
export function unverifiedAct(flags: Flags, endpoint: Endpoint, actor: Actor): VerifiableAct | undefined {
  const act = verifiableActOf(endpoint);
  const isKnown = actor.kind !== 'person' || actor.assurance === 'eid';
  return act && !isKnown && flags.eid.includes(act) ? act : undefined;
}

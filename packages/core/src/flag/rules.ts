/** Which requests a flag refuses. */
import type { Endpoint } from '../api/endpoint.ts';
import type { FlagName, Flags } from './schema.ts';

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

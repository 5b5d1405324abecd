/** How many requests a second a route takes, all callers together; one caller is limited by the firewall and the use cases. */
import type { endpoints } from './plan.ts';

type Throttle = { throttlingRateLimit: number; throttlingBurstLimit: number };
type PlannedEndpoint = (typeof endpoints)[number];

const perSecond = (rate: number): Throttle => ({ throttlingRateLimit: rate, throttlingBurstLimit: rate * 2 });

const limits = {
  reading: perSecond(4_000),
  /** A vote that everybody casts in one hour: 1,000 a second, with room. */
  writing: perSecond(1_500),
  signingIn: perSecond(100),
  uploading: perSecond(50),
};

/** The limit of an endpoint. */
export function throttleOf({ method, lambda }: PlannedEndpoint): Throttle {
  if (lambda === 'auth') return limits.signingIn;
  if (lambda === 'upload') return limits.uploading;
  return method === 'GET' ? limits.reading : limits.writing;
}

/** For addresses no contract has: somebody is guessing. */
export const throttleOfUnknown = perSecond(100);

/** Limits of AWS in a fresh account, from data/quotas.json with their sources, and those this project sets itself. */
import { codesFromNetwork } from '@hanoi/core/identity/limits';
import file from './data/quotas.json' with { type: 'json' };

export type QuotaName = keyof typeof file;

export const quotas: Record<QuotaName, { value: number; source: string | null }> = file;

export const ownLimits = {
  /** Requests a second of a route: infra/throttle.ts, which a test of infra compares. */
  routes: { reading: 4_000, writing: 1_500, signingIn: 100 },
  /** Codes requested from one network address in an hour. */
  codesPerAddress: codesFromNetwork.atOnce,
} as const;

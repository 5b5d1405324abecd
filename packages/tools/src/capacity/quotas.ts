import { codesAnHour } from '@hanoi/core/identity/service';

/** Limits of AWS in a fresh account, and those this project sets itself. AWS changes its own: see Service Quotas. */
export const quotas = {
  /** Of the account; a brand-new one may begin with ten. */
  lambdaConcurrency: 1_000,
  apiRequestsPerSecond: 10_000,
  /** Processes that should read one shard of a DynamoDB stream at a time. */
  streamReaders: 2,
  /** A table paid by use takes so much at once when it is new, and twice its last peak later. */
  newTable: { rcu: 12_000, wcu: 4_000 },
  cdnRequestsPerSecond: 250_000,
  functionSeconds: 900,
  /** Usual for an account out of the sandbox; within it: 200 a day, one a second, to verified addresses only. */
  mailsPerDay: 50_000,
  mailsPerSecond: 14,
  /** infra/throttle.ts */
  routes: { reading: 4_000, writing: 1_500, signingIn: 100 },
  /** Codes asked for from one network address in an hour. */
  codesPerAddress: codesAnHour,
} as const;

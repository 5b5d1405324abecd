/**
 * What the site saw of a request, told to `npm run doctor` alone: so that it can say what a proxy in between changes.
 * Whoever knows the key can read the data folder, and learns nothing here that stands not there.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { ifGone } from '@hanoi/engine/gone';

export const doctorPath = '/dev/doctor';
export const doctorHeader = 'x-doctor-key';

/** What the site saw. */
export type Seen = {
  host: string;
  /** Whom the limits count this request for. */
  address: string;
  /** Who connected. */
  connected: string;
  /** Whether that one's word about others is believed. */
  isTrustedProxy: boolean;
};

/** A new key for a site that starts. */
export const makeDoctorKey = (): string => randomBytes(32).toString('base64url');

/** Leaves the key in `dataDir`, readable by its owner alone. */
export function keepDoctorKey(dataDir: string, key: string): void {
  const file = join(dataDir, 'doctor.key');
  writeFileSync(`${file}.new`, key, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** The key of the site that last started on `dataDir`, if there was one. */
export function readDoctorKey(dataDir: string): string | undefined {
  try {
    return readFileSync(join(dataDir, 'doctor.key'), 'utf8');
  } catch (error) {
    return ifGone(error);
  }
}

/** Whether the request brings the key. */
export function isDoctor(request: IncomingMessage, key: string): boolean {
  const given = Buffer.from(String(request.headers[doctorHeader] ?? ''));
  const wanted = Buffer.from(key);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** Answers with what was seen. */
export function sendSeen(response: ServerResponse, seen: Seen): void {
  response
    .writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(seen));
}

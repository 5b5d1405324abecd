/** Optimistic concurrency: what is edited carries a version, and an edit of another version is refused with the current one. */
import { AppError } from './app-error.ts';

/** @throws version_conflict with the current version when `version` is not it */
export function assertVersion(item: { version: number }, version: number): void {
  if (item.version !== version) throw versionConflict(item.version);
}

export function versionConflict(currentVersion: unknown): AppError {
  return new AppError('version_conflict', { data: { currentVersion } });
}

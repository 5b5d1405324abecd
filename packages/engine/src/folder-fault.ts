/** Why the data folder or a file in it can't be used, as far as somebody can do something about it, and what to do. */

type Cause = 'held' | 'full' | 'damaged' | 'forbidden';

// https://www.sqlite.org/rescode.html; the low byte of an extended code is the plain one.
const sqliteCauses: Record<number, Cause> = {
  5: 'held', // SQLITE_BUSY
  6: 'held', // SQLITE_LOCKED
  3: 'forbidden', // SQLITE_PERM
  8: 'forbidden', // SQLITE_READONLY
  11: 'damaged', // SQLITE_CORRUPT
  13: 'full', // SQLITE_FULL
  14: 'forbidden', // SQLITE_CANTOPEN
  26: 'damaged', // SQLITE_NOTADB
};

const systemCauses: Record<string, Cause> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
  EROFS: 'forbidden',
  ENOTDIR: 'forbidden',
};

/** What an error of SQLite or of the file system comes from; undefined for all others, which are faults of the program. */
export function causeOf(error: unknown): Cause | undefined {
  const { errcode, code } = error as { errcode?: number; code?: string };
  return errcode === undefined ? systemCauses[code ?? ''] : sqliteCauses[errcode & 0xff];
}

/** A folder or file that can't be used, in words for who runs the site. */
export class FolderFault extends Error {
  override name = 'FolderFault';
}

/** The error in words, where the disk or the permissions of `place` (a folder or file) are at fault; else the error itself. */
export function explained(place: string, error: unknown): unknown {
  const reason = (error as Error).message;
  switch (causeOf(error)) {
    case 'full':
      return new FolderFault(
        `The disk that holds ${place} is full (${reason}). Nothing was lost: make space, then start again.`,
        { cause: error },
      );
    case 'forbidden':
      return new FolderFault(
        `${place} can't be opened or written (${reason}). Give it to the user who runs the site (chown), or set DATA_DIR to another folder.`,
        { cause: error },
      );
    default:
      return error;
  }
}

/** Where snapshots are kept, as this package sees it: a bucket on AWS. */
export type SnapshotStore = {
  /** The names that begin with `prefix`, in the order of the alphabet. */
  list(prefix: string): Promise<string[]>;
  readText(name: string): Promise<string>;
  /** The bytes from `start` to `end`, both included. */
  readRange(name: string, start: number, end: number): Promise<Uint8Array>;
  /** Stores a file whose size and hash (SHA-256, hexadecimal) are known; refuses it when other bytes arrive. */
  putFile(name: string, file: string, facts: { bytes: number; sha256: string }): Promise<void>;
  putText(name: string, text: string): Promise<void>;
};

/** The file store in tests: files in a map, by their keys, those that are withheld too. */
import { type FileStore, withheldKey } from '../ports.ts';

/** A store in `files`. */
export function memoryFiles(files: Map<string, Uint8Array>): FileStore {
  const copy = (from: string, to: string) => {
    const bytes = files.get(from);
    if (bytes) files.set(to, bytes);
    return bytes !== undefined;
  };
  return {
    put: async (key, bytes) => void files.set(key, bytes),
    get: async (key) => files.get(key) ?? files.get(withheldKey(key)),
    async withhold(keys) {
      for (const key of keys) if (copy(key, withheldKey(key))) files.delete(key);
    },
    async serve(keys) {
      for (const key of keys) copy(withheldKey(key), key);
    },
  };
}

/** Work that many callers ask for at the same time, done once for all of them. */

type Run<Result> = { now: Promise<Result>; next?: Promise<Result> };

/**
 * Shares runs of `work` by the key that `keyOf` gives. A caller that comes while a run is under way waits for the next run,
 * together with all who came since this one began. So every result comes from a run that began after its caller asked, and
 * at most one run per key is under way.
 */
export function sharingTheNext<Args extends unknown[], Result>(
  work: (...args: Args) => Promise<Result>,
  keyOf: (...args: Args) => string,
): (...args: Args) => Promise<Result> {
  const runs = new Map<string, Run<Result>>();
  const begin = (key: string, args: Args): Promise<Result> => {
    const run: Run<Result> = { now: work(...args) };
    runs.set(key, run);
    const forget = () => {
      if (!run.next) runs.delete(key);
    };
    run.now.then(forget, forget);
    return run.now;
  };
  return (...args) => {
    const key = keyOf(...args);
    const run = runs.get(key);
    if (!run) return begin(key, args);
    const again = () => begin(key, args);
    run.next ??= run.now.then(again, again);
    return run.next;
  };
}

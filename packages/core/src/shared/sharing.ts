/** Work that many ask for at once, done once for all of them. */

type Run<Result> = { now: Promise<Result>; next?: Promise<Result> };

/**
 * Makes `work` shared by `keyOf`: whoever asks while it runs waits for the next run, together with all who asked since
 * this one began. So everybody gets a result that was begun after they asked, and at most one run is under way a key.
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

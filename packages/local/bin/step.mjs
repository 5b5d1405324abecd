/** Says on stderr what takes long at a start, and how long it took: one line a step. */

/**
 * Runs `work` between the two halves of the line "text… 12 s". What it throws is thrown; the line ends there.
 * @template T
 * @param {string} text what is being done, as in "Building the pages"
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(text, work) {
  const begun = performance.now();
  process.stderr.write(`${text}… `);
  try {
    const result = await work();
    process.stderr.write(`${((performance.now() - begun) / 1000).toFixed(1)} s\n`);
    return result;
  } catch (error) {
    process.stderr.write('failed.\n');
    throw error;
  }
}

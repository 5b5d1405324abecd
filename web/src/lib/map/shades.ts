/** Turns counts into the few shades that can be distinguished on a map. Zero has the shade 0. */

export const shadeCount = 4;

/** The least count of each shade from the palest on: 1, then steps that grow, so that one busy ward does not pale the rest. */
export function shadeSteps(counts: readonly number[]): number[] {
  const most = Math.max(1, ...counts);
  if (most <= shadeCount) return Array.from({ length: most }, (_, index) => index + 1);
  const steps = Array.from({ length: shadeCount }, (_, index) => Math.round(most ** (index / shadeCount)));
  // Small numbers may round to the same step.
  return steps.map((step, index) => Math.max(step, index + 1));
}

/** The shade of `count`, 0 to `shadeCount`; the last step has the darkest, however few there are. */
export function shadeOf(count: number, steps: readonly number[]): number {
  const passed = steps.filter((step) => count >= step).length;
  return Math.ceil((passed * shadeCount) / steps.length);
}

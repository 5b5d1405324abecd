/** What the doctor says about one thing. */

export type Finding = {
  /** `good`, `doubtful` (the site works, but not for long or not for all) or `bad`. */
  state: 'good' | 'doubtful' | 'bad';
  /** What is so, in a sentence. */
  text: string;
  /** What to do about it. */
  remedy?: string;
};

export const good = (text: string): Finding => ({ state: 'good', text });
export const doubtful = (text: string, remedy: string): Finding => ({ state: 'doubtful', text, remedy });
export const bad = (text: string, remedy: string): Finding => ({ state: 'bad', text, remedy });

const signs = { good: '✓', doubtful: '!', bad: '✗' };

/** The findings as lines for a terminal. */
export function linesOf(findings: readonly Finding[]): string[] {
  return findings.flatMap(({ state, text, remedy }) => [
    `${signs[state]} ${text}`,
    ...(remedy ? [`  → ${remedy}`] : []),
  ]);
}

/** Playwright reporter: notes how long the tests of each file took, in each of the browser's projects, and what failed. */
import { relative } from 'node:path';
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { noteFailure } from './failures.ts';
import { type FileTime, noteTimes } from './file-times.ts';

export default class implements Reporter {
  readonly times = new Map<string, FileTime>();

  onTestEnd(test: TestCase, { duration, errors }: TestResult): void {
    const runner = test.parent.project()?.name ?? 'playwright';
    const file = relative(process.cwd(), test.location.file);
    const { seconds } = this.times.get(runner + file) ?? { seconds: 0 };
    this.times.set(runner + file, { runner, file, seconds: seconds + duration / 1_000 });
    const message = errors.map((error) => error.message ?? error.value ?? '').join('\n');
    if (errors.length > 0) noteFailure({ file, test: `${test.title} (${runner})`, message });
  }

  onEnd(): void {
    noteTimes([...this.times.values()]);
  }

  /** Leaves the terminal to the reporter beside it. */
  printsToStdio(): boolean {
    return false;
  }
}

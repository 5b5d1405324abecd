/** Vitest reporter: notes how long each test file took, its imports included, and what failed. */
import { relative } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';
import { noteFailure } from './failures.ts';
import { noteTimes } from './file-times.ts';

export default class implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly { message: string }[]): void {
    for (const module of modules) noteFailures(module);
    for (const { message } of unhandled) noteFailure({ file: 'outside of any test', test: 'unhandled error', message });
    noteTimes(
      modules.map((module) => {
        const { prepareDuration, environmentSetupDuration, setupDuration, collectDuration, duration } =
          module.diagnostic();
        const ms = prepareDuration + environmentSetupDuration + setupDuration + collectDuration + duration;
        return { runner: module.project.name, file: relative(process.cwd(), module.moduleId), seconds: ms / 1_000 };
      }),
    );
  }
}

/** A file fails by its tests, or before them: while it is imported or in a hook of the whole file. */
function noteFailures(module: TestModule): void {
  const file = relative(process.cwd(), module.moduleId);
  for (const { message } of module.errors()) noteFailure({ file, test: 'the file itself', message });
  for (const suite of module.children.allSuites()) {
    for (const { message } of suite.errors()) noteFailure({ file, test: suite.fullName, message });
  }
  for (const test of module.children.allTests('failed')) {
    const message =
      test
        .result()
        .errors?.map((error) => error.message)
        .join('\n') ?? '';
    noteFailure({ file, test: test.fullName, message });
  }
}

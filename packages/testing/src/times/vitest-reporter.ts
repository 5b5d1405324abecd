/** Vitest reporter: notes how long each test file took, its imports included. */
import { relative } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';
import { noteTimes } from './file-times.ts';

export default class implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
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

/** The order of test files: those that take longest begin first, so that no core is left alone with one of them at the end. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files of ten seconds and more, slowest first, as the table after a run names them: a fresh clone has not seen a run. */
const slow = [
  'local/src/trouble.test.ts',
  'http/access.test.ts',
  'src/faults.test.ts',
  'people-page/page.test.ts',
  'seed/seed.test.ts',
  'new-feature/new-feature.test.ts',
  'old-data/old-data.test.ts',
  'import/run.test.ts',
  'fuzz/fuzz.test.ts',
  'infra/program.test.ts',
  'queue/kill.test.ts',
  'local/src/kill.test.ts',
  'http/status.test.ts',
  'cdk/stack.test.ts',
  'queue/rename.test.ts',
  'threads/open.test.ts',
];

/** Those first that are known to be slow; the others as vitest sorts them. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = slow.findIndex((name) => moduleId.endsWith(name));
      return found < 0 ? slow.length : found;
    };
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => place(one) - place(other));
  }
}

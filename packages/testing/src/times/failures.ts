/** What failed in a run of the tests, collected from both test runners in one file, to be named once more at the very end. */
import { appendFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { readIfThere } from '@hanoi/engine/gone';

export type Failure = { file: string; test: string; message: string };

const fileOf = (times: string) => `${times}.failed`;

/** Adds a failure beside the times that `TEST_TIMES` names; does nothing where nobody collects them. */
export function noteFailure(failure: Failure): void {
  const times = process.env.TEST_TIMES;
  if (times) appendFileSync(fileOf(times), `${JSON.stringify(failure)}\n`);
}

/** The failures noted beside `times`, as lines to print: where, and the first lines of what was said. */
export function failures(times: string): string[] {
  const noted = (readIfThere(fileOf(times)) ?? '').split('\n').filter(Boolean);
  return noted.flatMap((line) => {
    const { file, test, message } = JSON.parse(line) as Failure;
    const said = stripVTControlCharacters(message).split('\n').slice(0, 4);
    return [`  ${file} › ${test}`, ...said.map((each) => `      ${each}`)];
  });
}

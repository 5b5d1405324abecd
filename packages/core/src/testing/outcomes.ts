/** What became of actions that ran at the same time. */
import { AppError } from '../shared/app-error.ts';

/** For each action `done`, or the code it was refused with. Any other error fails the test. */
export function outcomesOf(actions: Promise<unknown>[]): Promise<string[]> {
  const refusal = (error: unknown) => {
    if (error instanceof AppError) return error.code;
    throw error;
  };
  return Promise.all(actions.map((action) => action.then(() => 'done', refusal)));
}

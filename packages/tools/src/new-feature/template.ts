/** Templates of what is laid out: TypeScript with `<%= name %>` where a name goes in, rendered by Eta. */
import { join } from 'node:path';
import { Eta } from 'eta';

const eta = new Eta({
  views: join(import.meta.dirname, 'template'),
  autoEscape: false,
  // Line breaks stay as they are, but for those that a `-%>` takes with it.
  autoTrim: false,
  // A name that is not in `data` throws.
  useWith: true,
});

/** The text of a template, such as `feature/schema.ts`, with `data` filled in. Throws for a name that data has not. */
export function render(template: string, data: object): string {
  return eta.render(`${template}.eta`, data);
}

/**
 * The table of routes as a bundle carries it: as data, as it is when the bundle is made. Computing it from the contracts would
 * load every schema.
 */
import { routes } from './routes.ts';

/** The file that is replaced, by its path. */
export const routesFile = /\/packages\/core\/src\/routes\.ts$/;

/** What it is replaced with. Rows come without the names of their fields, which would be half of it. */
export function routesSource(): string {
  const fields = Object.keys(routes[0]!).join();
  const rows = JSON.stringify(routes.map((route) => Object.values(route)));
  return `export const routes = ${rows}.map(([${fields}]) => ({ ${fields} }));`;
}

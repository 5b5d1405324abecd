/** A package with machine code beside a bundle, as built for this machine: copied from the project with all it needs. */
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const modules = resolve(import.meta.dirname, '../../node_modules');

/** Copies the package and what it depends on, as far as it is installed here. */
export function copyNative(folder: string, name: string): void {
  const from = join(modules, name);
  const to = join(folder, 'node_modules', name);
  if (!existsSync(from) || existsSync(to)) return;
  cpSync(from, to, { recursive: true, dereference: true });
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'));
  for (const needed of Object.keys({ ...dependencies, ...optionalDependencies })) copyNative(folder, needed);
}

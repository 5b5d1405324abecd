/** How much of a Lambda's bundle a cold start loads. */
import type { Metafile } from 'esbuild';

/** Bytes of these files of a bundle, and of all that they import before anything is asked. */
function bytesLoaded({ outputs }: Metafile, ...names: string[]): number {
  const loaded = new Set<string>();
  const load = (name: string) => {
    if (loaded.has(name)) return;
    loaded.add(name);
    for (const { path, kind } of outputs[name]!.imports) if (kind === 'import-statement' && outputs[path]) load(path);
  };
  names.forEach(load);
  return [...loaded].reduce((sum, name) => sum + outputs[name]!.bytes, 0);
}

/** Bytes that the API's bundle loads at a cold start, and with its heaviest route. */
export function bytesOfApi(metafile: Metafile): { start: number; heaviest: number; routes: number } {
  const files = Object.entries(metafile.outputs).map(([file, { entryPoint = '' }]) => ({ file, entryPoint }));
  const handler = files.find(({ entryPoint }) => entryPoint === 'functions/src/api/handler.ts')!.file;
  const routes = files.filter(({ entryPoint }) => entryPoint.startsWith('functions/src/api/'));
  return {
    start: bytesLoaded(metafile, handler),
    heaviest: Math.max(...routes.map(({ file }) => bytesLoaded(metafile, handler, file))),
    routes: routes.length,
  };
}

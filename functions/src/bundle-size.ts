/** How much of a Lambda's bundle a cold start loads. */
import { basename } from 'node:path';
import type { Metafile } from 'esbuild';

/** These files of a bundle, and all that they import before anything is asked. */
function loadedWith({ outputs }: Metafile, ...names: string[]): Metafile['outputs'][string][] {
  const loaded = new Set<string>();
  const load = (name: string) => {
    if (loaded.has(name)) return;
    loaded.add(name);
    for (const { path, kind } of outputs[name]!.imports) if (kind === 'import-statement' && outputs[path]) load(path);
  };
  names.forEach(load);
  return [...loaded].map((name) => outputs[name]!);
}

/**
 * Bytes that the API's bundle loads at a cold start, and with its heaviest feature, its contract and its handlers; the sources
 * that a cold start loads.
 */
export function bytesOfApi(metafile: Metafile): {
  start: number;
  heaviest: number;
  features: number;
  sources: string[];
} {
  const files = Object.entries(metafile.outputs).map(([file, { entryPoint = '' }]) => ({ file, entryPoint }));
  const bytesOf = (...names: string[]) => loadedWith(metafile, ...names).reduce((sum, { bytes }) => sum + bytes, 0);
  const handler = files.find(({ entryPoint }) => entryPoint === 'functions/src/api/handler.ts')!.file;
  const features = files.filter(({ entryPoint }) => entryPoint.startsWith('functions/src/api/'));
  const contractOf = ({ entryPoint }: { entryPoint: string }) => {
    const contract = `packages/core/src/${basename(entryPoint, '.ts')}/contract.ts`;
    return files.filter((one) => one.entryPoint === contract).map(({ file }) => file);
  };
  return {
    start: bytesOf(handler),
    heaviest: Math.max(...features.map((feature) => bytesOf(handler, feature.file, ...contractOf(feature)))),
    features: features.length,
    sources: loadedWith(metafile, handler).flatMap(({ inputs }) => Object.keys(inputs)),
  };
}

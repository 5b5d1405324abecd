/** `npm start`: installs and builds what is missing or out of date, then runs the whole site in this process. */
import { ensureInstalled, onNode24 } from './bootstrap.mjs';

await ensureInstalled();
await onNode24(async () => {
  const { build } = await import('../src/build/build.ts');
  await build().catch((error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
  await import('../dist/main.js');
});

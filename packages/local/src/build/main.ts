/** `npm run build`: makes what `npm start` runs, for a service that may not write to its own program. */
import { build } from './build.ts';

await build();

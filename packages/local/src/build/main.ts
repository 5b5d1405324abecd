/** `npm run build`: makes what `npm start` runs, for a service that may not write to its own program. */
import { build } from './build.ts';

// The service runs as another user, who must be able to read it.
process.umask(0o022);
await build();

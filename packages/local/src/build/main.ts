/** `npm run build`: builds what `npm start` runs, for a service without write access to its own program. */
import { build } from './build.ts';

// The service runs as another user, who needs read access.
process.umask(0o022);
await build();

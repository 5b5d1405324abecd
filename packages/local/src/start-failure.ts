/** What to tell who starts the site, when it doesn't. */
import { explained } from '@hanoi/engine/folder-fault';

/** A sentence or two about why the site did not start, and what to do. */
export function startFailure(error: unknown, settings: { port: string; host: string; dataDir: string }): string {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (syscall !== 'listen') return (explained(settings.dataDir, error) as Error).message;
  const { port, host } = settings;
  switch (code) {
    case 'EADDRINUSE':
      return `The port ${port} is in use. Choose another: PORT=3001 npm start`;
    case 'EACCES':
      return `This user may not listen on the port ${port}. Choose one above 1023, behind a proxy: PORT=3000 npm start`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST=${host} is no address of this machine. 127.0.0.1 is for this machine alone, 0.0.0.0 for all that reach it.`;
    default:
      return (error as Error).message;
  }
}

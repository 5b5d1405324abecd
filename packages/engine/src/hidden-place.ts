/**
 * Chooses where the embedded engine listens. It asks nobody who they are and tells browsers that any site may read its
 * answers, so a page that finds it owns the data: it listens where a page can't look for it, at a random address of
 * 127.0.0.0/8 and a random port, about 2^40 places.
 */
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

export type Place = { host: string; port: number };

const usualHost = '127.0.0.1';
/** Below are the ports that only root may take. */
const firstPort = 1024;
/** So many may be taken by others before we give up; on an address nobody else knows, the first is free. */
const tries = 10;

/**
 * A random place that was free a moment ago. Where the system has only 127.0.0.1 (macOS), the port alone is random, and
 * `isHidden` is false: somebody should be told.
 */
export async function findHiddenPlace(): Promise<Place & { isHidden: boolean }> {
  // The first and last addresses of the network stand for something else, and 127.0.0.x is where people look.
  const host = `127.${randomInt(1, 255)}.${randomInt(256)}.${randomInt(1, 255)}`;
  if (await canListen({ host, port: 0 })) return { ...(await findPort(host)), isHidden: true };
  return { ...(await findPort(usualHost)), isHidden: false };
}

async function findPort(host: string): Promise<Place> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const place = { host, port: randomInt(firstPort, 65_536) };
    if (await canListen(place)) return place;
  }
  throw new Error(`No free port was found on ${host}.`);
}

function canListen({ host, port }: Place): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      // Not an address of this machine, or taken.
      if (error.code === 'EADDRNOTAVAIL' || error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    });
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

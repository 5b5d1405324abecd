/** Whether the data folder can be used: whose it is, who may read it, how much room there is, and whether its databases are sound. */
import { constants } from 'node:fs';
import { access, readdir, stat, statfs } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ifGone } from '@hanoi/engine/gone';
import { bad, doubtful, type Finding, good } from './finding.ts';

const gigabyte = 1024 ** 3;
/** A year of a small city's data, and what the next backup needs. */
const enoughGigabytes = 5;
const leastGigabytes = 0.5;

/** Numbers that Linux gives file systems of other machines (`man 2 statfs`): SQLite's locks do not hold there. */
const networkFileSystems = new Map([
  [0x6969, 'NFS'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
]);

/** What there is to say about `dataDir`. */
export async function checkFolder(dataDir: string): Promise<Finding[]> {
  const found = await stat(dataDir).catch(ifGone);
  if (!found) return [...(await checkPlaceFor(dataDir)), ...(await checkRoom(await nearest(dataDir)))];
  if (!found.isDirectory()) return [bad(`${dataDir} is no folder.`, 'Set DATA_DIR to one, or move that file away.')];
  return [
    ...(await checkAccess(dataDir, found.uid, found.mode)),
    ...(await checkRoom(dataDir)),
    ...(await checkDatabases(dataDir)),
    ...(await checkTime(dataDir)),
  ];
}

async function checkPlaceFor(dataDir: string): Promise<Finding[]> {
  const place = await nearest(dataDir);
  const mayMake = await mayWrite(place);
  if (mayMake) return [good(`The data folder ${dataDir} will be made at the first start.`)];
  return [
    bad(
      `The data folder ${dataDir} cannot be made: ${place} is not ours to write.`,
      `sudo install -d -o ${userInfo().username} -m 700 ${dataDir}`,
    ),
  ];
}

async function checkAccess(dataDir: string, owner: number, mode: number): Promise<Finding[]> {
  const { uid, username } = userInfo();
  if (!(await mayWrite(dataDir))) {
    return [bad(`${username} may not write to ${dataDir}.`, `sudo chown -R ${username} ${dataDir}`)];
  }
  const findings = [good(`${username} may write to ${dataDir}.`)];
  if (uid === 0 && owner !== 0) {
    findings.push(
      doubtful(
        'This runs as root, the site as somebody else.',
        'Run it as the site does: sudo -u USER npm run doctor.',
      ),
    );
  }
  if (mode & 0o077) {
    findings.push(
      bad(
        `Other users of this machine can look into ${dataDir}: it holds addresses and sessions.`,
        `chmod 700 ${dataDir}`,
      ),
    );
  }
  return findings;
}

async function checkRoom(folder: string): Promise<Finding[]> {
  const { bavail, bsize, type } = await statfs(folder);
  const free = (bavail * bsize) / gigabyte;
  const text = `${free.toFixed(1)} GB are free at ${folder}.`;
  const findings = [
    free < leastGigabytes
      ? bad(text, 'Make room: the site stops writing when the disk is full.')
      : free < enoughGigabytes
        ? doubtful(text, 'Keep 5 GB free: room for the data to grow, and for the next backup.')
        : good(text),
  ];
  const network = networkFileSystems.get(type);
  if (network)
    findings.push(
      bad(
        `${folder} lies on another machine (${network}).`,
        'Use a local disk: locks of databases do not hold over a network.',
      ),
    );
  return findings;
}

async function checkDatabases(dataDir: string): Promise<Finding[]> {
  const names = (await readdir(dataDir)).filter((name) => name.endsWith('.sqlite'));
  return names.map((name) => {
    const file = join(dataDir, name);
    try {
      const database = new DatabaseSync(file, { readOnly: true });
      const result = database.prepare('PRAGMA quick_check(1)').get()?.quick_check;
      database.close();
      if (result === 'ok') return good(`${name} is sound.`);
      return damaged(file, String(result));
    } catch (error) {
      return damaged(file, (error as Error).message);
    }
  });
}

const damaged = (file: string, how: string) =>
  bad(`${file} is damaged: ${how}.`, 'Stop the site and restore the last backup: docs/one-machine.md, "Go back".');

/** A file from the future means that the clock was set back, or is wrong. */
async function checkTime(dataDir: string): Promise<Finding[]> {
  let newest = 0;
  for (const name of await readdir(dataDir)) {
    const found = await stat(join(dataDir, name)).catch(ifGone);
    newest = Math.max(newest, found?.mtimeMs ?? 0);
  }
  const ahead = newest - Date.now();
  if (ahead < 60_000) return [];
  return [
    bad(
      `The clock is ${Math.round(ahead / 60_000)} minutes behind what was last written.`,
      'Set it, and keep it set: sudo timedatectl set-ntp true.',
    ),
  ];
}

function mayWrite(path: string): Promise<boolean> {
  return access(path, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** The folder itself or the nearest one above it that is there. */
async function nearest(folder: string): Promise<string> {
  return (await stat(folder).catch(ifGone)) ? folder : nearest(dirname(folder));
}

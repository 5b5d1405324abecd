/** The local provider's secrets, generated once and stored in the data folder. */
import { generateKeyPairSync, type JsonWebKey, randomBytes } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FolderFault } from '@hanoi/engine/folder-fault';
import { readIfThere } from '@hanoi/engine/gone';

export type ProviderSecrets = {
  clientSecret: string;
  cookieKey: string;
  /** The key that derives a subject from a personal identification number, so that the number itself is not passed on. */
  subjectKey: string;
  signingKey: JsonWebKey;
};

/**
 * Reads the secrets from `dataDir`, or generates them.
 * @throws FolderFault when the file is damaged: with new secrets, people who signed in with the demo provider would become new persons
 */
export function readSecrets(dataDir: string): ProviderSecrets {
  const file = join(dataDir, 'identity-provider.json');
  const text = readIfThere(file);
  if (text === undefined) return makeSecrets(file);
  try {
    return JSON.parse(text) as ProviderSecrets;
  } catch (cause) {
    throw new FolderFault(
      `The file ${file} is damaged. Take it from a backup, or move it away: who signed in with a demo identity is then a new person.`,
      { cause },
    );
  }
}

function makeSecrets(file: string): ProviderSecrets {
  const secret = () => randomBytes(32).toString('base64url');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const made: ProviderSecrets = {
    clientSecret: secret(),
    cookieKey: secret(),
    subjectKey: secret(),
    signingKey: { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'local' },
  };
  writeFileSync(`${file}.new`, JSON.stringify(made), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return made;
}

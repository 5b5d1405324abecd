/** The local provider's secrets, made once and kept in the data folder. */
import { generateKeyPairSync, type JsonWebKey, randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type ProviderSecrets = {
  clientSecret: string;
  cookieKey: string;
  /** From it the subject of a citizen number is derived, so the number itself is given to nobody. */
  subjectKey: string;
  signingKey: JsonWebKey;
};

/** Reads the secrets from `dataDir`, or makes them. */
export function readSecrets(dataDir: string): ProviderSecrets {
  const file = join(dataDir, 'identity-provider.json');
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProviderSecrets;
  } catch {
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
}

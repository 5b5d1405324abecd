/**
 * What the functions need from the world beside the table: outgoing mail and the file store. On AWS they are SES
 * and S3, loaded on first use; the one-machine runtime puts its own in before the first request.
 */

/** One outgoing message. `text` and `html` say the same. */
export type Mail = { to: string; subject: string; text: string; html: string };

export type Mailer = {
  /** Hands the message over for delivery. Throws when it was not accepted. */
  send(mail: Mail): Promise<void>;
};

export type FileStore = {
  /** Stores bytes under `key` (`media/…`), readable by everyone at `/` + key. */
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
};

export type Ports = { mailer: Mailer; files: FileStore };

let chosen: Ports | undefined;

/** Sets the ports; called once, by the one-machine runtime, before any handler runs. */
export function usePorts(ports: Ports): void {
  chosen = ports;
}

/** The ports in force: those set, else SES and S3. */
export async function getPorts(): Promise<Ports> {
  if (chosen) return chosen;
  const { awsPorts } = await import('./ports-aws.ts');
  chosen = awsPorts();
  return chosen;
}

/** What the functions need from the world beside the table: outgoing mail, the file store, and the queues of slow work. */

/** One outgoing message. `text` and `html` say the same. */
export type Mail = { to: string; subject: string; text: string; html: string };

export type Mailer = {
  /** Hands the message over for delivery. Throws when it was not accepted. */
  send(mail: Mail): Promise<void>;
};

/** Every method may run twice, and beside another: where it failed it is called again. */
export type FileStore = {
  /** Stores bytes under `key` (`media/…`), readable by everyone at `/` + key. */
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** What was stored under `key`, also while it is withheld; undefined when nothing was. */
  get(key: string): Promise<Uint8Array | undefined>;
  /** Lets nobody read these any more, caches between us and readers included. What is stored is kept. */
  withhold(keys: readonly string[]): Promise<void>;
  /** Lets everybody read again those of these that were withheld. */
  serve(keys: readonly string[]): Promise<void>;
};

/** How long pictures may be kept: an hour by a browser, where nobody can call them back; a day by a shared cache that is told. */
export const pictureCache = 'public, max-age=3600, s-maxage=86400';

/** Where the file of `key` is kept while it is withheld: readable at no address. It stays there when it is served again. */
export function withheldKey(key: string): string {
  return key.replace(/^media[/]/, 'withheld/');
}

export type Ports = { mailer: Mailer; files: FileStore };

export type OutgoingMessage = {
  body: string;
  /** How long it stays hidden at first, 0 to 900. */
  delaySeconds: number;
};

/** In force apart from the other ports (queue/port-in-force.ts): only functions that send messages carry SQS. */
export type QueuePort = {
  /** Hands messages over; they are kept when it resolves. Throws when one was not accepted; others may have been. */
  send(queue: string, messages: readonly OutgoingMessage[]): Promise<void>;
};

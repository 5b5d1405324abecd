/** What the functions need from the world beside the table: outgoing mail, the file store, and the queues of slow work. */

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

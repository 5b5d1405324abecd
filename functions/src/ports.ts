/** What the functions need from the world beside the table: outgoing mail and the file store. */

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

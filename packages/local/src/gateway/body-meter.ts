/**
 * Counts the bytes of bodies that this process holds, and keeps them below a limit: who sends slowest goes first, so that
 * many unfinished requests cost what a few do.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';

export type BodyMeter = {
  /** Bytes that were received and not answered yet. */
  held(): number;
  /**
   * Counts the body of a request from now on, until it is answered. One that turns out longer than `limit` is no longer
   * counted: `whenLonger` sees to it that nobody keeps it, by itself by closing the connection.
   */
  follow(request: IncomingMessage, response: ServerResponse, limit: number, whenLonger?: () => void): void;
};

/** A meter that closes connections whose body began first and is not whole yet, while more than `most` bytes are held. */
export function createBodyMeter(most: number): BodyMeter {
  let held = 0;
  // In the order in which they began.
  const unfinished = new Map<IncomingMessage, () => void>();

  const follow: BodyMeter['follow'] = (request, response, limit, whenLonger = () => request.socket.destroy()) => {
    let size = 0;
    let isTooLong = false;
    const release = () => {
      unfinished.delete(request);
      held -= size;
      size = 0;
    };
    const drop = () => {
      release();
      request.socket.destroy();
    };
    unfinished.set(request, drop);
    // Here each piece comes by, whoever reads the body and however.
    const push = request.push;
    request.push = (piece, encoding) => {
      if (piece === null) unfinished.delete(request);
      else if (!isTooLong) {
        size += piece.length;
        held += piece.length;
        isTooLong = size > limit;
        if (isTooLong) {
          release();
          whenLonger();
        } else makeRoom();
      }
      return push.call(request, piece, encoding);
    };
    response.once('close', release);
  };

  const makeRoom = () => {
    for (const drop of unfinished.values()) {
      if (held <= most) return;
      drop();
    }
  };

  return { held: () => held, follow };
}

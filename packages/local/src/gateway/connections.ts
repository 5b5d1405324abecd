/**
 * Which connections stay open. Each costs a place, and somebody could take all places by opening connections and saying
 * nothing: so an idle one goes before a newcomer is refused, then one that is slow to send, and no network has more than a part.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

export type ConnectionLimits = {
  /** Connections at a time. */
  most: number;
  /** Of those, from one network; connections of trusted proxies don't count, as many people share them. */
  mostOfNetwork: number;
};

/** Between requests, sending one, or waiting for our answer. */
type State = { does: 'nothing' | 'sends' | 'waits'; network: string | undefined };

/** Holds the connections of `server` to the limits. `networkOf` names the network of a connection, undefined for a proxy's. */
export function limitConnections(
  server: Server,
  { most, mostOfNetwork }: ConnectionLimits,
  networkOf: (socket: Socket) => string | undefined,
): void {
  // Both in the order of the last change, so that those that do nothing for longest come first.
  const all = new Map<Socket, State>();
  const byNetwork = new Map<string, Set<Socket>>();
  // Closing takes a moment, and newcomers arrive meanwhile.
  server.maxConnections = most * 2;

  const forget = (socket: Socket) => {
    const network = all.get(socket)?.network;
    all.delete(socket);
    if (network === undefined) return;
    const others = byNetwork.get(network);
    others?.delete(socket);
    if (others?.size === 0) byNetwork.delete(network);
  };

  const note = (socket: Socket, does: State['does']) => {
    const state = all.get(socket);
    if (!state) return;
    forget(socket);
    state.does = does;
    all.set(socket, state);
    if (state.network === undefined) return;
    const others = byNetwork.get(state.network) ?? new Set();
    byNetwork.set(state.network, others.add(socket));
  };

  /** Closes the one that is missed least; false where all wait for an answer of ours. */
  const makeRoom = (among: Iterable<Socket>): boolean => {
    const sockets = [...among];
    const doing = (what: State['does']) => sockets.find((socket) => all.get(socket)?.does === what);
    const leaving = doing('nothing') ?? doing('sends');
    if (!leaving) return false;
    forget(leaving);
    leaving.destroy();
    return true;
  };

  server.on('connection', (socket) => {
    const network = networkOf(socket);
    const others = network === undefined ? undefined : byNetwork.get(network);
    const hasRoom =
      (!others || others.size < mostOfNetwork || makeRoom(others)) && (all.size < most || makeRoom(all.keys()));
    if (!hasRoom) return void socket.destroy();
    all.set(socket, { does: 'nothing', network });
    note(socket, 'nothing');
    socket.once('close', () => forget(socket));
  });

  const follow = (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    note(socket, request.complete ? 'waits' : 'sends');
    request.once('end', () => note(socket, 'waits'));
    response.once('close', () => note(socket, 'nothing'));
  };
  for (const event of ['request', 'checkContinue', 'checkExpectation']) server.prependListener(event, follow);
}

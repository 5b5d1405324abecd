/** X-Ray's daemon as far as the functions speak to it: keeps the segments that are sent to it. */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';

export type Segment = {
  name: string;
  trace_id?: string;
  parent_id?: string;
  id: string;
  fault?: boolean;
  cause?: { exceptions: { message: string; type: string }[] };
  annotations?: Record<string, string | number | boolean>;
  aws?: Record<string, unknown>;
};

export type FakeXray = {
  /** What the SDK reads to find us. */
  environment: Record<string, string>;
  /** In the order in which they ended. */
  segments: Segment[];
  stop(): void;
};

/** Starts it. */
export async function startFakeXray(): Promise<FakeXray> {
  const segments: Segment[] = [];
  const socket = createSocket('udp4');
  // A line that says which format follows, then the segment.
  socket.on('message', (message) => segments.push(JSON.parse(message.toString().split('\n')[1]!)));
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    environment: { AWS_XRAY_DAEMON_ADDRESS: `127.0.0.1:${socket.address().port}` },
    segments,
    stop: () => socket.close(),
  };
}

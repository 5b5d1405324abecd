/** Which ports the functions use: SES and S3, unless the process they run in has put its own in. */
import type { Ports } from './ports.ts';

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

/** Runs the engine's program as a child process that survives Ctrl-C, but ends with its parent, even on kill -9. */
import { type ChildProcess, spawn } from 'node:child_process';
import { identify, type ProcessIdentity } from './process-identity.ts';

export type EngineChild = {
  identity: ProcessIdentity | undefined;
  /** Resolves when the process is gone, with the last lines it wrote. */
  gone: Promise<string>;
  /** Asks the process to end, and kills it after two seconds. */
  end(): Promise<void>;
};

export type ChildOptions = { command: string; args: string[]; readyText: string; timeoutMs?: number; cwd?: string };

/** Starts the program and resolves once it has written `readyText`; otherwise throws with its last lines. */
export async function startChild(options: ChildOptions): Promise<EngineChild> {
  // A process group of its own, so that Ctrl-C in the terminal does not end it before the pump has stopped.
  const child = spawn(options.command, options.args, {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(options.cwd && { cwd: options.cwd }),
  });
  const guard = child.pid === undefined ? undefined : startGuard(child.pid);
  let said = '';
  const gone = new Promise<string>((resolve) => {
    const leave = (reason: string) => {
      guard?.kill('SIGKILL');
      resolve(`${said.trim()} ${reason}`.trim());
    };
    child.once('error', (error) => leave(error.message));
    child.once('exit', (code, signal) => leave(`(ended: ${signal ?? code})`));
  });
  const ready = new Promise<void>((resolve) => {
    const listen = (chunk: Buffer) => {
      said = (said + chunk).slice(-2000);
      if (said.includes(options.readyText)) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
  });
  const engine: EngineChild = {
    identity: child.pid === undefined ? undefined : identify(child.pid),
    gone,
    async end() {
      child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), 2000);
      await gone;
      clearTimeout(force);
    },
  };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, options.timeoutMs ?? 10_000, 'no answer in time');
  });
  const failure = await Promise.race([ready, gone, late]);
  clearTimeout(timer);
  if (typeof failure !== 'string') return engine;
  await engine.end();
  throw new Error(`The database engine did not start: ${failure}`);
}

/** Starts a shell that waits for the end of its input, which comes when this process ends for any reason, and then ends the engine. */
function startGuard(pid: number): ChildProcess {
  const script = 'while read -r _; do :; done; kill -9 "$1" 2>/dev/null';
  const guard = spawn('/bin/sh', ['-c', script, 'engine-guard', String(pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.on('error', () => undefined);
  guard.stdin.on('error', () => undefined);
  guard.unref();
  return guard;
}

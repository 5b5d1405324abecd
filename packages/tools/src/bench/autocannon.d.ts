/** The part of autocannon that the bench uses; the package has no types of its own. */
declare module 'autocannon' {
  export type RawRequest = { method: string; path: string; headers: Record<string, string>; body?: string };
  export type RequestSpec = {
    method?: string;
    path?: string;
    headers?: Record<string, string>;
    body?: string;
    setupRequest?: (request: RawRequest) => RawRequest;
    onResponse?: (status: number, body: string) => void;
  };
  export type Options = {
    url: string;
    connections: number;
    duration: number;
    timeout?: number;
    requests: RequestSpec[];
  };
  export type Result = {
    requests: { total: number };
    latency: { p50: number; p99: number };
    duration: number;
    errors: number;
    timeouts: number;
    non2xx: number;
    '5xx': number;
  };
  export default function autocannon(options: Options): Promise<Result>;
}

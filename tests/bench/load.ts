import autocannon, { type Request } from 'autocannon';
import type { MeasuredProcess } from './measured-process.js';

/** One stretch of load. `cpuUs` is the server's processor time per request. */
export interface Stretch { readonly rps: number; readonly p50Ms: number; readonly p99Ms: number; readonly cpuUs: number }

export const CONNECTIONS = 16;

/** Keeps 16 connections busy for some seconds. Errors: any answer that is no 2xx, for a fast refusal is no speed. */
export async function load(server: MeasuredProcess, seconds: number, requests: Request[], headers: Record<string, string>): Promise<Stretch> {
  const cpu = server.cpuMs();
  const result = await autocannon({ url: server.url, connections: CONNECTIONS, duration: seconds, headers, requests });
  if (result.errors + result.timeouts + result.non2xx > 0) {
    throw new Error(`${result.non2xx} answers were no 2xx, ${result.errors} errors, ${result.timeouts} timeouts: ${requests[0]?.method} ${requests[0]?.path}`);
  }
  return {
    rps: result.requests.total / result.duration, p50Ms: result.latency.p50, p99Ms: result.latency.p99,
    cpuUs: ((server.cpuMs() - cpu) * 1000) / result.requests.total,
  };
}

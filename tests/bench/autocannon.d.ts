/** The part of autocannon 9 that the benchmarks use; it brings no types. */
declare module 'autocannon' {
  interface Request { method?: string; path?: string; headers?: Record<string, string>; body?: string; setupRequest?: (request: Request) => Request }
  interface Options { url: string; connections: number; duration: number; headers?: Record<string, string>; requests: Request[] }
  interface Histogram { average: number; p50: number; p99: number; total: number }
  interface Result { requests: Histogram; latency: Histogram; duration: number; errors: number; timeouts: number; non2xx: number }
  export default function autocannon(options: Options): Promise<Result>;
}

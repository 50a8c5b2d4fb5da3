import { request } from 'node:http';

/** A request whose path nobody tidies up on the way, on a connection of its own; one that was closed on us counts as refused. */
export const rawRequest = (server: { readonly url: string }, method: string, path: string, headers: Record<string, string> = {}): Promise<{ status: number; text: string }> => new Promise((resolve, reject) => {
  const { hostname, port } = new URL(server.url);
  const sent = request({ hostname, port, method, path, headers: { connection: 'close', ...headers } }, (answer) => {
    let text = '';
    answer.setEncoding('utf8').on('data', (part: string) => { text += part; }).on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
  });
  sent.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNRESET' ? resolve({ status: 400, text: '' }) : reject(error))).end();
});

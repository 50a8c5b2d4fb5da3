/** Stands between a test and the MariaDB server, and can fall silent as a frozen server or a broken network does. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { mysqlUrl } from '../../../tests/support/engines.js';

export interface DatabaseProxy {
  /** The given address, through the proxy. */
  through(url: string): string;
  /** Nothing passes any more, in either direction, and nobody is told. */
  freeze(): void;
  thaw(): void;
  /** Runs `callback` when a packet to the server contains `text`, before it is passed on. */
  onSent(text: string, callback: () => void): void;
  /** Cuts every connection. */
  cut(): void;
  close(): Promise<void>;
}

export async function databaseProxy(): Promise<DatabaseProxy> {
  const target = new URL(mysqlUrl);
  const sockets = new Set<Socket>();
  const watched = new Map<string, () => void>();
  let frozen = false;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port || 3306), target.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        (socket === client ? upstream : client).destroy();
      });
      if (frozen) socket.pause();
    }
    client.on('data', (packet) => {
      for (const [text, callback] of watched) {
        if (!packet.includes(text)) continue;
        watched.delete(text);
        callback();
      }
      if (!upstream.destroyed) upstream.write(packet);
    });
    upstream.on('data', (packet) => client.write(packet));
    if (frozen) for (const socket of [client, upstream]) socket.pause();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    cut,
    through(url) {
      const address = new URL(url);
      address.host = `127.0.0.1:${port}`;
      return address.toString();
    },
    freeze() {
      frozen = true;
      for (const socket of sockets) socket.pause();
    },
    thaw() {
      frozen = false;
      for (const socket of sockets) socket.resume();
    },
    onSent(text, callback) {
      watched.set(text, callback);
    },
    async close() {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

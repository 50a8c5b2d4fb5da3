/** What stands behind a `mysql://` address: MariaDB or MySQL (TypeORM must be told which), its version, and whether it is a node of a Galera cluster. */
import type { RowDataPacket } from 'mysql2/promise';

export interface ServerInfo {
  readonly kind: 'mariadb' | 'mysql';
  readonly version: string;
  readonly galera: boolean;
}

export async function detectServer(url: string): Promise<ServerInfo> {
  // Loaded where a server is spoken to only: a process on SQLite starts without it.
  const { createConnection } = await import('mysql2/promise');
  const connection = await createConnection({ uri: url, connectTimeout: 5_000 });
  try {
    const [versions] = await connection.query<RowDataPacket[]>('SELECT VERSION() AS version');
    const version = String(versions[0]?.['version']);
    const [wsrep] = await connection.query<RowDataPacket[]>("SHOW GLOBAL VARIABLES LIKE 'wsrep_on'");
    return {
      kind: /mariadb/i.test(version) ? 'mariadb' : 'mysql',
      version,
      galera: String(wsrep[0]?.['Value']).toUpperCase() === 'ON',
    };
  } finally {
    await connection.end();
  }
}

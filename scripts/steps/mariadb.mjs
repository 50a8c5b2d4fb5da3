import { connect } from 'node:net';
import mysql from 'mysql2/promise';

/** Where the suites look for MariaDB unless `TEST_MYSQL_URL` says otherwise. */
export const defaultMysqlUrl = 'mysql://root@127.0.0.1:3306';

/**
 * Does a MariaDB or MySQL server answer at this address? It speaks first, so that a connection is asked nothing.
 *
 * @param {string} url `mysql://user:password@host:port`
 * @returns {Promise<boolean>} within 2 s
 */
export function mysqlAnswers(url) {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port || 3306) });
    const answer = (value) => {
      socket.destroy();
      resolve(value);
    };
    socket.setTimeout(2000, () => answer(false));
    socket.once('error', () => answer(false));
    // The fifth byte of its greeting is the protocol's version, 10 ever since MySQL 3.21.
    socket.once('data', (bytes) => answer(bytes[4] === 10));
  });
}

/**
 * Lets the server leave commits to the operating system's cache while suites run: what they write need not outlive a power cut, and a killed process loses nothing by it. A commit takes a third of the
 * time. Where the account may not, nothing changes.
 *
 * @param {string} url `mysql://user:password@host:port`
 * @returns {Promise<() => Promise<void>>} puts back what was set before
 */
export async function relaxCommits(url) {
  const set = async (/** @type {(before: number) => number} */ next) => {
    const connection = await mysql.createConnection({ uri: url });
    try {
      const [[row]] = await connection.query('SELECT @@GLOBAL.innodb_flush_log_at_trx_commit AS before_run');
      const before = Number(/** @type {{ before_run: number }} */ (row).before_run);
      await connection.query('SET GLOBAL innodb_flush_log_at_trx_commit = ?', [next(before)]);
      return before;
    } finally {
      await connection.end();
    }
  };
  try {
    const before = await set(() => 2);
    return async () => void (await set(() => before).catch(() => undefined));
  } catch {
    return async () => undefined;
  }
}

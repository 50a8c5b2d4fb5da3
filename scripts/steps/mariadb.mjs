import { connect } from 'node:net';

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

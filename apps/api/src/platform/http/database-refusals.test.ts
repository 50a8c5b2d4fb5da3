import { CommitUncertain, DatabaseBusy, DatabaseUnavailable, UnitOverran } from '../database/index.js';
import { refusalOfDatabase } from './database-refusals.js';

const failure = (members: object): Error => Object.assign(new Error('from the driver'), members);

it.each([
  ['a unit that took too long', new UnitOverran(5_000), 'server.busy'], ['what a unit found busy', new DatabaseBusy(null), 'server.busy'], ['a read for which no connection came free', failure({ code: 'KEPU_POOL_EXHAUSTED' }), 'server.busy'],
  ['a read that the server ended', failure({ errno: 1969 }), 'server.busy'], ['a read that lost a deadlock', failure({ errno: 1213 }), 'server.busy'], ['a commit without an answer', new CommitUncertain(null), 'server.unavailable'],
  ['a read that met a locked file', failure({ code: 'ERR_SQLITE_ERROR', errcode: 261 }), 'server.busy'], ['a read from a broken disk', failure({ code: 'ERR_SQLITE_ERROR', errcode: 266 }), 'server.unavailable'],
  ['a database that is away', new DatabaseUnavailable(null), 'server.unavailable'], ['a read that met a closed door', failure({ code: 'ECONNREFUSED' }), 'server.unavailable'],
])('%s is told as such, and to try again', (_, error, code) => {
  expect(refusalOfDatabase(error)?.code).toBe(code);
});

it.each([['a mistake of ours', new TypeError('x is not a function')], ['an unknown column', failure({ errno: 1054 })], ['no error at all', 'text']])('%s is no trouble of the database', (_, error) => {
  expect(refusalOfDatabase(error)).toBeNull();
});

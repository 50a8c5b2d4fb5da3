import { ConfigRefused } from '../platform/config/config.js';
import { CryptoError } from '../platform/crypto/index.js';
import { FileLocked } from '../platform/database/file-lock.js';
import { ClockZoneRefused } from '../platform/database/index.js';
import { Refusal } from '../platform/errors/refusal.js';
import { problemOf } from '../platform/http/problem.filter.js';
import { commands } from './commands.js';
import { UsageError } from './usage-error.js';

const usage = (): string => ['用法  Usage: npm run cli -- <command> [options]', '', ...Object.values(commands).map((command) => `  ${command.usage.padEnd(58)} ${command.summary}`)].join('\n');

const [name = '', ...args] = process.argv.slice(2);
const command = commands[[name, args[0]].join(' ')] ?? commands[name];
if (!command) {
  process.stderr.write(`${usage()}\n`);
  process.exit(name === '' || name === 'help' ? 0 : 2);
}
try {
  await command.run(command.words === 2 ? args.slice(1) : args);
  process.exit(0);
} catch (error) {
  const forPeople = error instanceof UsageError || error instanceof ConfigRefused || error instanceof CryptoError || error instanceof FileLocked || error instanceof ClockZoneRefused;
  if (error instanceof Refusal) process.stderr.write(`${problemOf(error, 'zh-CN', 'cli').problem.detail}\n`);
  else process.stderr.write(`${forPeople ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
}

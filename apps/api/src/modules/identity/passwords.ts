import { randomInt } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { Inject, Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { APP_CONFIG, type AppConfig } from '../../platform/config/config.js';
import { Refusal } from '../../platform/errors/refusal.js';
import { isCommon } from './common-passwords.js';

/** The package's `Algorithm.Argon2id`, a const enum, which is nothing at run time. */
const ARGON2ID = 2;
/** OWASP's parameters for argon2id: 19 MiB, two passes. */
const options = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Hashing takes a core and 19 MiB: one core is left to everybody else, and this many may wait. */
const AT_ONCE = Math.min(4, Math.max(1, availableParallelism() - 1));
const WAITING = 60;
/** Letters and digits that are not mistaken for one another when read aloud or copied by hand. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Passwords people choose first; the check ignores case and looks for them inside short passwords. */
const common = ['password', '12345678', '123456789', '1234567890', 'qwertyuiop', '11111111', '88888888', '66666666', '00000000', 'abc12345', 'admin123', 'kepu1234', 'wenzhou', 'a1234567', 'woaini1314'];

/** Hashes and checks passwords; says whether a new one is good enough. */
@Injectable()
export class Passwords {
  private running = 0;
  private readonly queue: (() => void)[] = [];
  /** The hash of nobody's password, so that an unknown person costs the same time as a known one. */
  private readonly decoy = hash(`decoy ${randomInt(2 ** 40)}`, options);

  constructor(@Inject(APP_CONFIG) private readonly config: AppConfig) {}

  hash(password: string): Promise<string> { return this.inTurn(() => hash(password.normalize('NFKC'), options)); }

  /** Whether the password belongs to the hash; with no hash it does the same work and says no. */
  async matches(password: string, passwordHash: string | null): Promise<boolean> {
    const against = passwordHash ?? (await this.decoy);
    const equal = await this.inTurn(() => verify(against, password.normalize('NFKC')));
    return equal && passwordHash !== null;
  }

  /** Errors: `auth.password_weak` with the rule that is broken, under the policy in force. */
  check(password: string, name: string): void {
    const text = password.normalize('NFKC');
    const plain = text.toLowerCase();
    const weak = (rule: string): never => { throw new Refusal('auth.password_weak', { params: { rule: `passwordRules.${rule}` } }); };
    if ([...text].length < 8) weak('length');
    if (isCommon(text) || common.some((word) => plain.includes(word) && plain.length < word.length + 5) || new Set(plain).size < 4) weak('common');
    if (name.length > 1 && plain.includes(name.toLowerCase())) weak('name');
    // GB/T 22239 asks for complexity; ASVS 5.0 6.2.5 forbids such rules. The city decides by PASSWORD_POLICY.
    const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(text)).length;
    if (this.config.passwordPolicy === 'dengbao' && kinds < 2) weak('kinds');
  }

  /** A first password: 60 bits, in groups that can be read out on the telephone. */
  makeFirst(): string {
    return Array.from({ length: 3 }, () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')).join('-');
  }

  private async inTurn<T>(task: () => Promise<T>): Promise<T> {
    if (this.running >= AT_ONCE) {
      if (this.queue.length >= WAITING) throw new Refusal('server.busy');
      await new Promise<void>((resolve) => this.queue.push(resolve));
    }
    this.running += 1;
    try {
      return await task();
    } finally {
      this.running -= 1;
      this.queue.shift()?.();
    }
  }
}

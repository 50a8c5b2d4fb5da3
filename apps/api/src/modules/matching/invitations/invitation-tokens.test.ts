import { DerivedCodes, type Keyring } from '../../../platform/crypto/index.js';
import { InvitationTokens } from './invitation-tokens.js';

const tokensOf = (key: string) => new InvitationTokens(new DerivedCodes({ indexKey: Buffer.alloc(32, key) } as unknown as Keyring));
const tokens = tokensOf('a');
const id = '01a22426-f241-74d5-b220-cebf70f9a5c6';
const startsAt = '2026-12-04T02:00:00.000Z';
const now = new Date('2026-12-01T00:00:00.000Z');

it('names an invitation until a week after the start', () => {
  const token = tokens.make(id, startsAt);
  expect(token).toMatch(/^[\w-]{22}\.[0-9a-z]{4,9}\.[\w-]{43}$/);
  expect(tokens.open(token, now)).toBe(id);
  expect(tokens.open(token, new Date('2026-12-11T01:59:00.000Z'))).toBe(id);
  expect(tokens.open(token, new Date('2026-12-11T02:00:00.000Z'))).toBeNull();
});

it('is ours alone: no part of it can be changed, and no other key makes it', () => {
  const token = tokens.make(id, startsAt);
  for (let at = 0; at < token.length; at++) {
    // The last character of a text in base64 has bits that mean nothing.
    if (token[at] === '.' || at === 21) continue;
    expect(tokens.open(`${token.slice(0, at)}${token[at] === 'a' ? 'b' : 'a'}${token.slice(at + 1)}`, now)).toBeNull();
  }
  expect(tokens.open(tokensOf('b').make(id, startsAt), now)).toBeNull();
  for (const none of ['', '..', `${token}x`, 'x'.repeat(80)]) expect(tokens.open(none, now)).toBeNull();
});

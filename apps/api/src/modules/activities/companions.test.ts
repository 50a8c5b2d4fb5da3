import { signupInput, type MySignup } from '@kepu/contracts';
import { eachDatabase } from '../../../test-support/databases.js';
import { positionState, type MadeActivity } from '../../../test-support/shifts.js';
import { furnishSignups, type SignupsRoom } from '../../../test-support/signups.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { readRows } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/refusal.js';
import { riskTextOf } from './risk-text.js';
import { PersonMerges } from '../identity/index.js';
import { SignupMerges } from './signup-merges.js';
import { SignupMergesRepository } from './signup-merges.repository.js';
import { SignupPersonRows } from './signup-person-data.repository.js';

const positionOf = (made: MadeActivity, shift = 0): string => made.shifts[shift]?.positionIds[0] ?? '';
const refused = async (answer: Promise<unknown>): Promise<Refusal> => answer.then(() => { throw new Error('It was not refused'); }, (error: unknown) => {
  if (error instanceof Refusal) return error;
  throw error;
});

it.each([[-1, false], [0, true], [3, true], [4, false], [1.5, false]])('a sign-up with %d children is read: %s', (companions, read) => {
  expect(signupInput.safeParse({ companions, riskHash: 'a'.repeat(64) }).success).toBe(read);
});

eachDatabase('children under 8 who come along', (makeDb) => {
  let room: SignupsRoom;
  beforeAll(async () => { room = await furnishSignups(makeDb); });
  beforeEach(() => { room.at(-2 * 24 * 60); });

  const hashOf = async ({ id }: MadeActivity): Promise<string> => {
    const risk = await room.risks.risk(id);
    if (!risk) throw new Error('There is no such activity');
    return riskTextOf(risk).hash;
  };
  const welcoming = (more: object = {}): Promise<MadeActivity> => room.activity({ minors: true, companions: true, shifts: [{ from: 0, to: 120, positions: [{ maximum: 5 }] }], ...more });
  const wish = { waitIfFull: true, onDuty: false, note: null };
  const sign = async (person: PersonActor, made: MadeActivity, companions: number, riskHash?: string | null): Promise<MySignup> =>
    room.requests.create(person, positionOf(made), { ...wish, companions, riskHash: riskHash === undefined ? await hashOf(made) : riskHash });
  const someone = async (bornOn?: string): Promise<PersonActor> => {
    const [person] = await room.people(1);
    if (!person) throw new Error('nobody');
    if (bornOn) await room.work.run(() => room.database.writer.query('UPDATE volunteers SET born_on = ? WHERE id = ?', [bornOn, person.accountId]));
    return person;
  };
  const rewrite = ({ id }: MadeActivity, text: string) => room.work.run(() => room.database.writer.query('UPDATE activities SET risk_statement = ? WHERE id = ?', [text, id]));
  const stored = async ({ id }: { id: string }) => (await readRows<{ companions: number; hash: string | null }>(room.database.reader, 'SELECT s.companions AS companions, s.companions_hash AS hash FROM signups s WHERE s.id = :id', { id }))[0];

  it('are a number beside the sign-up, and take no place', async () => {
    const [person, made] = [await someone(), await welcoming()];
    const signup = await sign(person, made, 3);
    expect(signup).toMatchObject({ state: 'confirmed', companions: 3, companionsToConfirm: false, mayBring: true });
    expect(await positionState(room, positionOf(made))).toMatchObject({ counter: 1, confirmed: 1 });
    expect(await stored(signup)).toEqual({ companions: 3, hash: await hashOf(made) });
    expect(await room.lists.one(room.liaison, signup.id)).toMatchObject({ companions: 3, companionsToConfirm: false });
    expect(await new SignupPersonRows(room.database).signups(person.accountId)).toMatchObject([{ companions: 3 }]);
  });

  it('come only where the activity takes them, with the risks as they stand, read', async () => {
    const [person, made, other] = [await someone(), await welcoming(), await room.activity({ minors: true })];
    expect((await refused(sign(person, other, 1))).code).toBe('signup.no_companions');
    expect((await refused(sign(person, made, 1, 'b'.repeat(64)))).code).toBe('consent.text_changed');
    const unread = await refused(sign(person, made, 1, null));
    expect([unread.code, unread.fields]).toEqual(['input.invalid', [{ path: 'body.riskHash', code: 'risk_unread' }]]);
    // Nothing was taken by those who were refused, and without children nothing is asked.
    expect(await positionState(room, positionOf(made))).toMatchObject({ counter: 0, confirmed: 0 });
    expect(await sign(person, other, 0, null)).toMatchObject({ companions: 0, mayBring: false });
  });

  // The shift is on 12 March 2026, in the morning of Shanghai.
  it.each([['2008-03-12', null], ['2008-03-13', 'signup.companions_by_adults']])('are brought by those who are 18 on the day: born on %s', async (bornOn, code) => {
    const [person, made] = [await someone(bornOn), await welcoming()];
    if (code === null) expect(await sign(person, made, 1)).toMatchObject({ companions: 1, mayBring: true });
    else expect((await refused(sign(person, made, 1))).code).toBe(code);
  });

  it('are to be confirmed again when the risks have another text, and once more or none is an answer', async () => {
    const [person, made] = [await someone(), await welcoming()];
    const signup = await sign(person, made, 2);
    const before = await hashOf(made);
    await rewrite(made, '改到户外，注意防暑。');
    const asked = await room.lists.mineOne(person, signup.id);
    expect(asked).toMatchObject({ companions: 2, companionsToConfirm: true, mayBring: true });
    expect(await room.lists.one(room.liaison, signup.id)).toMatchObject({ companions: 2, companionsToConfirm: true });
    expect((await refused(room.requests.setCompanions(person, signup.id, { version: asked.version, companions: 2, riskHash: before }))).code).toBe('consent.text_changed');
    const again = await room.requests.setCompanions(person, signup.id, { version: asked.version, companions: 2, riskHash: await hashOf(made) });
    expect(again).toMatchObject({ companions: 2, companionsToConfirm: false, version: asked.version + 1, state: 'confirmed' });
    const none = await room.requests.setCompanions(person, signup.id, { version: again.version, companions: 0, riskHash: null });
    expect(none).toMatchObject({ companions: 0, companionsToConfirm: false });
    expect(await stored(none)).toEqual({ companions: 0, hash: null });
    const audit = await readRows<{ before: string; after: string }>(room.database.reader, 'SELECT x.`before` AS `before`, x.`after` AS `after` FROM audit_entries x WHERE x.subject_id = :id AND x.action = :action ORDER BY x.id', { id: signup.id, action: 'signup.companions_set' });
    expect(audit.map((row) => [(JSON.parse(row.before) as { companions: number }).companions, (JSON.parse(row.after) as { companions: number }).companions])).toEqual([[2, 2], [2, 0]]);
  });

  it('can be changed by the person alone, against the version that was read, until the shift begins', async () => {
    const [person, stranger, made] = [await someone(), await someone(), await welcoming()];
    const signup = await sign(person, made, 1);
    const set = (who: PersonActor, version: number, companions = 2) => hashOf(made).then((riskHash) => room.requests.setCompanions(who, signup.id, { version, companions, riskHash }));
    expect((await refused(set(stranger, signup.version))).code).toBe('resource.not_found');
    // Two phones at once: one of them is told to look again.
    const both = await Promise.allSettled([set(person, signup.version, 2), set(person, signup.version, 3)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.flatMap((one) => (one.status === 'rejected' ? [(one.reason as Refusal).code] : []))).toEqual(['version.stale']);
    const present = await room.lists.mineOne(person, signup.id);
    room.at(1);
    expect((await refused(set(person, present.version))).code).toBe('lifecycle.not_allowed');
    expect(await room.lists.mineOne(person, signup.id)).toMatchObject({ mayBring: false, companions: present.companions });
    room.at(-2 * 24 * 60);
    const left = await room.requests.withdraw(person, signup.id, { version: present.version, reason: '孩子感冒' });
    expect((await refused(set(person, left.version))).code).toBe('lifecycle.not_allowed');
    // Who comes back says the number anew.
    expect(await sign(person, made, 0, null)).toMatchObject({ id: signup.id, state: 'confirmed', companions: 0 });
  });

  it('are to be confirmed by nobody who is a minor on the day to which a shift was moved: the number can only go', async () => {
    const [person, made] = [await someone('2008-03-12'), await welcoming()];
    const signup = await sign(person, made, 1);
    await room.work.run(() => room.database.writer.query('UPDATE shifts SET starts_at = ?, ends_at = ? WHERE activity_id = ?', ['2026-03-11 08:00:00.000', '2026-03-11 10:00:00.000', made.id]));
    const moved = await room.lists.mineOne(person, signup.id);
    expect(moved).toMatchObject({ companionsToConfirm: true, mayBring: true });
    expect((await refused(room.requests.setCompanions(person, signup.id, { version: moved.version, companions: 1, riskHash: await hashOf(made) }))).code).toBe('signup.companions_by_adults');
    expect(await room.requests.setCompanions(person, signup.id, { version: moved.version, companions: 0, riskHash: null })).toMatchObject({ companions: 0, mayBring: false });
  });

  it('keep an activity open to them while sign-ups for shifts to come bring any', async () => {
    const [one, two, made] = [await someone(), await someone(), await welcoming({ flow: 'request', shifts: [{ from: 0, to: 120, positions: [{ maximum: 5 }] }] })];
    const now = () => room.clock.now();
    const closing = () => room.work.run(() => room.companions.demandNone(made.id, now()));
    const asked = await sign(one, made, 2);
    await sign(two, made, 0, null);
    const kept = await refused(closing());
    expect([kept.code, kept.params]).toEqual(['activity.companions_signed_up', { count: 1 }]);
    room.at(1);
    await closing();
    room.at(-2 * 24 * 60);
    await room.requests.setCompanions(one, asked.id, { version: asked.version, companions: 0, riskHash: null });
    await closing();
  });

  it('of a family that signed up by two registrations come once, as many as it said at most', async () => {
    const [from, into, made] = [await someone(), await someone(), await welcoming()];
    const [, kept] = [await sign(from, made, 3), await sign(into, made, 1)];
    const merges = new SignupMerges(new PersonMerges(), new SignupMergesRepository(room.database), room.requests, room.turns, room.audit);
    await room.work.run(() => merges.merge({ actor: room.liaison, from: from.accountId, into: into.accountId, at: room.clock.now() }));
    expect(await room.lists.mine(into, { page: 1, perPage: 10 } as never)).toMatchObject({ total: 1, data: [{ id: kept.id, state: 'confirmed', companions: 3, companionsToConfirm: false }] });
    expect(await positionState(room, positionOf(made))).toMatchObject({ counter: 1, confirmed: 1 });
  });

  it('stay a number when the person goes, and follow a registration that is merged', async () => {
    const [person, heir, made] = [await someone(), await someone(), await welcoming()];
    const signup = await sign(person, made, 2);
    const merges = new SignupMergesRepository(room.database);
    await room.work.run(() => merges.move(person.accountId, heir.accountId));
    expect(await room.lists.mineOne(heir, signup.id)).toMatchObject({ companions: 2, companionsToConfirm: false });
    await room.work.run(() => new SignupPersonRows(room.database).forgetWords(heir.accountId));
    expect(await stored(signup)).toEqual({ companions: 2, hash: null });
    expect(await room.lists.one(room.liaison, signup.id)).toMatchObject({ companions: 2, companionsToConfirm: false });
  });
});

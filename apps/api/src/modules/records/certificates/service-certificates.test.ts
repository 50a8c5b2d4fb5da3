import { eachDatabase } from '../../../../test-support/databases.js';
import { addSignups } from '../../../../test-support/shifts.js';
import { furnishSignups } from '../../../../test-support/signups.js';
import { office, personWith } from '../../../../test-support/units.js';
import { PersonTurns } from '../../identity/index.js';
import { RateLimits } from '../../../platform/auth/rate-limits.js';
import { RateLimitRepository } from '../../../platform/auth/rate-limit.repository.js';
import { readConfig } from '../../../platform/config/config.js';
import { insertRows, newId } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/errors/refusal.js';
import { ServiceRecordEntity } from '../service-record.entity.js';
import { certificatePdf } from './certificate-document.js';
import { ServiceCertificatesRepository } from './service-certificates.repository.js';
import { ServiceCertificatesService } from './service-certificates.service.js';

const refused = (call: Promise<unknown>): Promise<string> => call.then(() => 'accepted', (error: unknown) => { if (error instanceof Refusal) return error.code; throw error; });

eachDatabase('proofs of service', (makeDb) => {
  const furnish = async () => {
    const room = await furnishSignups(makeDb);
    const config = readConfig({ NODE_ENV: 'test', DATA_DIR: '/nowhere' });
    const rows = new ServiceCertificatesRepository(room.database);
    const certificates = new ServiceCertificatesService(rows, new PersonTurns(room.database), new RateLimits(new RateLimitRepository(room.database), room.work, room.clock), room.audit, room.work, room.clock, config);
    /** A line of the ledger, of an activity of its own; or what takes one back. */
    const line = async (accountId: string, day: string, minutes: number, { ledger = 'volunteer', reverses = null }: { ledger?: 'volunteer' | 'work'; reverses?: string | null } = {}) => {
      const made = await room.activity({ title: `科普进社区 ${day}` });
      const [signup] = await addSignups(room, made, 0, [{ id: accountId }]);
      const id = newId();
      await room.work.run(() => insertRows(room.database.writer, ServiceRecordEntity, [{ id, onceKey: id, volunteerId: accountId, activityId: made.id, shiftId: made.shifts[0]?.id ?? '', signupId: signup?.id ?? '', unitId: room.unitId, day, minutes, ledger, rule: 'own_time', reversesId: reverses, reason: null, confirmedBy: room.liaison.accountId, createdAt: room.clock.now() }]));
      return id;
    };
    return { ...room, certificates, line, year: { unitId: room.unitId, from: '2026-01-01', to: '2026-12-31' } };
  };

  it('say what one unit recorded in a time, and their check says whether the ledger still does', async () => {
    const room = await furnish();
    const [person, other] = await room.people(2);
    if (!person || !other) throw new Error('Nobody is there');
    await room.line(person.accountId, '2026-03-01', 120);
    const wrong = await room.line(person.accountId, '2026-03-08', 60);
    await room.line(person.accountId, '2025-12-31', 500);
    await room.line(person.accountId, '2026-03-09', 90, { ledger: 'work' });
    expect((await room.certificates.mine(person)).sources).toEqual([{ unit: { id: room.unitId, name: '鹿城区科协' }, first: '2025-12-31', last: '2026-03-08', services: 3, minutes: 680 }]);
    const made = await room.certificates.issueMine(person, room.year);
    expect(made).toMatchObject({ number: '科志证〔2026〕1号', services: 2, minutes: 180, from: '2026-01-01', to: room.clock.today(), unit: { name: '鹿城区科协' } });
    const code = new URL(made.checkUrl).searchParams.get('code') ?? '';
    const check = () => room.certificates.check('10.0.0.9', made.number, code.toLowerCase());
    expect(await check()).toMatchObject({ number: made.number, unit: '鹿城区科协', services: 2, minutes: 180, state: 'valid', present: { services: 2, minutes: 180 } });
    expect((await check()).name).not.toBe(person.name);
    for (const [number, given] of [[made.number, 'AAAAAAAAAA'], ['科志证〔2026〕9号', code]] as const) expect(await refused(room.certificates.check(null, number, given))).toBe('certificate.unknown');
    // The same again is no second one; after a correction it is.
    expect((await room.certificates.issueMine(person, room.year)).number).toBe(made.number);
    await room.line(person.accountId, '2026-03-08', -60, { reverses: wrong });
    expect(await check()).toMatchObject({ state: 'changed', services: 2, present: { services: 1, minutes: 120 } });
    expect(await room.certificates.issueMine(person, room.year)).toMatchObject({ number: '科志证〔2026〕2号', services: 1, minutes: 120 });
    expect((await room.certificates.mine(person)).data.map(({ number }) => number)).toEqual(['科志证〔2026〕2号', '科志证〔2026〕1号']);
    // Whoever has nothing to prove, and whoever asks for another's.
    expect(await refused(room.certificates.issueMine(other, room.year))).toBe('certificate.nothing');
    expect(await refused(room.certificates.issueMine(person, { ...room.year, from: '2026-04-01' }))).toBe('certificate.nothing');
    expect(await refused(room.certificates.openMine(other, made.id))).toBe('resource.not_found');
    expect((await room.certificates.openMine(person, made.id)).bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('are issued by staff for people in reach, of units whose ledger they keep', async () => {
    const room = await furnish();
    const [person] = await room.people(1);
    if (!person) throw new Error('Nobody is there');
    await room.line(person.accountId, '2026-03-01', 120);
    const clerk = { ...office, accountId: room.liaison.accountId };
    const elsewhere = personWith('liaison', 'unit', newId(), `/${newId()}/`);
    const made = await room.certificates.issueFor(clerk, person.accountId, room.year);
    expect((await room.certificates.listFor(clerk, person.accountId)).data.map(({ id }) => id)).toEqual([made.id]);
    expect((await room.certificates.openFor(clerk, made.id)).name).toBe(`${made.number}.pdf`);
    // The volunteer belongs to no unit: a unit sees none of it by this way.
    for (const call of [() => room.certificates.listFor(elsewhere, person.accountId), () => room.certificates.issueFor(elsewhere, person.accountId, room.year), () => room.certificates.openFor(elsewhere, made.id)]) expect(await refused(call())).toBe('resource.not_found');
  });

  it('are numbered without a gap, whoever asks at once', async () => {
    const room = await furnish();
    const people = await room.people(6);
    for (const { accountId } of people) await room.line(accountId, '2026-03-01', 60);
    const made = await Promise.all(people.flatMap((person) => [room.certificates.issueMine(person, room.year), room.certificates.issueMine(person, room.year)]));
    expect([...new Set(made.map(({ number }) => number))].sort()).toEqual(Array.from({ length: 6 }, (_, at) => `科志证〔2026〕${at + 1}号`));
  });
});

describe('the document of a proof', () => {
  it('is the same bytes again, and stays on one page however long its words are', async () => {
    const lines = Array.from({ length: 14 }, (_, at) => ({ day: `2026-03-${String(at + 1).padStart(2, '0')}`, content: `${'防灾减灾科普宣讲进社区'.repeat(8)}（讲解员）`, minutes: 120 }));
    const content = { number: '科志证〔2026〕17号', words: { name: '章若溪', volunteerNumber: 'V2026000001', unit: '温州市龙湾区海滨街道蓝田社区居民委员会', lines }, from: '2026年1月1日', to: '2026年12月31日', services: 60, minutes: 7200, issuedAt: new Date('2026-03-20T01:00:00.000Z'), issuedOn: '2026年3月20日', checkUrl: 'http://localhost:3000/appointments?code=ABCDEFGH23&no=1', code: 'ABCDEFGH23' };
    const [first, again] = [await certificatePdf(content), await certificatePdf(content)];
    expect(first.equals(again)).toBe(true);
    expect([...first.toString('latin1').matchAll(/\/Type \/Page\n/gu)]).toHaveLength(1);
    expect(first.length).toBeLessThan(200_000);
  });
});

import { inflateSync } from 'node:zlib';
import { eachDatabase, onMariadb, type MakeDb } from '../../../../test-support/databases.js';
import { furnishPeople, type Guards } from '../../../../test-support/people.js';
import { office as clerk } from '../../../../test-support/units.js';
import { Refusal } from '../../../platform/errors/refusal.js';
import { letterPdf } from '../letters/letter-document.js';

const refused = (call: Promise<unknown>): Promise<string> => call.then(() => 'accepted', (error: unknown) => { if (error instanceof Refusal) return error.code; throw error; });
interface Numbered { readonly number: string; readonly seq: number }

/** Eight people are taken into a pool of three places at once. */
const crowd = async (makeDb: MakeDb, guards: Guards = {}) => {
  const room = await furnishPeople(makeDb, guards);
  const office = { ...clerk, accountId: await room.accountsService.insert({ name: '钱晓岚', email: 'editor@demo.kepu' }, 'x', false, clerk) };
  const poolId = (await room.pools.list(clerk)).data.find(({ key }) => key === 'lecturers')?.id ?? '';
  const people = [];
  for (let number = 0; number < 8; number += 1) people.push(await room.volunteer());
  await room.unitOfWork.run(async () => { await room.database.writer.query('UPDATE pools SET quota = 3'); });
  const answers = await Promise.all(people.map(({ accountId }) => refused(room.pools.createTerm(office, { poolId, volunteerId: accountId, toDay: null })).catch(() => 'failed')));
  return { accepted: answers.filter((answer) => answer === 'accepted').length, others: [...new Set(answers.filter((answer) => answer !== 'accepted'))], letters: await room.database.reader.query<Numbered[]>('SELECT number, seq FROM pool_letters ORDER BY seq') };
};

eachDatabase('appointments', (makeDb) => {
  it('are no more than there are places, and their letters are numbered without a gap', async () => {
    const { accepted, others, letters } = await crowd(makeDb);
    expect([accepted, others]).toEqual([3, ['pool.full']]);
    expect(letters.map(({ number }) => number)).toEqual([1, 2, 3].map((n) => `温科讲聘〔2026〕${n}号`));
  });
});

onMariadb('appointments without a turn at the pool (control)', (makeDb) => {
  it('are more than there are places', async () => {
    let arrived = 0;
    let go = (): void => undefined;
    const together = new Promise<void>((resolve) => { go = resolve; });
    const { accepted } = await crowd(makeDb, { poolTurns: { take: () => { if (++arrived === 4) go(); return together; } } });
    expect(accepted).toBeGreaterThan(3);
  });
});

describe('a letter', () => {
  const content = { title: '聘书', body: '兹聘请张晓月同志为科普讲师团成员，聘期自2026年3月2日起至2028年3月1日止。', number: '温科讲聘〔2026〕17号', issuer: '温州市全民科学素质工作领导小组办公室', issuedAt: new Date('2026-03-02T01:00:00.000Z'), issuedOn: '2026年3月2日', checkUrl: 'http://localhost:3000/appointments?code=ABCDEFGH23&no=1', code: 'ABCDEFGH23' };
  it('is made again byte by byte, carries its font and can be searched', async () => {
    const [first, again] = [await letterPdf(content), await letterPdf(content)];
    expect(first.equals(again)).toBe(true);
    expect(first.subarray(0, 5).toString()).toBe('%PDF-');
    expect(first.length).toBeLessThan(200_000);
    // What a reader copies comes by these tables from the glyphs of the font.
    const streams = [...first.toString('latin1').matchAll(/stream\n([\s\S]*?)\nendstream/gu)].map(([, body = '']) => { try { return inflateSync(Buffer.from(body, 'latin1')).toString('latin1'); } catch { return ''; } });
    const mapped = streams.filter((text) => text.includes('begincmap')).join('');
    for (const sign of [...content.body.replace(/[^\p{Script=Han}]/gu, '')]) expect(mapped).toContain((sign.codePointAt(0) ?? 0).toString(16));
  });
  it('of very long words stays on one page', async () => {
    const long = await letterPdf({ ...content, body: '科'.repeat(1500) });
    expect([...long.toString('latin1').matchAll(/\/Type \/Page\n/gu)]).toHaveLength(1);
  });
});

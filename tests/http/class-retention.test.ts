import { readdirSync, readFileSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { createClient, type Client } from '@kepu/api-client';
import { consentVersions, riskCodeOf, type Activity, type Pupil } from '@kepu/contracts';
import { readRows } from '../../apps/api/src/platform/database/index.js';
import { eachDatabase } from '../support/engines.js';
import { signIn, startServer, type TestServer } from '../support/server.js';
import { openStoreOf, type OpenStore } from '../support/store.js';
import { demoPassword } from '../support/template.js';
import { furnishActivities, shift, type ActivityRoom } from './activity-room.js';
import { bornFor, newPhone } from './family-room.js';
import { until } from './papers.js';

const DAY_MS = 86_400_000;

/** A scan goes with the last word that rests on it, and three years after; a name on a roll that nobody signed for goes after ninety days. */
eachDatabase('signed slips and rolls that have been kept for their time', (database) => {
  let server: TestServer;
  let store: OpenStore;
  let room: ActivityRoom;
  let today: string;
  let classId: string;
  /** Days since the beginning. */
  let passed = 0;
  beforeAll(async () => {
    server = await startServer({ database });
    [room, store] = [await furnishActivities(server), await openStoreOf(server)];
    ({ today } = await room.office.getSession());
    classId = (await room.league.createClass({ body: { unitId: room.unitId, name: '八年级一班', countyCode: '330302' } })).id;
  });
  afterAll(() => store.close());

  let serial = 0;
  /** A scan whose bytes are like no other's. */
  const scanOf = async (word: string): Promise<string> => (await room.league.createClassScan({ params: { id: classId }, file: new Blob([new TextEncoder().encode(`%PDF-1.4\n%slip-of-${word}\n%%EOF\n`)]), fileName: `${word}.pdf` })).id;
  const written = async (bornOn: string): Promise<Pupil> => {
    const name = `夏知${String.fromCodePoint(0x4e00 + (serial += 1))}`;
    const { data } = await room.league.addPupils({ params: { id: classId }, body: { pupils: [{ name, bornOn, guardianName: '夏有成', guardianPhone: newPhone(), relation: 'father' }] } });
    const pupil = data.find((one) => one.name === name);
    if (!pupil) throw new Error('The pupil is not on the roll');
    return pupil;
  };
  const slipped = async (bornOn: string, scanId: string): Promise<Pupil> => {
    const { id, version } = await written(bornOn);
    return room.league.setPupilSlip({ params: { id }, body: { version, scanId, page: 1 } });
  };
  const registered = async (bornOn: string, scanId: string): Promise<Pupil> => {
    const { id, version } = await slipped(bornOn, scanId);
    return room.league.confirmPupil({ params: { id }, body: { version, consent: consentVersions.privacy, childConsent: consentVersions.child } });
  };
  /** In the morning of a day from now on, over at noon. */
  const activityIn = (days: number): Promise<Activity> => {
    const startsAt = new Date(Date.parse(`${today}T02:00:00.000Z`) + days * DAY_MS).toISOString();
    return room.open({ minors: true, flow: 'instant', shifts: [shift(0, { startsAt, endsAt: new Date(Date.parse(startsAt) + 2 * 3_600_000).toISOString(), positions: [{ role: 'helper', name: '引导小帮手', minimum: 0, maximum: 20, requires: {} }] })] });
  };
  const signUp = async (activity: Activity, scanId: string, pupil: Pupil): Promise<void> => {
    const { hash } = await room.anyone.getRiskText({ params: { id: activity.id } });
    const answer = await room.league.signUpClass({ params: { id: classId }, body: { positionId: activity.shifts[0]?.positions[0]?.id ?? '', scanId, riskCode: riskCodeOf(hash), escort: false, pupils: [{ pupilId: pupil.id, page: 1, accompanies: true }] } });
    expect(answer.data.map(({ code }) => code)).toEqual([null]);
  };

  const office = async (): Promise<Client> => createClient({ baseUrl: server.url, parseAnswers: true, headers: { cookie: await signIn(server.url, 'office') } });
  const ruleOf = async (client: Client, key: string) => (await client.getRetention()).data.find((rule) => rule.key === key);
  /** Lets time pass until a day since the beginning, and waits for the night's job. */
  const onDay = async (day: number): Promise<Client> => {
    const last = (await ruleOf(await office(), 'closed_names'))?.lastRunAt ?? '';
    await server.control.clock({ advanceMs: (day - passed) * DAY_MS });
    passed = day;
    const client = await office();
    await until(() => ruleOf(client, 'closed_names'), (rule) => (rule?.lastRunAt ?? '') > last);
    return client;
  };
  const scans = async (): Promise<string[]> => (await readRows<{ name: string }>(store.database.reader, 'SELECT f.name AS name FROM class_scans s JOIN stored_files f ON f.id = s.file_id')).map(({ name }) => name.replace('.pdf', '')).sort();
  const pupils = async (): Promise<number> => Number((await readRows<{ total: number | string }>(store.database.reader, 'SELECT COUNT(*) AS total FROM pupils'))[0]?.total);
  /** What is swept while one looks is gone. */
  const contentOf = (file: string): string => { try { return readFileSync(file, 'latin1'); } catch { return ''; } };
  /** Whose slips lie on the disk. */
  const onDisk = (): string[] => [...new Set(readdirSync(server.dataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.startsWith('kepu.sqlite'))
    .flatMap((entry) => /%slip-of-(\w+)/.exec(contentOf(path.join(entry.parentPath, entry.name)))?.[1] ?? []))].sort();

  it('go when nothing rests on them any more, and not a day before', async () => {
    const all = ['activity', 'child', 'closed', 'grown', 'loose', 'unregistered', 'withdrawn'];
    const slips = new Map<string, string>();
    for (const word of all) slips.set(word, await scanOf(word));
    const slip = (word: string): string => slips.get(word) ?? '';
    const child = await registered(bornFor(today, 10), slip('child'));
    await registered(bornFor(today, 17, 100), slip('grown'));
    const closed = await registered(bornFor(today, 14), slip('closed'));
    await slipped(bornFor(today, 14), slip('unregistered'));
    // One who never had a slip.
    await written(bornFor(today, 14));
    await signUp(await activityIn(10), slip('activity'), child);
    await signUp(await activityIn(20), slip('withdrawn'), child);
    const taken = (await room.league.listSlipConsents({ params: { id: classId } })).data.find(({ startsAt }) => Date.parse(startsAt ?? '') > Date.parse(`${today}T00:00:00Z`) + 15 * DAY_MS);
    await room.league.withdrawSlipConsent({ params: { id: taken?.id ?? '' }, body: { version: taken?.version ?? 0 } });
    await room.league.deletePupil({ params: { id: closed.id }, body: { password: demoPassword } });
    expect([await scans(), onDisk(), await pupils()]).toEqual([all, all, 4]);

    // A closed account, and a scan that nothing ever rested on: within thirty days.
    await onDay(29);
    expect(await scans()).toEqual(all);
    await onDay(31);
    const lasting = all.filter((word) => word !== 'closed' && word !== 'loose');
    expect(await scans()).toEqual(lasting);

    // Names of pupils who were never registered: ninety days.
    await onDay(89);
    expect([await scans(), await pupils()]).toEqual([lasting, 4]);
    const quarter = await onDay(91);
    const words = lasting.filter((word) => word !== 'unregistered');
    expect([await scans(), await pupils()]).toEqual([words, 2]);
    expect(await ruleOf(quarter, 'unregistered_pupils')).toMatchObject({ days: 90, removed: 2 });

    // Three years after the word was taken back, and of the year 2028 there are 366 days.
    const years = Math.round((Date.parse(`${Number(today.slice(0, 4)) + 3}${today.slice(4)}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / DAY_MS);
    await onDay(years - 1);
    expect(await scans()).toEqual(words);
    await onDay(years + 1);
    expect(await scans()).toEqual(words.filter((word) => word !== 'withdrawn'));
    // After the activity was over.
    await onDay(years + 9);
    expect(await scans()).toEqual(['activity', 'child', 'grown']);
    await onDay(years + 12);
    expect(await scans()).toEqual(['child', 'grown']);
    // After the child came of age.
    await onDay(years + 98);
    expect(await scans()).toEqual(['child', 'grown']);
    const last = await onDay(years + 102);
    expect(await ruleOf(last, 'slips')).toMatchObject({ years: 3, removedInAll: 6 });
    expect([await scans(), await pupils()]).toEqual([['child'], 2]);
    // Their bytes go with the sweep of the files, which goes by the machine's own time of each.
    const old = new Date(Date.now() - DAY_MS);
    for (const entry of readdirSync(server.dataDir, { recursive: true, withFileTypes: true })) {
      if (entry.isFile() && !entry.name.startsWith('kepu.sqlite')) utimesSync(path.join(entry.parentPath, entry.name), old, old);
    }
    await server.control.clock({ advanceMs: 2 * DAY_MS });
    await until(() => Promise.resolve(onDisk()), (found) => found.length === 1);
    expect(onDisk()).toEqual(['child']);
  }, 120_000);
});

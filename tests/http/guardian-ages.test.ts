import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Client } from '@kepu/api-client';
import { consentVersions, type MyData } from '@kepu/contracts';
import { activateKey, addKey, type KeyringDocument } from '../../apps/api/src/platform/crypto/index.js';
import { changeRows, readRows } from '../../apps/api/src/platform/database/index.js';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { openStoreOf, type OpenStore } from '../support/store.js';
import { addChild, bornFor, childOf, familyPassword, guardian, newPhone, registered, tokenOf, type FamilyPerson } from './family-room.js';
import { numberOf } from './identity-numbers.js';
import { keptBy } from './kept.js';
import { refusal, until } from './papers.js';

/** Nobody under age decides for a child: not with an account made for it, and not with one that was there before anybody asked. */
eachDatabase('the age of a guardian', (database) => {
  let server: TestServer;
  let store: OpenStore;
  let office: Client;
  let today: string;
  beforeAll(async () => {
    server = await startServer({ database, env: { LOG_LEVEL: 'trace' } });
    [office, store] = [await server.client('office'), await openStoreOf(server)];
    ({ today } = await office.getSession());
  });
  afterEach(() => server.control.clock({ reset: true }));
  afterAll(() => store.close());

  const make = (bornOn?: string) => server.fetch('/api/v1/guardians', {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ name: '林素云', bornOn, phone: newPhone(), password: familyPassword, consent: consentVersions.privacy }),
  });
  const codeOf = async (answer: Response): Promise<readonly [number, string]> => [answer.status, ((await answer.json()) as { code?: string }).code ?? ''];
  const idOf = async ({ client }: FamilyPerson): Promise<string> => (await client.getSession()).account.id;
  const rowsOf = async (person: FamilyPerson) => readRows<{ sealed: string }>(store.database.reader, 'SELECT g.born_on_sealed AS sealed FROM guardian_ages g WHERE g.account_id = :id', { id: await idOf(person) });
  /** An account as those were made before anybody asked. */
  const unasked = async (name = '林未问'): Promise<FamilyPerson> => {
    const person = await guardian(server, name);
    const id = await idOf(person);
    await store.unitOfWork.run(() => changeRows(store.database.writer, 'DELETE FROM guardian_ages WHERE account_id = :id', { id }));
    return person;
  };
  const dataOf = async ({ cookie }: FamilyPerson): Promise<MyData> => (await server.fetch('/api/v1/me/data', { headers: { cookie } })).json() as Promise<MyData>;
  const statedIn = (data: MyData) => data.sections.find(({ key }) => key === 'guardianAge')?.rows ?? [];

  describe('who makes an account as a guardian', () => {
    it('says when they were born, and is 18 on the day', async () => {
      expect(await codeOf(await make())).toEqual([400, 'input.invalid']);
      const young = await make(bornFor(today, 17, 1));
      const problem = (await young.json()) as { code: string; detail: string };
      expect([young.status, problem.code]).toEqual([409, 'guardian.of_age']);
      expect(problem.detail).toContain('请由父母或其他成年监护人用自己的手机办理');
      expect(young.headers.getSetCookie()).toEqual([]);
      expect((await make(bornFor(today, 17, 0))).status).toBe(201);
      expect(await codeOf(await make(bornFor(today, 13)))).toEqual([409, 'guardian.of_age']);
      expect(await codeOf(await make('2099-01-01'))).toEqual([409, 'guardian.of_age']);
      expect(await codeOf(await make('1885-03-12'))).toEqual([400, 'input.invalid']);
    });

    it('who was born on 29 February is of age on 1 March', async () => {
      await server.control.clock({ shiftTo: '2030-02-28T15:30:00.000Z' });
      expect(await codeOf(await make('2012-02-29'))).toEqual([409, 'guardian.of_age']);
      // Half past midnight in Shanghai.
      await server.control.clock({ shiftTo: '2030-02-28T16:30:00.000Z' });
      expect((await make('2012-02-29')).status).toBe(201);
    });
  });

  describe('whoever is not known to be of age', () => {
    it('says it with the first child, once; what is known counts from then on', async () => {
      const mother = await unasked();
      expect((await mother.client.getMyFamily()).ageKnown).toBe(false);
      const child = childOf(bornFor(today, 9));
      const asked = await refusal(mother.client.registerChild({ body: child }));
      expect([asked.status, asked.code]).toEqual([422, 'guardian.age_needed']);
      expect((await refusal(mother.client.registerChild({ body: { ...child, guardianBornOn: bornFor(today, 17, 1) } }))).code).toBe('guardian.of_age');
      const older = await refusal(mother.client.registerChild({ body: { ...child, guardianBornOn: '1885-03-12' } }));
      expect([older.code, older.errors?.[0]?.path]).toEqual(['input.invalid', 'body.guardianBornOn']);
      expect([await rowsOf(mother), (await mother.client.getMyFamily()).children]).toEqual([[], []]);
      expect(await mother.client.registerChild({ body: { ...child, guardianBornOn: bornFor(today, 17, 0) } })).toMatchObject({ ageKnown: true, children: [{ name: '林小满' }] });
      expect(statedIn(await dataOf(mother))).toMatchObject([{ bornOn: bornFor(today, 17, 0) }]);
      // A second date changes nothing, whatever it is.
      await addChild(mother, bornFor(today, 11), { name: '林次子', guardianBornOn: bornFor(today, 12) });
      expect(statedIn(await dataOf(mother))).toMatchObject([{ bornOn: bornFor(today, 17, 0) }]);
      const said = await office.listAuditEntries({ query: { action: 'guardian.age_stated' } });
      expect(said.data.map(({ subjectKind }) => subjectKind)).toEqual(['account']);
      expect(JSON.stringify(said)).not.toContain(bornFor(today, 17, 0));
    });

    it('says it once where two children are registered at the same time', async () => {
      const mother = await unasked('林同时');
      const answers = await Promise.allSettled(['林一', '林二', '林三'].map((name, at) => mother.client.registerChild({ body: childOf(bornFor(today, 9 + at), { name, guardianBornOn: '1985-03-12' }) })));
      expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
      expect(await rowsOf(mother)).toHaveLength(1);
    });

    it('says it with the yes to a link', async () => {
      const [pupil, mother] = [await registered(server, { name: '温知年', bornOn: bornFor(today, 15) }), await unasked('温未问')];
      const token = tokenOf((await pupil.client.askGuardian({ body: { name: '温未问', phone: mother.phone, relation: 'mother' } })).link);
      const yes = (guardianBornOn?: string) => mother.client.acceptGuardianRequest({ body: { token, childConsent: consentVersions.child, ...(guardianBornOn === undefined ? {} : { guardianBornOn }) } });
      expect((await refusal(yes())).code).toBe('guardian.age_needed');
      expect((await refusal(yes(bornFor(today, 17, 1)))).code).toBe('guardian.of_age');
      expect((await pupil.client.getMyFamily()).guardians).toMatchObject([{ state: 'asked' }]);
      expect(await yes('1985-03-12')).toMatchObject({ ageKnown: true, children: [{ name: '温知年' }] });
    });

    it('who turns out to be under age decides for nobody from then on', async () => {
      const elder = await registered(server, { name: '葛早熟', bornOn: '2000-06-17', occupation: 'teacher' });
      const child = await addChild(elder, bornFor(today, 9), { name: '葛小弟', relation: 'sibling' });
      expect((await elder.client.getMyChild({ params: { id: child.id } })).id).toBe(child.id);
      await elder.client.giveMyRealName({ body: { number: numberOf(bornFor(today, 16)) } });
      expect((await refusal(elder.client.getMyChild({ params: { id: child.id } }))).code).toBe('resource.not_found');
      expect((await elder.client.getMyFamily()).children).toEqual([]);
    });

    it('is no volunteer: whose birth date is known is believed before what is said', async () => {
      const pupil = await registered(server, { name: '葛装大', bornOn: bornFor(today, 17, 1) });
      expect((await refusal(pupil.client.registerChild({ body: childOf(bornFor(today, 9), { guardianBornOn: '1985-03-12' }) }))).code).toBe('guardian.of_age');
      const adult = await registered(server, { name: '葛成人', bornOn: '1990-06-17', occupation: 'teacher' });
      expect((await adult.client.getMyFamily()).ageKnown).toBe(true);
      await addChild(adult, bornFor(today, 9), { name: '葛小满', guardianBornOn: bornFor(today, 12) });
      expect(await rowsOf(adult)).toEqual([]);
    });
  });

  it('stands sealed, is told to the person, follows a new key, and is gone with the account', async () => {
    const mother = await guardian(server, '林封存', newPhone(), '1979-10-23');
    const id = await idOf(mother);
    expect(statedIn(await dataOf(mother))).toMatchObject([{ bornOn: '1979-10-23' }]);
    const page = await server.fetch('/api/v1/me/data.html', { headers: { cookie: mother.cookie } });
    expect(await page.text()).toContain('出生日期（作为监护人填写，加密保存）');
    const kept = await keptBy(server);
    for (const written of ['1979-10-23', '19791023']) expect(kept.includes(written)).toBe(false);
    const place = { table: 'guardian_ages', column: 'born_on_sealed', row: id };
    const [before] = await rowsOf(mother);
    expect(store.cipher.open(before?.sealed ?? '', place)).toBe('1979-10-23');

    const file = path.join(server.dataDir, 'keyring.json');
    const { active: old } = JSON.parse(readFileSync(file, 'utf8')) as KeyringDocument;
    const kid = addKey(file, new Date());
    activateKey(file, kid);
    await until(() => office.getKeys(), ({ keys }) => keys.some((key) => key.kid === kid && key.active));
    // The time that slower processes are given.
    await server.control.clock({ advanceMs: 2 * 60_000 });
    await until(() => rowsOf(mother), ([row]) => row?.sealed.startsWith(`v1.${kid}.`) === true, 60_000);
    await until(() => office.getKeys(), ({ keys }) => keys.every((key) => key.kid !== old || key.values === 0), 60_000);
    expect(statedIn(await dataOf(mother))).toMatchObject([{ bornOn: '1979-10-23' }]);

    await mother.client.deleteMyself({ body: { password: familyPassword } });
    expect(await readRows(store.database.reader, 'SELECT 1 AS one FROM guardian_ages g WHERE g.account_id = :id', { id })).toEqual([]);
  });
});

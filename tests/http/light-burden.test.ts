import { createClient, type Client } from '@kepu/api-client';
import { z } from 'zod';
import { allRoutes } from '../matrix/people.js';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { furnishActivities, guides, shift, type ActivityRoom } from './activity-room.js';
import { numberOf } from './identity-numbers.js';
import { parametersOf } from './walk.js';

const HOUR_MS = 3_600_000;
const password = 'Ouhai-2026-xuan';
/** What somebody is answered; files have no shape. */
const shapeOf = (response: z.ZodType | undefined): string => (response ? JSON.stringify(z.toJSONSchema(response, { unrepresentable: 'any' })) : '');
/** Fields of what somebody sends, with those of what stands in it. */
const fieldsOf = (schema: z.ZodType): string[] => [...JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })).matchAll(/"(\w+)":\{"(?:type|anyOf|\$ref|pattern|format|enum|default|allOf)"/g)].map(([, name = '']) => name);

/** A7: the burden stays light by default. Each promise of docs/light-burden.md is held here. */
describe('what no route asks and no answer compares', () => {
  const lists = allRoutes.filter((route) => route.method === 'GET' && parametersOf(route).some(({ name }) => name === 'sort'));

  /** What stands in a row here is no unit: a measure of one item, a person within the reader's reach, one line of the ledger, a talk by its length; and lights, of which the office and the unit itself alone read, what presses first. */
  const ofNoUnit = ['exportLights light', 'listLights light', 'listMeasures permille', 'listPublicTalks minutes', 'listServiceRecords minutes', 'listVolunteers minutes'];

  it('no list of units, plans or assignments is sorted by what they have achieved', () => {
    const sorts = lists.flatMap((route) => (parametersOf(route).find(({ name }) => name === 'sort')?.schema.enum ?? []).map((sort) => `${route.name} ${sort.replace('-', '')}`));
    expect(sorts.length).toBeGreaterThan(40);
    const achieved = /^(rank|score|rates?|percent|permille|progress|lights?|turnout|minutes|hours|count|total|done|signed|overdue|achieved)$/i;
    expect([...new Set(sorts)].filter((sort) => achieved.test(sort.split(' ')[1] ?? '')).sort()).toEqual(ofNoUnit);
  });

  it('no route is a ranking, and no answer holds a place in one', () => {
    expect(allRoutes.filter((route) => /rank|league|leader-?board|top-?units|score-?board|comparison/i.test(route.path)).map(({ path }) => path)).toEqual([]);
    const holding = allRoutes.flatMap((route) => (/"(rank|ranking|place_in|position_in_list|medal|leaderboard)"/i.test(shapeOf(route.response)) ? [route.name] : []));
    expect(holding).toEqual([]);
  });

  it('no public answer sets the figures of one unit beside another’s', () => {
    const comparing = allRoutes.filter((route) => route.access === 'public' && route.method === 'GET').flatMap((route) => {
      const shape = shapeOf(route.response);
      return /"(signedCount|progress|permille|lights?|overdue|achieved|turnout)"/.test(shape) && /"unit"/.test(shape) && /"data"/.test(shape) ? [route.name] : [];
    });
    expect(comparing).toEqual([]);
  });

  it('no write asks where somebody is, and a sign-up asks for nothing that is known already', () => {
    const asking = allRoutes.flatMap((route) => (route.body ? fieldsOf(route.body).filter((name) => /^(latitude|longitude|lat|lng|position_fix|gps|geo|coordinates|location|selfie|face)$/i.test(name)).map((name) => `${route.name}.${name}`) : []));
    expect(asking).toEqual([]);
    const signUp = allRoutes.find(({ name }) => name === 'createSignup');
    // How many small children come along, and the risks read for them, is said by those who bring some.
    expect(signUp?.body && fieldsOf(signUp.body)).toEqual(['SignupInput', 'waitIfFull', 'onDuty', 'note', 'companions', 'riskHash']);
  });
});

eachDatabase('a light burden', (database) => {
  let server: TestServer;
  let room: ActivityRoom;
  beforeAll(async () => {
    server = await startServer({ database, env: { SESSION_IDLE_MINUTES: '10080', SESSION_MAX_HOURS: '168' } });
    room = await furnishActivities(server);
  });

  const register = async (client: Client): Promise<Client> => {
    const choices = await client.getPublicDictionary();
    const answer = await server.fetch('/api/v1/volunteers', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({
      name: '省事的人', phone: '13700005511', bornOn: '1990-05-05', occupation: 'teacher', unitId: null, countyCode: '330302', topicIds: [choices.topics[0]?.children[0]?.id], availability: '1'.repeat(21), travelLimit: 60, toIslands: false, toMountains: false, password, consent: choices.consentVersion,
    }) });
    if (!answer.ok) throw new Error(await answer.text());
    return createClient({ baseUrl: server.url, parseAnswers: true, headers: { cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '' } });
  };

  it('an activity is held and closed with a list that is ticked: no check-in, no position, no photo', async () => {
    const { office, league } = room;
    const activity = await room.open({ shifts: [shift(30, { positions: [guides] })] });
    const person = await register(room.anyone);
    await person.giveMyRealName({ body: { number: numberOf('1990-05-05') } });
    const signup = await person.createSignup({ params: { id: activity.shifts[0]?.positions[0]?.id ?? '' }, body: {} });
    await league.confirmSignup({ params: { id: signup.id }, body: { version: signup.version } });
    await server.control.clock({ advanceMs: 30.5 * HOUR_MS });
    const params = { id: activity.shifts[0]?.id ?? '' };
    await league.markAttendance({ params, body: { marks: [{ signupId: signup.id, mark: 'present' }] } });
    await server.control.clock({ advanceMs: 2 * HOUR_MS });
    await league.confirmHours({ params, body: { rows: [{ signupId: signup.id }] } });
    expect((await person.getMyService()).services).toBe(1);
    const { version } = await league.getActivity({ params: { id: activity.id } });
    const reported = await league.reportActivity({ params: { id: activity.id }, body: { version, shifts: [{ shiftId: params.id, held: true, turnout: 12, method: 'counted' }], text: '讲了三个实验。', withoutPhoto: '现场没有拍照', fileIds: [] } });
    expect((await office.acceptActivityReport({ params: { id: activity.id }, body: { version: reported.version } })).state).toBe('closed');
  });
});

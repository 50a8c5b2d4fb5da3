import { randomUUID } from 'node:crypto';
import type { Client } from '@kepu/api-client';
import type { Activity } from '@kepu/contracts';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { dayIn, furnishActivities, guides, inHours, lecturer, shift, type ActivityRoom } from './activity-room.js';
import { refusal } from './papers.js';

const HOUR_MS = 3_600_000;
type Query = NonNullable<NonNullable<Parameters<Client['listActivities']>[0]>['query']>;

/** Every activity of this suite has the word in its title: what the demo city offers stays out of the way. */
eachDatabase('activities in lists', (database) => {
  let server: TestServer;
  let room: ActivityRoom;
  const all: Record<string, Activity> = {};
  const one = (letter: string): Activity => {
    const activity = all[letter];
    if (!activity) throw new Error(`There is no activity ${letter}`);
    return activity;
  };

  beforeAll(async () => {
    server = await startServer({ database });
    room = await furnishActivities(server);
    const { league, office, women, below, county, term } = room;
    all['A'] = await room.open({ title: '棱镜 A', kind: 'lecture', shifts: [shift(30), shift(300)] });
    all['B'] = await room.open({
      title: '棱镜 B', kind: 'consultation', countyCode: '330383', townshipCode: null, place: '龙港市民广场', topicIds: [term('topic', '疾病防治')], audienceIds: [term('audience', '老年人')], shifts: [shift(54, { positions: [guides] })],
    });
    const ofBelow = await room.submitted({
      title: '棱镜 C', kind: 'training', unitId: room.belowId, countyCode: '330326', townshipCode: '330326102', place: '水头镇农技站', topicIds: [term('topic', '种植技术'), term('topic', '数学')], audienceIds: [term('audience', '农民')], serves: [], shifts: [shift(100)],
    }, below);
    all['C'] = await county.approveActivity({ params: { id: ofBelow.id }, body: { version: ofBelow.version } });
    const toCancel = await room.open({ title: '棱镜 D', shifts: [shift(60)] });
    all['D'] = await league.cancelActivity({ params: { id: toCancel.id }, body: { version: toCancel.version, reason: '停电' } });
    all['E'] = await room.draft({ title: '棱镜 E 绝密草稿', shifts: [shift(33)] });
    all['F'] = await room.submitted({ title: '棱镜 F 待审', shifts: [shift(34)] });
    const byWomen = await women.createActivity({ body: room.input({ title: '棱镜 G', unitId: room.womenId, serves: [room.foreignItemId], shifts: [shift(80)] }) });
    const handedIn = await women.submitActivity({ params: { id: byWomen.id }, body: { version: byWomen.version } });
    all['G'] = await office.approveActivity({ params: { id: byWomen.id }, body: { version: handedIn.version } });
  });

  const letters = async (query: Query, as: Client = room.anyone): Promise<string> => {
    const page = await as.listActivities({ query: { q: '棱镜', perPage: 100, ...query } });
    expect(page.data).toHaveLength(page.total);
    return page.data.map((row) => row.title.charAt(3)).join('');
  };

  it('show everybody what is published and still to come, the next first', async () => {
    for (const as of [room.anyone, room.league, room.women, room.office, room.reader]) expect(await letters({}, as)).toBe('ABGC');
    const { data: [row] } = await room.anyone.listActivities({ query: { q: '棱镜 A' } });
    expect(row).toEqual({
      id: one('A').id, title: '棱镜 A', kind: 'lecture', state: 'open', unit: { id: room.unitId, name: '团市委' }, county: { code: '330302', name: '鹿城区' }, township: { code: '330302006', name: '五马街道' }, place: '五马街道文化站一楼',
      topics: one('A').topics, audiences: one('A').audiences, flow: 'request', minors: false, companions: false, dangerous: false, startsAt: one('A').startsAt, endsAt: one('A').endsAt, shiftCount: 2, wanted: 10, free: 10, version: one('A').version,
    });
  });

  it('are sorted by next shift, title and age, both ways', async () => {
    expect(await letters({ sort: '-startsAt' })).toBe('CGBA');
    expect(await letters({ sort: 'title' })).toBe('ABCG');
    expect(await letters({ sort: '-title' })).toBe('GCBA');
    expect(await letters({ sort: 'createdAt' })).toBe('ABCG');
    try {
      // The first shift of A is over: its next one is later than all others.
      await server.control.clock({ advanceMs: 31 * HOUR_MS });
      expect(await letters({})).toBe('BGCA');
      expect((await room.anyone.listActivities({ query: { q: '棱镜 A' } })).data[0]).toMatchObject({ startsAt: one('A').shifts[1]?.startsAt, wanted: 5, free: 5, shiftCount: 2 });
      await server.control.clock({ advanceMs: 30 * HOUR_MS });
      expect(await letters({})).toBe('GCA');
      expect(await letters({ ids: one('B').id })).toBe('B');
      expect((await room.anyone.getActivity({ params: { id: one('B').id } }))).toMatchObject({ startsAt: one('B').startsAt, wanted: 0, free: 0, shifts: [{ positions: [{ maximum: 4, free: 0 }] }] });
    } finally {
      await server.control.clock({ reset: true });
    }
  });

  it('are filtered by each filter, alone and together', async () => {
    const { term } = room;
    expect(await letters({ kind: 'consultation' })).toBe('B');
    expect(await letters({ county: '330302' })).toBe('AG');
    expect(await letters({ county: '330326' })).toBe('C');
    expect(await letters({ county: '330326102' })).toBe('C');
    expect(await letters({ county: '330326103' })).toBe('');
    expect(await letters({ county: '330300' })).toBe('ABGC');
    expect(await letters({ county: '330999' })).toBe('');
    expect(await letters({ topicId: term('topic', '疾病防治') })).toBe('B');
    // A topic of the first level holds those below it.
    expect(await letters({ topicId: term('topic', '健康与医学') })).toBe('B');
    expect(await letters({ topicId: term('topic', '青少年科学教育') })).toBe('AGC');
    expect(await letters({ topicId: term('topic', '生态与环境') })).toBe('');
    expect(await letters({ audienceId: term('audience', '农民') })).toBe('C');
    expect(await letters({ unitId: room.womenId })).toBe('G');
    expect(await letters({ unitId: randomUUID() })).toBe('');
    expect(await letters({ topicId: term('topic', '青少年科学教育'), county: '330302', unitId: room.unitId, kind: 'lecture' })).toBe('A');
    expect(await letters({ free: 'true' })).toBe('ABGC');
    expect(await letters({ free: 'false' })).toBe('');
    expect(await letters({ ids: `${one('C').id},${one('E').id},${one('A').id}` })).toBe('AC');
  });

  it('are filtered by days in Shanghai on which something takes place', async () => {
    const day = (instant: string) => new Date(Date.parse(instant) + 8 * HOUR_MS).toISOString().slice(0, 10);
    const [first, second] = one('A').shifts.map((each) => day(each.startsAt));
    expect(await letters({ from: second, to: second })).toBe('A');
    expect(await letters({ from: first, to: first })).toContain('A');
    expect(await letters({ from: dayIn(-30), to: dayIn(-1) })).toBe('');
    // Once a time is asked for, what was called off shows too, with its state.
    expect([...(await letters({ from: dayIn(0) }))].sort().join('')).toBe('ABCDG');
    expect(await letters({ to: day(one('B').startsAt ?? '') })).toBe('AB');
    expect(await letters({ state: 'cancelled' })).toBe('D');
    expect(await letters({ state: 'open' })).toBe('ABGC');
    for (const state of ['draft', 'submitted', 'closed', 'reported'] as const) expect(await letters({ state })).toBe('');
    expect(await refusal(room.anyone.listActivities({ query: { from: '2026-02-30' } }))).toMatchObject({ code: 'input.invalid' });
  });

  it('are found by title, place and unit, in characters, pinyin and initials', async () => {
    const found = async (q: string, as: Client = room.anyone) => letters({ q, ids: Object.values(all).map((each) => each.id).join(',') }, as);
    for (const q of ['棱镜', 'lengjing', 'LENGJING', 'lj']) expect([...(await found(q))].sort().join('')).toBe('ABCDG');
    for (const q of ['市民广场', 'shiminguangchang', 'smgc']) expect(await found(q)).toBe('B');
    for (const q of ['市妇联', 'shifulian', 'sfl']) expect(await found(q)).toBe('G');
    expect(await found('平阳团县委')).toBe('C');
    for (const q of ['%', '_', '!', "'", '绝密草稿', 'juemicaogao', '没有这样的词']) expect(await found(q)).toBe('');
    expect(await letters({ managed: 'true', q: 'juemicaogao' }, room.league)).toBe('E');
  });

  it('show those who manage a unit all that is the unit’s, and nothing of others', async () => {
    const managed = async (as: Client, more: Query = {}) => [...(await letters({ managed: 'true', ...more }, as))].sort().join('');
    expect(await managed(room.league)).toBe('ABCDEF');
    expect(await managed(room.women)).toBe('G');
    expect(await managed(room.below)).toBe('C');
    expect(await managed(room.county)).toBe('C');
    for (const as of [room.office, room.reader]) expect(await managed(as)).toBe('ABCDEFG');
    expect(await managed(room.anyone)).toBe('');
    expect(await managed(room.league, { state: 'draft' })).toBe('E');
    expect(await managed(room.league, { state: 'submitted' })).toBe('F');
    expect(await managed(room.women, { state: 'draft' })).toBe('');
    expect(await managed(room.league, { unitId: room.womenId })).toBe('');
    expect(await managed(room.league, { unitId: room.belowId })).toBe('C');
  });

  it('are asked by item by those who may read the item only', async () => {
    expect([...(await letters({ itemId: room.itemId }, room.league))].sort().join('')).toBe('AB');
    expect([...(await letters({ itemId: room.itemId, managed: 'true' }, room.league))].sort().join('')).toBe('ABDEF');
    expect(await letters({ itemId: room.foreignItemId }, room.office)).toBe('G');
    for (const as of [room.anyone, room.women, room.below]) expect(await as.listActivities({ query: { itemId: room.itemId } })).toEqual({ data: [], total: 0 });
  });

  it('ask for a volunteer where they are asked what one may do', async () => {
    for (const as of [room.anyone, room.office]) expect(await refusal(as.listActivities({ query: { eligible: 'true' } }))).toMatchObject({ code: 'volunteer.required', status: 403 });
    expect(await letters({ eligible: 'false' })).toBe('ABGC');
  });

  it('come in pages that hold each once', async () => {
    for (const sort of [undefined, '-startsAt', 'title', '-createdAt'] as const) {
      const whole = await letters({ managed: 'true', sort }, room.office);
      const pages = await Promise.all([1, 2, 3, 4].map((page) => room.office.listActivities({ query: { q: '棱镜', managed: 'true', perPage: 2, page, sort } })));
      expect(pages.map((page) => [page.data.length, page.total])).toEqual([[2, 7], [2, 7], [2, 7], [1, 7]]);
      expect(pages.flatMap((page) => page.data.map((row) => row.title.charAt(3))).join('')).toBe(whole);
    }
    expect(await room.anyone.listActivities({ query: { q: '棱镜', page: 9 } })).toEqual({ data: [], total: 4 });
  });

  it('take as many statements for many rows as for one', async () => {
    const counted = (path: string, as?: string) => server.control.costOf(async () => expect((await server.fetch(`/api/v1${path}`, as ? { as } : {})).status).toBe(200));
    const filters = `&free=true&county=330300&from=${dayIn(0)}&topicId=${room.term('topic', '青少年科学教育')}`;
    for (const [path, as] of [['/activities?', undefined], [`/activities?${filters}`, undefined], ['/activities?managed=true', 'office'], ['/activities?managed=true', 'liaison']] as const) {
      const [few, many] = [await counted(`${path}&perPage=1`, as), await counted(`${path}&perPage=200`, as)];
      expect([path, many]).toEqual([path, few]);
      expect(few).toBeLessThanOrEqual(as ? 6 : 4);
    }
    expect(await counted(`/activity-calendar?month=${dayIn(2).slice(0, 7)}`)).toBe(1);
  });

  it('stand in the calendar on their days in Shanghai, called off or not', async () => {
    const ofMonth = async (query: { month: string; county?: string }) => (await room.anyone.getCalendar({ query })).days
      .flatMap(({ day, shifts }) => shifts.filter((each) => each.title.startsWith('棱镜')).map((each) => ({ day, ...each })));
    const months = [...new Set([0, 5, 15].map((days) => dayIn(days).slice(0, 7)))];
    const shown = (await Promise.all(months.map((month) => ofMonth({ month })))).flat();
    expect(shown.map((each) => each.title.charAt(3)).join('')).toBe('ABDGCA');
    for (const each of shown) expect(new Date(Date.parse(each.startsAt) + 8 * HOUR_MS).toISOString().slice(0, 10)).toBe(each.day);
    expect(shown.map((each) => [each.cancelled, each.free])).toEqual([[false, 5], [false, 4], [true, 0], [false, 5], [false, 5], [false, 5]]);
    expect((await Promise.all(months.map((month) => ofMonth({ month, county: '330326' })))).flat().map((each) => [each.title, each.county.name])).toEqual([['棱镜 C', '平阳县']]);
    expect((await refusal(room.anyone.getCalendar({ query: { month: '2026-13' } }))).code).toBe('input.invalid');
  });

  it('are passed on as a text with its link and code, in the asker’s language', async () => {
    const share = async (letter: string, language = 'zh-CN') => server.fetch(`/api/v1/activities/${one(letter).id}/share`, { headers: { 'accept-language': language } });
    const zh = (await (await share('B')).json()) as { text: string; url: string; qr: string };
    for (const part of ['招募志愿者', '棱镜 B', '团市委', '龙港市龙港市民广场', '4 个名额', zh.url]) expect(zh.text).toContain(part);
    expect(zh.url).toMatch(new RegExp(`^http.*[^n]/activities/${one('B').id}$`));
    expect(zh.qr).toMatch(/^<svg /);
    const en = (await (await share('B', 'en')).json()) as { text: string; url: string };
    expect(en.text).toContain('Volunteers wanted: 棱镜 B');
    expect(en.url).toContain(`/en/activities/${one('B').id}`);
    expect(((await (await share('D')).json()) as { text: string }).text).toMatch(/活动取消.*棱镜 D.*停电/s);
    for (const letter of ['E', 'F']) {
      expect((await share(letter)).status).toBe(404);
      expect((await refusal(room.league.getActivityShare({ params: { id: one(letter).id } }))).code).toBe('resource.not_found');
    }
  });

  it('leave nothing of a draft in any answer to those it is not for', async () => {
    const month = dayIn(2).slice(0, 7);
    const asked = async (path: string, as?: string) => (await server.fetch(`/api/v1${path}`, as ? { as } : {})).text();
    for (const as of [undefined, 'liaison-women', 'county']) {
      const answers = await Promise.all([
        '/activities?perPage=200', '/activities?managed=true&perPage=200', `/activities?q=${encodeURIComponent('绝密草稿')}`, `/activities?from=${dayIn(-1)}&perPage=200`, '/activities?state=draft', `/activities?ids=${one('E').id}`,
        `/activity-calendar?month=${month}`, `/activities/${one('E').id}`, `/activities/${one('E').id}/share`, `/activities/${one('E').id}/history`, '/notices?perPage=200', '/audit-entries?perPage=200',
      ].map((path) => asked(path, as)));
      expect(answers.join('\n')).not.toMatch(/绝密草稿|待审/);
    }
    expect(await asked(`/activities/${one('E').id}`, 'liaison')).toContain('绝密草稿');
  });

  it('are not read or changed by changing an id', async () => {
    for (const letter of ['E', 'F']) {
      const params = { id: one(letter).id };
      for (const as of [room.women, room.county, room.below]) {
        for (const call of [() => as.getActivity({ params }), () => as.getActivityShare({ params }), () => as.getActivityHistory({ params })]) expect((await refusal(call())).code).toBe('resource.not_found');
      }
      expect((await refusal(room.anyone.getActivityHistory({ params }))).code).toBe('auth.required');
    }
    const [params, version] = [{ id: one('A').id }, one('A').version];
    const shiftParams = { id: one('A').shifts[0]?.id ?? '' };
    for (const as of [room.women, room.county, room.below]) {
      for (const call of [
        () => as.getActivityHistory({ params }), () => as.updateActivity({ params, body: { version, title: 'x' } }), () => as.deleteActivity({ params }), () => as.copyActivity({ params, body: { startsOn: dayIn(9) } }),
        () => as.submitActivity({ params, body: { version } }), () => as.recallActivity({ params, body: { version } }), () => as.cancelActivity({ params, body: { version, reason: 'x' } }),
        () => as.reportActivity({ params, body: { version, shifts: [{ shiftId: shiftParams.id, held: true, turnout: 1, method: 'list' }], text: 'x' } }),
        () => as.moveShift({ params: shiftParams, body: { version, startsAt: inHours(9), endsAt: inHours(10), reason: 'x' } }), () => as.cancelShift({ params: shiftParams, body: { version, reason: 'x' } }),
        () => as.setShiftLeader({ params: shiftParams, body: { accountId: randomUUID() } }),
      ]) expect((await refusal(call())).code).toBe('resource.not_found');
      // What everybody sees of it, without what is the unit's own.
      expect(await as.getActivity({ params })).toMatchObject({ title: '棱镜 A', staff: null });
    }
    for (const call of [() => room.county.acceptActivityReport({ params, body: { version } }), () => room.county.returnActivityReport({ params, body: { version, reason: 'x' } })]) expect((await refusal(call())).code).toBe('resource.not_found');
    for (const as of [room.reader, room.office, room.league]) expect((await as.getActivity({ params })).staff).toMatchObject({ createdBy: '章若溪' });
    expect((await room.office.getActivity({ params })).version).toBe(version);
    expect((await refusal(room.anyone.getActivity({ params: { id: randomUUID() } }))).code).toBe('resource.not_found');
  });

  it('count places by position: of the lecturer one, of the guides four', () => {
    expect(one('A').shifts[0]?.positions.map((position) => [position.name, position.minimum, position.maximum, position.free, position.confirmed, position.waiting])).toEqual([[lecturer.name, 1, 1, 1, 0, 0], [guides.name, 1, 4, 4, 0, 0]]);
  });
});

import { randomUUID } from 'node:crypto';
import type { Client } from '@kepu/api-client';
import type { Activity } from '@kepu/contracts';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { keptBy } from './kept.js';
import { dayIn, formOf, furnishActivities, guides, inHours, shift, type ActivityRoom } from './activity-room.js';
import { refusal, until } from './papers.js';

const HOUR_MS = 3_600_000;
type TurnoutMethod = Parameters<Client['reportActivity']>[0]['body']['shifts'][number]['method'];

eachDatabase('an activity', (database) => {
  let server: TestServer;
  let room: ActivityRoom;
  beforeAll(async () => {
    // The clock moves by days, and nobody signs in again for that.
    server = await startServer({ database, env: { SESSION_IDLE_MINUTES: '10080', SESSION_MAX_HOURS: '168' } });
    room = await furnishActivities(server);
  });

  const at = ({ id, version }: Activity) => ({ params: { id }, body: { version } });
  const because = (activity: Activity, reason: string) => ({ params: { id: activity.id }, body: { version: activity.version, reason } });
  const noticesOf = (client: Client, activity: Activity, kind: string) => until(
    async () => (await client.listNotices({ query: { perPage: 200 } })).data.filter((notice) => notice.kind === kind && notice.params['title'] === activity.title), (notices) => notices.length > 0);
  const code = async (call: Promise<unknown>) => (await refusal(call)).code;

  it('goes its whole way: drafted, handed in, given back, published, moved, closed, counted', async () => {
    const { league, office, anyone } = room;
    const title = '一条龙：航天科普进五马';
    let activity = await room.draft({ title });
    expect(activity).toMatchObject({
      state: 'draft', version: 1, unit: { name: '团市委' }, county: { name: '鹿城区' }, township: { name: '五马街道' }, topics: [{ name: '科学实验与探究' }], audiences: [{ name: '社区居民' }], shiftCount: 2, wanted: 10, free: 10,
      publishedAt: null, cancelled: null, result: null, programmes: [{ name: expect.any(String) as string }],
      staff: { createdBy: '章若溪', serves: [{ itemId: room.itemId }], returned: null, report: null, leaders: [], signups: { requested: 0, waiting: 0, confirmed: 0 }, hoursToConfirm: 0 },
    });
    expect(activity.shifts.map((one) => one.positions.map((position) => [position.role, position.maximum, position.requires.minAge]))).toEqual([[['lecturer', 1, 20], ['guide', 4, null]], [['lecturer', 1, 20], ['guide', 4, null]]]);

    activity = await league.submitActivity(at(activity));
    expect(await noticesOf(office, activity, 'activity_submitted')).toMatchObject([{ params: { unit: '团市委', title }, link: `/activities/${activity.id}/show` }]);
    expect(await code(league.updateActivity({ params: { id: activity.id }, body: { version: activity.version, title: '改一改' } }))).toBe('lifecycle.not_allowed');
    activity = await league.recallActivity(at(activity));
    expect(activity.state).toBe('draft');
    activity = await league.submitActivity(at(activity));
    activity = await office.returnActivity(because(activity, '请写明集合地点。'));
    expect(activity).toMatchObject({ state: 'draft', staff: { returned: { reason: '请写明集合地点。', by: room.officeName } } });
    expect(await noticesOf(league, activity, 'activity_returned')).toMatchObject([{ params: { text: '请写明集合地点。' } }]);
    activity = await league.updateActivity({ params: { id: activity.id }, body: { version: activity.version, place: '五马街道文化站一楼大厅集合' } });
    activity = await league.submitActivity(at(activity));
    expect(activity.staff?.returned).toBeNull();
    expect(await code(anyone.getActivity({ params: { id: activity.id } }))).toBe('resource.not_found');
    activity = await office.approveActivity(at(activity));
    expect(activity).toMatchObject({ state: 'open', staff: { approvedBy: room.officeName } });
    expect(await noticesOf(league, activity, 'activity_approved')).toHaveLength(1);

    const shown = await anyone.getActivity({ params: { id: activity.id } });
    expect(shown).toMatchObject({ title, state: 'open', place: '五马街道文化站一楼大厅集合', staff: null, free: 10, startsAt: activity.shifts[0]?.startsAt, risk: { insurance: 'organiser' } });
    expect(shown.publishedAt).not.toBeNull();

    // Rain on the first day: it moves behind the second, and what was announced stays known, however often it moves.
    const [first, second] = activity.shifts;
    if (!first || !second) throw new Error('There are no shifts');
    for (const hours of [70, 75]) {
      activity = await league.moveShift({ params: { id: first.id }, body: { version: activity.version, startsAt: inHours(hours), endsAt: inHours(hours + 1), reason: '大雨，改期。' } });
    }
    expect(activity.shifts.find((one) => one.id === first.id)).toMatchObject({ startsAt: inHours(75), moved: { from: first.startsAt, reason: '大雨，改期。' } });
    expect(activity.startsAt).toBe(second.startsAt);

    const report = { shifts: activity.shifts.map((one, index) => ({ shiftId: one.id, held: true, turnout: 40 + index, method: 'counted' as TurnoutMethod })), text: '两场都坐满了。', withoutPhoto: '涉及未成年人，未拍照。' };
    const close = (more: Partial<typeof report> & { version?: number } = {}) => league.reportActivity({ params: { id: activity.id }, body: { version: activity.version, ...report, ...more } });
    expect(await code(close())).toBe('activity.not_over');
    try {
      await server.control.clock({ advanceMs: 60 * HOUR_MS });
      expect(await code(close())).toBe('activity.not_over');
      await server.control.clock({ advanceMs: 18 * HOUR_MS });
      activity = await close();
      // What is queued at that time is due at that time: the clock goes back when it is told.
      expect(await noticesOf(office, activity, 'report_submitted')).toHaveLength(1);
    } finally {
      await server.control.clock({ reset: true });
    }
    expect(activity).toMatchObject({ state: 'reported', result: null, staff: { report: { text: '两场都坐满了。', withoutPhoto: '涉及未成年人，未拍照。', files: [], reportedBy: '章若溪', acceptedAt: null } } });
    expect((await anyone.getActivity({ params: { id: activity.id } })).result).toBeNull();
    activity = await office.returnActivityReport(because(activity, '请核对第二场人数。'));
    expect(activity).toMatchObject({ state: 'open', staff: { returned: { reason: '请核对第二场人数。' }, report: { shifts: [{ turnout: 40 }, { turnout: 41 }] } } });
    try {
      await server.control.clock({ advanceMs: 78 * HOUR_MS });
      activity = await close({ shifts: activity.shifts.map((one, index) => ({ shiftId: one.id, held: index === 1, turnout: index === 1 ? 55 : 0, method: 'list' })) });
    } finally {
      await server.control.clock({ reset: true });
    }
    activity = await office.acceptActivityReport(at(activity));
    expect(activity).toMatchObject({ state: 'closed', result: { turnout: 55, sessions: 1, text: '两场都坐满了。' }, staff: { returned: null, report: { acceptedBy: room.officeName } } });
    expect((await anyone.getActivity({ params: { id: activity.id } })).result).toEqual({ turnout: 55, sessions: 1, text: '两场都坐满了。' });
    const kept = await keptBy(server);
    for (const metric of ['turnout', 'sessions']) expect(kept).toContain(`activity:${activity.id}:${room.itemId}:${metric}:0`);

    const actions = (await league.getActivityHistory({ params: { id: activity.id } })).data.map((entry) => entry.action);
    expect(actions).toEqual([
      'activity.report_accepted', 'activity.reported', 'activity.report_returned', 'activity.reported', 'shift.moved', 'shift.moved', 'activity.approved', 'activity.submitted', 'activity.changed', 'activity.returned',
      'activity.submitted', 'activity.recalled', 'activity.submitted', 'activity.created',
    ]);
    // What is closed stays as it is.
    for (const call of [
      () => league.cancelActivity(because(activity, '不办了')), () => league.updateActivity({ params: { id: activity.id }, body: { version: activity.version, title: '改一改' } }), () => office.returnActivityReport(because(activity, '再看看')),
      () => league.deleteActivity({ params: { id: activity.id } }), () => office.acceptActivityReport(at(activity)), () => league.moveShift({ params: { id: first.id }, body: { version: activity.version, startsAt: inHours(90), endsAt: inHours(91), reason: '改期' } }),
      () => league.setShiftLeader({ params: { id: first.id }, body: { accountId: randomUUID() } }),
    ]) expect(await code(call())).toBe('lifecycle.not_allowed');
  });

  describe('refers only to what is there, open and the writer’s own', () => {
    const refused = (more: Parameters<ActivityRoom['draft']>[0], by?: Client) => refusal(room.draft(more, by));

    it('a unit in reach', async () => {
      expect(await refused({ unitId: room.womenId })).toMatchObject({ code: 'reference.not_found', detail: expect.stringContaining('主办单位') as string });
      expect((await refused({ unitId: randomUUID() })).code).toBe('reference.not_found');
      expect((await refused({}, room.county)).code).toBe('reference.not_found');
      expect((await refused({}, room.below)).code).toBe('reference.not_found');
      expect((await refused({}, room.reader)).code).toBe('auth.forbidden');
      expect((await refused({}, room.anyone)).code).toBe('auth.required');
      // The liaison of a unit writes for the units below it, and so does the county for those in its division.
      for (const by of [room.league, room.below, room.county, room.office]) expect(await room.draft({ unitId: room.belowId, serves: [] }, by)).toMatchObject({ state: 'draft', unit: { name: '平阳团县委' } });
    });

    it('a county with a township of its own, or none where there is none', async () => {
      for (const place of [{ countyCode: '330399' }, { countyCode: '330300', townshipCode: null }, { countyCode: '330303' }, { countyCode: '330383' }, { townshipCode: '330302999' }]) expect([place, (await refused(place)).code]).toEqual([place, 'reference.not_found']);
      expect(await refused({ townshipCode: null })).toMatchObject({ code: 'input.invalid', errors: [{ path: 'body.townshipCode', code: 'required' }] });
      expect(await room.draft({ countyCode: '330383', townshipCode: null })).toMatchObject({ county: { name: '龙港市' }, township: null });
    });

    it('topics and audiences that are open; those chosen before they were closed may stay', async () => {
      const { office, league } = room;
      expect((await refused({ topicIds: [room.term('audience', '社区居民')] })).code).toBe('reference.not_found');
      expect((await refused({ audienceIds: [randomUUID()] })).code).toBe('reference.not_found');
      const term = await office.createTerm({ body: { kind: 'topic', name: '极光观测', parentId: null } });
      const activity = await room.draft({ topicIds: [term.id] });
      await office.closeTerm({ params: { id: term.id }, body: { version: term.version, on: dayIn(0) } });
      expect((await refused({ topicIds: [term.id] })).code).toBe('reference.not_found');
      const other = room.term('topic', '数学');
      const kept = await league.updateActivity({ params: { id: activity.id }, body: { version: activity.version, topicIds: [term.id, other] } });
      expect(kept.topics.map((one) => one.name).sort()).toEqual(['数学', '极光观测'].sort());
      const dropped = await league.updateActivity({ params: { id: activity.id }, body: { version: kept.version, topicIds: [other] } });
      expect(await code(league.updateActivity({ params: { id: activity.id }, body: { version: dropped.version, topicIds: [other, term.id] } }))).toBe('reference.not_found');
    });

    it('items that are given to the unit, or to one above it', async () => {
      expect((await refused({ serves: [room.foreignItemId] })).code).toBe('reference.not_found');
      // The office sees the item; the unit has no part in it all the same.
      expect((await refused({ serves: [room.foreignItemId] }, room.office)).code).toBe('reference.not_found');
      expect((await refused({ serves: [randomUUID()] })).code).toBe('reference.not_found');
      const below = await room.draft({ unitId: room.belowId, serves: [room.itemId] });
      expect(below.staff?.serves.map((item) => item.itemId)).toEqual([room.itemId]);
      expect(await code(room.league.updateActivity({ params: { id: below.id }, body: { version: below.version, serves: [room.itemId, room.foreignItemId] } }))).toBe('reference.not_found');
      // What stands there stays when somebody changes it who does not see it.
      expect((await room.below.updateActivity({ params: { id: below.id }, body: { version: below.version, serves: [room.itemId] } })).staff?.serves).toHaveLength(1);
      expect((await refused({ unitId: room.belowId }, room.below)).code).toBe('reference.not_found');
    });

    it('shifts and positions of its own', async () => {
      const [mine, other] = [await room.draft(), await room.draft()];
      expect((await refused({ shifts: [{ ...shift(30), id: randomUUID() }] })).code).toBe('reference.not_found');
      const form = formOf(mine);
      for (const shifts of [[...form, ...formOf(other)], [{ ...shift(30), id: randomUUID() }], [{ ...form[0], positions: formOf(other)[0]?.positions ?? [] } as typeof form[0]]]) {
        expect(await code(room.league.updateActivity({ params: { id: mine.id }, body: { version: mine.version, shifts: shifts as typeof form } }))).toBe('reference.not_found');
      }
      expect(await refused({ shifts: [shift(30, { endsAt: inHours(29) })] })).toMatchObject({ code: 'input.invalid', errors: [{ path: 'body.shifts.0.endsAt', code: 'order' }] });
      expect(await refused({ shifts: [shift(30, { positions: [{ ...guides, minimum: 5 }] })] })).toMatchObject({ code: 'input.invalid', errors: [{ path: 'body.shifts.0.positions.0.maximum', code: 'order' }] });
    });
  });

  it('is changed as a whole while it is a draft, and thrown away', async () => {
    const { league } = room;
    const draft = await room.draft();
    const [first, second] = formOf(draft);
    if (!first || !second) throw new Error('There are no shifts');
    const [guide] = second.positions.slice(1);
    const changed = await league.updateActivity({
      params: { id: draft.id },
      body: { version: draft.version, title: '换了题目', kind: 'lecture', countyCode: '330305', townshipCode: '330305001', serves: [], shifts: [{ ...second, startsAt: inHours(80), endsAt: inHours(82), positions: [{ ...guide, maximum: 9, name: '引导员' } as typeof guides] }, shift(40)] },
    });
    expect(changed).toMatchObject({ title: '换了题目', kind: 'lecture', county: { name: '洞头区' }, township: { name: '北岙街道' }, programmes: [], startsAt: inHours(40), wanted: 14, shiftCount: 2, version: 2 });
    expect(changed.shifts.find((one) => one.id === second.id)).toMatchObject({ startsAt: inHours(80), moved: null, positions: [{ id: guide?.id, name: '引导员', maximum: 9 }] });
    expect(changed.shifts.some((one) => one.id === first.id)).toBe(false);
    expect(await code(league.updateActivity({ params: { id: draft.id }, body: { version: draft.version, title: '又换了' } }))).toBe('version.stale');
    const history = await league.getActivityHistory({ params: { id: draft.id } });
    expect(history.data[0]).toMatchObject({ action: 'activity.changed', actor: { name: '章若溪' }, before: { title: '青年科普志愿者进社区', kind: 'outreach' }, after: { title: '换了题目', kind: 'lecture', shiftsRemoved: 1, shiftsAdded: 1 } });
    expect(await league.deleteActivity({ params: { id: draft.id } })).toEqual({ done: true });
    expect(await code(league.getActivity({ params: { id: draft.id } }))).toBe('resource.not_found');
    expect(await code(league.deleteActivity({ params: { id: (await room.submitted()).id } }))).toBe('lifecycle.not_allowed');
  });

  it('is handed in when nothing is missing, and says what is', async () => {
    const bare = await room.draft({ serves: [], shifts: [shift(-5, { positions: [] })] });
    expect(await refusal(room.league.submitActivity(at(bare)))).toMatchObject({
      code: 'activity.incomplete', status: 409, params: { missing: 'terms.missing.future,terms.missing.positions,terms.missing.serves' }, detail: expect.stringContaining('尚未开始的时间、岗位、服务的任务') as string,
    });
    const answer = await server.fetch(`/api/v1/activities/${bare.id}/submit`, { as: 'liaison', method: 'POST', headers: { 'content-type': 'application/json', 'accept-language': 'en' }, body: JSON.stringify({ version: bare.version }) });
    expect(((await answer.json()) as { detail: string }).detail).toBe('Still missing: a time still to come, positions, the items served. Please add it and hand in again.');
    // What was ahead when it was handed in is not when it is approved.
    const late = await room.submitted({ shifts: [shift(2)] });
    try {
      await server.control.clock({ advanceMs: 3 * HOUR_MS });
      expect(await refusal(room.office.approveActivity(at(late)))).toMatchObject({ code: 'activity.incomplete', params: { missing: 'terms.missing.future' } });
    } finally {
      await server.control.clock({ reset: true });
    }
    expect((await room.league.getActivity({ params: { id: late.id } })).state).toBe('submitted');
  });

  it('of a unit that the paper does not name serves nothing and is published all the same', async () => {
    const units = await room.office.listUnits({ query: { q: '平阳县全科组办' } });
    const activity = await room.submitted({ unitId: units.data[0]?.id ?? '', serves: [] }, room.county);
    expect(await room.county.approveActivity(at(activity))).toMatchObject({ state: 'open', programmes: [] });
  });

  it('is approved by the office, or the county of its unit, and never by its own unit', async () => {
    const { league, county, office, below } = room;
    const [ofCity, ofCounty] = [await room.submitted(), await room.submitted({ unitId: room.belowId, title: '县里的活动', serves: [] }, below)];
    expect(await noticesOf(county, ofCounty, 'activity_submitted')).toHaveLength(1);
    for (const call of [() => league.approveActivity(at(ofCity)), () => below.approveActivity(at(ofCounty)), () => league.returnActivity(because(ofCity, 'x')), () => room.reader.approveActivity(at(ofCity))]) expect(await code(call())).toBe('auth.forbidden');
    expect(await code(county.approveActivity(at(ofCity)))).toBe('resource.not_found');
    expect(await code(county.returnActivity(because(ofCity, 'x')))).toBe('resource.not_found');
    // Somebody of the unit who also sits in the county office.
    const session = await below.getSession();
    await office.createGrant({ body: { accountId: session.account.id, role: 'county', scopeKind: 'division', scopeId: '330326' } });
    for (const call of [() => below.approveActivity(at(ofCounty)), () => below.returnActivity(because(ofCounty, 'x'))]) expect(await code(call())).toBe('resource.not_found');
    expect(await county.approveActivity(at(ofCounty))).toMatchObject({ state: 'open', staff: { approvedBy: '缪海生' } });
    expect((await office.listNotices({ query: { perPage: 200 } })).data.filter((notice) => notice.params['title'] === '县里的活动').map((notice) => notice.kind)).not.toContain('activity_approved');
  });

  it('is approved once, however many do it at once; a stale version changes nothing', async () => {
    const activity = await room.submitted();
    const editor = await server.client('editor');
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, (_, index) => (index % 2 ? editor : room.office).approveActivity(at(activity))));
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect(['version.stale', 'lifecycle.not_allowed']).toContain(await code(Promise.reject(outcome.reason as Error)));
    expect((await room.league.getActivityHistory({ params: { id: activity.id } })).data.filter((entry) => entry.action === 'activity.approved')).toHaveLength(1);
    expect((await room.league.listNotices({ query: { perPage: 200 } })).data.filter((notice) => notice.kind === 'activity_approved' && notice.link === `/activities/${activity.id}/show`).length).toBeLessThanOrEqual(1);
    const draft = await room.draft();
    const both = await Promise.allSettled([room.league.submitActivity(at(draft)), room.league.updateActivity({ params: { id: draft.id }, body: { version: draft.version, title: '同时改' } })]);
    expect(both.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  });

  describe('once it is published', () => {
    it('takes other words, positions and further shifts, and keeps what people rely on', async () => {
      const { league } = room;
      const activity = await room.open();
      const change = (body: Omit<Parameters<Client['updateActivity']>[0]['body'], 'version'>, version = activity.version) => league.updateActivity({ params: { id: activity.id }, body: { version, ...body } });
      const [first, second] = formOf(activity);
      if (!first || !second) throw new Error('There are no shifts');
      for (const shifts of [[first], [{ ...first, startsAt: inHours(31) }, second], [first, { ...second, endsAt: inHours(99) }]]) expect(await code(change({ shifts }))).toBe('lifecycle.not_allowed');
      expect(await code(change({ countyCode: '330303', townshipCode: '330303001' }))).toBe('lifecycle.not_allowed');
      expect(await refusal(change({ shifts: [first, second, shift(-1)] }))).toMatchObject({ code: 'input.invalid', errors: [{ path: 'body.shifts.2.startsAt', code: 'too_small' }] });
      expect(await refusal(change({ shifts: [first, { ...second, positions: [] }] }))).toMatchObject({ code: 'activity.incomplete', params: { missing: 'terms.missing.positions' } });
      const changed = await change({ title: '改了题目', riskStatement: '户外，注意防晒。', shifts: [{ ...first, positions: [...first.positions, { ...guides, name: '摄影记录', role: 'photographer' }] }, { ...second, positions: second.positions.slice(0, 1) }, shift(200)] });
      expect(changed).toMatchObject({ state: 'open', title: '改了题目', risk: { statement: '户外，注意防晒。' }, shiftCount: 3, wanted: 9 + 1 + 5 });
      expect((await room.anyone.getActivity({ params: { id: activity.id } })).title).toBe('改了题目');
      try {
        await server.control.clock({ advanceMs: 31 * HOUR_MS });
        const [begun, ...rest] = formOf(changed);
        if (!begun) throw new Error('There is no shift');
        expect(await code(change({ shifts: [{ ...begun, positions: [guides] }, ...rest] }, changed.version))).toBe('activity.started');
        expect(await change({ shifts: formOf(changed), place: '改到三楼' }, changed.version)).toMatchObject({ place: '改到三楼' });
      } finally {
        await server.control.clock({ reset: true });
      }
    });

    it('is called off with its reason, and stays to be found', async () => {
      const activity = await room.open({ title: '台风来了的活动' });
      expect(await code(room.league.cancelActivity(because(activity, ' ')))).toBe('input.invalid');
      const cancelled = await room.office.cancelActivity(because(activity, '台风红色预警。'));
      expect(cancelled).toMatchObject({ state: 'cancelled', cancelled: { reason: '台风红色预警。' }, free: 0, wanted: 0, shiftCount: 2, shifts: [{ cancelled: { reason: '台风红色预警。' } }, { cancelled: { reason: '台风红色预警。' } }] });
      expect(await noticesOf(room.league, activity, 'activity_cancelled')).toMatchObject([{ params: { text: '台风红色预警。' } }]);
      expect(await room.anyone.getActivity({ params: { id: activity.id } })).toMatchObject({ state: 'cancelled', staff: null, startsAt: activity.startsAt });
      expect(await code(room.league.cancelActivity(because(cancelled, '再取消')))).toBe('lifecycle.not_allowed');
      // What was never published is not published by being called off.
      const unseen = await room.league.cancelActivity(because(await room.submitted(), '不办了'));
      expect(unseen.state).toBe('cancelled');
      expect(await code(room.anyone.getActivity({ params: { id: unseen.id } }))).toBe('resource.not_found');
      expect(await code(room.league.cancelActivity(because(await room.draft(), '草稿')))).toBe('lifecycle.not_allowed');
    });

    it('loses a shift, and ends with its last one', async () => {
      const { league } = room;
      let activity = await room.open({ title: '少一场的活动' });
      const [first, second] = activity.shifts;
      if (!first || !second) throw new Error('There are no shifts');
      expect(await code(league.cancelShift({ params: { id: first.id }, body: { version: activity.version - 1, reason: '大雨' } }))).toBe('version.stale');
      activity = await room.office.cancelShift({ params: { id: first.id }, body: { version: activity.version, reason: '大雨' } });
      expect(activity).toMatchObject({ state: 'open', shiftCount: 1, startsAt: second.startsAt, wanted: 5, shifts: [{ cancelled: { reason: '大雨' } }, { cancelled: null }] });
      expect(await noticesOf(league, activity, 'shift_cancelled')).toMatchObject([{ params: { time: first.startsAt, text: '大雨' } }]);
      for (const call of [
        () => league.cancelShift({ params: { id: first.id }, body: { version: activity.version, reason: '再取消' } }), () => league.moveShift({ params: { id: first.id }, body: { version: activity.version, startsAt: inHours(90), endsAt: inHours(91), reason: '改期' } }),
      ]) expect(await code(call())).toBe('lifecycle.not_allowed');
      activity = await league.cancelShift({ params: { id: second.id }, body: { version: activity.version, reason: '场地停电' } });
      expect(activity).toMatchObject({ state: 'cancelled', cancelled: { reason: '场地停电' } });
      expect(activity.shifts.map((one) => one.cancelled?.reason)).toEqual(['大雨', '场地停电']);
    });

    it('moves to a time that is ahead only, and tells', async () => {
      const { league } = room;
      const activity = await room.open({ title: '改期的活动' });
      const [first] = activity.shifts;
      const move = (startsAt: string, endsAt: string, version = activity.version) => league.moveShift({ params: { id: first?.id ?? '' }, body: { version, startsAt, endsAt, reason: '大雨' } });
      expect(await refusal(move(inHours(-2), inHours(2)))).toMatchObject({ code: 'input.invalid', errors: [{ path: 'body.startsAt', code: 'too_small', message: expect.stringMatching(/\d{4}-\d\d-\d\d \d\d:\d\d/) as string }] });
      expect(await refusal(move(inHours(5), inHours(5)))).toMatchObject({ code: 'input.invalid', errors: [{ path: 'body.endsAt', code: 'order' }] });
      expect(await code(move(inHours(5), inHours(6), activity.version - 1))).toBe('version.stale');
      const moved = await room.office.moveShift({ params: { id: first?.id ?? '' }, body: { version: activity.version, startsAt: inHours(5), endsAt: inHours(6), reason: '大雨' } });
      expect(await noticesOf(league, moved, 'shift_moved')).toMatchObject([{ params: { time: inHours(5), text: '大雨' } }]);
      const draft = await room.draft();
      expect(await code(league.moveShift({ params: { id: draft.shifts[0]?.id ?? '' }, body: { version: 1, startsAt: inHours(5), endsAt: inHours(6), reason: '大雨' } }))).toBe('lifecycle.not_allowed');
    });

    it('is led by a colleague, who hears of it, and by nobody else', async () => {
      const { league, women, office, county, below } = room;
      const idOf = async (client: Client) => (await client.getSession()).account.id;
      const activity = await room.open({ title: '有人带队的活动', unitId: room.belowId });
      const [first] = activity.shifts;
      const lead = (accountId: string, by = league) => by.setShiftLeader({ params: { id: first?.id ?? '' }, body: { accountId } });
      for (const accountId of [await idOf(women), randomUUID(), await idOf(room.reader)]) expect(await code(lead(accountId))).toBe('reference.not_found');
      for (const [by, person] of [[below, league], [county, office], [league, county], [league, below]] as const) {
        const led = await lead(await idOf(person), by);
        expect(led.staff?.leaders).toEqual([{ shiftId: first?.id, leader: { id: await idOf(person), name: (await person.getSession()).account.name } }]);
      }
      expect(await noticesOf(below, activity, 'leader_set')).toMatchObject([{ params: { time: first?.startsAt }, link: `/lead/${first?.id}` }]);
      expect(await code(lead(await idOf(women), women))).toBe('resource.not_found');
      expect((await room.anyone.getActivity({ params: { id: activity.id } })).staff).toBeNull();
    });
  });

  it('is copied to another day as a draft, with the hours of the day and without its leaders', async () => {
    const { league } = room;
    const source = await room.open();
    const [first, second] = source.shifts;
    await league.setShiftLeader({ params: { id: first?.id ?? '' }, body: { accountId: (await league.getSession()).account.id } });
    await league.cancelShift({ params: { id: second?.id ?? '' }, body: { version: source.version, reason: '下雨' } });
    for (const reader of [room.women, room.below]) expect(await code(reader.copyActivity({ params: { id: source.id }, body: { startsOn: dayIn(40) } }))).toBe('resource.not_found');
    const copy = await league.copyActivity({ params: { id: source.id }, body: { startsOn: dayIn(40) } });
    const clock = (instant: string | undefined) => instant?.slice(11);
    expect(copy).toMatchObject({ state: 'draft', title: source.title, topics: source.topics, audiences: source.audiences, publishedAt: null, version: 1, shiftCount: 1, staff: { leaders: [], serves: [{ itemId: room.itemId }] } });
    expect(copy.id).not.toBe(source.id);
    expect([clock(copy.shifts[0]?.startsAt), clock(copy.shifts[0]?.endsAt)]).toEqual([clock(first?.startsAt), clock(first?.endsAt)]);
    expect(new Date(Date.parse(copy.shifts[0]?.startsAt ?? '') + 8 * HOUR_MS).toISOString().slice(0, 10)).toBe(dayIn(40));
    expect(copy.shifts[0]?.positions.map(({ id: _id, ...position }) => position)).toEqual(first?.positions.map(({ id: _id, ...position }) => position));
  });

  it('goes on under the successor of its unit', async () => {
    const { office, league } = room;
    const unit = await office.createUnit({ body: { name: '平阳青科站', fullName: '平阳县青年科普站', kind: 'institution', divisionCode: '330326', parentId: room.unitId } });
    const activity = await room.open({ unitId: unit.id, title: '换了东家的活动' });
    await office.mergeUnit({ params: { id: unit.id }, body: { version: unit.version, on: dayIn(0), successorId: room.belowId } });
    expect((await room.below.listActivities({ query: { managed: 'true', ids: activity.id } })).data).toMatchObject([{ unit: { name: '平阳团县委' }, version: activity.version + 1 }]);
    expect((await league.getActivityHistory({ params: { id: activity.id } })).data[0]).toMatchObject({ action: 'activity.changed', before: { unitId: unit.id }, after: { unitId: room.belowId } });
  });

  it('is closed with every shift, and with a photo or the reason why there is none', async () => {
    const { league } = room;
    const activity = await room.open({ shifts: [shift(1), shift(4)] });
    const [first, second] = activity.shifts.map((one) => one.id);
    const close = (shifts: { shiftId: string | undefined; held?: boolean; turnout?: number }[], more: Record<string, unknown> = {}) => league.reportActivity({
      params: { id: activity.id }, body: { version: activity.version, shifts: shifts.map((one) => ({ held: true, turnout: 10, method: 'gate' as const, ...one, shiftId: one.shiftId ?? '' })), text: '顺利。', withoutPhoto: '设备故障，没有照片。', ...more },
    });
    try {
      await server.control.clock({ advanceMs: 7 * HOUR_MS });
      expect(await code(close([{ shiftId: first }, { shiftId: randomUUID() }]))).toBe('reference.not_found');
      expect(await refusal(close([{ shiftId: first }]))).toMatchObject({ code: 'input.invalid', errors: [{ path: 'body.shifts', code: 'required' }] });
      expect(await refusal(close([{ shiftId: first }, { shiftId: second, held: false }], { withoutPhoto: null }))).toMatchObject({ code: 'input.invalid', errors: [{ path: 'body.shifts.1.turnout' }, { path: 'body.withoutPhoto' }] });
      expect(await code(close([{ shiftId: first }, { shiftId: second }], { fileIds: [randomUUID()] }))).toBe('reference.not_found');
      expect(await code(close([{ shiftId: first }, { shiftId: second }], { version: 1 }))).toBe('version.stale');
      expect((await league.getActivity({ params: { id: activity.id } })).staff?.report).toBeNull();
      expect(await close([{ shiftId: first }, { shiftId: second }])).toMatchObject({ state: 'reported' });
    } finally {
      await server.control.clock({ reset: true });
    }
  });
});

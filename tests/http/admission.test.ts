import { createClient, type Client } from '@kepu/api-client';
import { eachDatabase } from '../support/engines.js';
import { signIn, startServer, type TestServer } from '../support/server.js';
import { newPerson, ownPassword } from '../matrix/people.js';
import { furnishActivities, shift, type ActivityRoom } from './activity-room.js';
import { keptBy } from './kept.js';
import { refusal, until } from './papers.js';

/** What stands behind the `#` of a link. */
const tokenOf = (link: string): string => link.slice(link.indexOf('#') + 1);
const code = async (call: Promise<unknown>): Promise<string> => (await refusal(call)).code;

eachDatabase('people and bodies who come in', (database) => {
  let server: TestServer;
  let room: ActivityRoom;
  let serial = 0;
  const clientOf = (cookie: string): Client => createClient({ baseUrl: server.url, parseAnswers: true, headers: { cookie } });
  const phone = () => `1370000${String(1000 + (serial += 1))}`;
  const noticesOf = async (client: Client, kind: string) => (await client.listNotices({ query: { perPage: 200 } })).data.filter((notice) => notice.kind === kind);
  /** Says yes to a link, and answers the client of whoever came in. */
  const accept = async (link: string, contact: string, password: string | undefined = ownPassword, cookie = ''): Promise<Client> => {
    const answer = await server.fetch('/api/v1/invitations/accept', { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify({ token: tokenOf(link), contact, ...(password === undefined ? {} : { password }) }) });
    if (answer.status !== 201) throw new Error(await answer.text());
    // Who is signed in stays so: no other session is opened.
    return clientOf(answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ') || cookie);
  };
  beforeAll(async () => {
    server = await startServer({ database });
    room = await furnishActivities(server);
  });

  it('are invited by a link that is good once, for one contact, and gives the right that was named', async () => {
    const { league, anyone, unitId } = room;
    const contact = phone();
    const made = await league.createInvitation({ body: { unitId, role: 'publisher', name: '毛豆豆', contact } });
    expect(made).toMatchObject({ state: 'open', role: 'publisher', unit: { id: unitId }, contact: expect.stringMatching(/^137\*{4}\d{4}$/) as string });
    expect(await code(league.createInvitation({ body: { unitId, role: 'publisher', name: '毛豆豆', contact } }))).toBe('invitation.exists');
    const token = tokenOf(made.link);
    expect(await anyone.lookUpInvitation({ body: { token } })).toMatchObject({ name: '毛豆豆', role: 'publisher', state: 'open', contactKind: 'phone', invitedBy: '章若溪' });
    expect(await code(anyone.acceptInvitation({ body: { token, contact: phone(), password: ownPassword } }))).toBe('invitation.wrong_contact');
    expect(await code(anyone.acceptInvitation({ body: { token, contact } }))).toBe('input.invalid');
    expect(await code(anyone.acceptInvitation({ body: { token, contact, password: '12345678' } }))).toBe('auth.password_weak');
    expect(await code(anyone.lookUpInvitation({ body: { token: 'A'.repeat(43) } }))).toBe('invitation.unknown');

    const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => accept(made.link, contact)));
    const [person] = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    if (!person) throw new Error('Nobody came in');
    expect(await person.getSession()).toMatchObject({ account: { name: '毛豆豆', mustChangePassword: false }, grants: [{ role: 'publisher', scope: { id: unitId } }] });
    expect(await code(anyone.acceptInvitation({ body: { token, contact, password: ownPassword } }))).toBe('invitation.not_open');
    expect((await until(() => noticesOf(league, 'invitation_accepted'), (found) => found.length > 0))[0]?.params).toMatchObject({ name: '毛豆豆' });
    expect((await league.listInvitations({ query: { state: 'accepted' } })).data.map(({ id }) => id)).toContain(made.id);
  });

  it('are not invited past the right of whoever invites', async () => {
    const { league, county, office, reader, women, unitId, womenId } = room;
    const input = (role: 'liaison' | 'publisher', unit: string) => ({ body: { unitId: unit, role, name: '吴名氏', contact: phone() } });
    expect(await code(league.createInvitation(input('liaison', unitId)))).toBe('grant.not_given_by_you');
    expect(await code(league.createInvitation(input('publisher', womenId)))).toBe('reference.not_found');
    expect(await code(county.createInvitation(input('publisher', unitId)))).toBe('reference.not_found');
    expect(await code(reader.createInvitation(input('publisher', unitId)))).toBe('auth.forbidden');
    expect((await county.createInvitation(input('liaison', room.belowId))).role).toBe('liaison');
    const theirs = await office.createInvitation(input('liaison', womenId));
    for (const call of [() => league.renewInvitation({ params: { id: theirs.id } }), () => league.withdrawInvitation({ params: { id: theirs.id } })]) expect(await code(call())).toBe('resource.not_found');
    expect((await league.listInvitations()).data.map(({ id }) => id)).not.toContain(theirs.id);
    // A liaison of the unit sees it, and may not make it anew: the role is not theirs to give.
    expect(await code(women.renewInvitation({ params: { id: theirs.id } }))).toBe('grant.not_given_by_you');
  });

  it('do not come in by a link that was renewed, taken back or is too old, or whose maker has lost the right', async () => {
    const { league, office, anyone, unitId } = room;
    const contact = phone();
    const first = await league.createInvitation({ body: { unitId, role: 'approver', name: '戚小谨', contact } });
    const second = await league.renewInvitation({ params: { id: first.id } });
    expect(await code(anyone.lookUpInvitation({ body: { token: tokenOf(first.link) } }))).toBe('invitation.unknown');
    await league.withdrawInvitation({ params: { id: first.id } });
    expect((await anyone.lookUpInvitation({ body: { token: tokenOf(second.link) } })).state).toBe('withdrawn');
    expect(await code(anyone.acceptInvitation({ body: { token: tokenOf(second.link), contact, password: ownPassword } }))).toBe('invitation.not_open');

    const old = await league.createInvitation({ body: { unitId, role: 'approver', name: '戚小谨', contact } });
    try {
      await server.control.clock({ advanceMs: 8 * 86_400_000 });
      expect((await anyone.lookUpInvitation({ body: { token: tokenOf(old.link) } })).state).toBe('expired');
      expect(await code(anyone.acceptInvitation({ body: { token: tokenOf(old.link), contact, password: ownPassword } }))).toBe('invitation.not_open');
    } finally {
      await server.control.clock({ reset: true });
    }
    const maker = await newPerson(server, office, 'maker@demo.kepu', { role: 'liaison', unit: '团市委' });
    const other = phone();
    const theirs = await clientOf(maker.cookie).createInvitation({ body: { unitId, role: 'approver', name: '戚小谨', contact: other } });
    const [grant] = (await office.listGrants({ query: { accountId: maker.id } })).data;
    await office.endGrant({ params: { id: grant?.id ?? '' } });
    expect((await anyone.lookUpInvitation({ body: { token: tokenOf(theirs.link) } })).state).toBe('withdrawn');
    expect(await code(anyone.acceptInvitation({ body: { token: tokenOf(theirs.link), contact: other, password: ownPassword } }))).toBe('invitation.not_open');
  });

  it('keep their account: who has one signs in with it, and nobody gives themselves a right', async () => {
    const { league, office, anyone, unitId } = room;
    const { cookie } = await newPerson(server, office, 'known@demo.kepu');
    const made = await league.createInvitation({ body: { unitId, role: 'approver', name: '别的名字', contact: 'known@demo.kepu' } });
    expect(await code(anyone.acceptInvitation({ body: { token: tokenOf(made.link), contact: 'known@demo.kepu', password: 'Lucheng-2026-z' } }))).toBe('invitation.sign_in_first');
    expect(await code(clientOf(await server.cookie('liaison-women')).acceptInvitation({ body: { token: tokenOf(made.link), contact: 'known@demo.kepu' } }))).toBe('invitation.sign_in_first');
    const person = await accept(made.link, 'KNOWN@demo.kepu ', undefined, cookie);
    expect(await person.getSession()).toMatchObject({ account: { name: '测试人员' }, grants: [{ role: 'approver' }] });
    // The password of before still is the password.
    await signIn(server.url, 'known@demo.kepu', ownPassword);
    const own = await league.createInvitation({ body: { unitId, role: 'publisher', name: '自己', contact: 'liaison@demo.kepu' } });
    expect(await code(league.acceptInvitation({ body: { token: tokenOf(own.link), contact: 'liaison@demo.kepu' } }))).toBe('account.own_rights');
  });

  it('prepare and speak as their role says: an editor drafts, an approver hands in', async () => {
    const [publisher, approver] = await Promise.all([server.client('publisher'), server.client('approver')]);
    let activity = await publisher.createActivity({ body: room.input({ title: '编辑起草的活动', shifts: [shift(90)] }) });
    const at = () => ({ params: { id: activity.id }, body: { version: activity.version } });
    expect(await code(publisher.submitActivity(at()))).toBe('auth.forbidden');
    expect((await approver.getDesk()).drafts?.first.map(({ id }) => id)).toContain(activity.id);
    expect(await code(approver.updateActivity({ params: { id: activity.id }, body: { version: activity.version, title: '改' } }))).toBe('auth.forbidden');
    activity = await approver.submitActivity(at());
    activity = await room.office.approveActivity(at());
    expect(activity.state).toBe('open');
    expect(await code(publisher.cancelActivity({ params: { id: activity.id }, body: { version: activity.version, reason: '不办了' } }))).toBe('auth.forbidden');
    expect((await approver.cancelActivity({ params: { id: activity.id }, body: { version: activity.version, reason: '台风预警，取消。' } })).state).toBe('cancelled');
    // Whoever hands in for a unit approves nothing of it, whatever other office they hold.
    const [grant] = (await room.office.listGrants({ query: { role: 'approver', q: '南雁秋' } })).data;
    await room.office.createGrant({ body: { accountId: grant?.accountId ?? '', role: 'editor', scopeKind: 'city', to: '2099-12-31' } });
    const both = await approver.createActivity({ body: room.input({ title: '自己审自己', shifts: [shift(91)] }) });
    const handed = await approver.submitActivity({ params: { id: both.id }, body: { version: both.version } });
    expect(await code(approver.approveActivity({ params: { id: both.id }, body: { version: handed.version } }))).toBe('resource.not_found');
  });

  it('leave their work to a successor in one step, with all that is open, by the office alone', async () => {
    const { office, county, league, unitId } = room;
    const from = await newPerson(server, office, 'leaves@demo.kepu', { role: 'liaison', unit: '团市委' });
    const to = await newPerson(server, office, 'comes@demo.kepu');
    const held = await room.open({ title: '移交前的活动', shifts: [shift(70)] });
    const [shiftHeld] = held.shifts;
    await league.setShiftLeader({ params: { id: shiftHeld?.id ?? '' }, body: { accountId: from.id } });
    const work = await office.getOpenWork({ params: { id: unitId }, query: { accountId: from.id } });
    expect(work.parts.find(({ kind }) => kind === 'shifts_led')).toEqual({ kind: 'shifts_led', count: 1, moves: true });
    expect(work.parts.find(({ kind }) => kind === 'activities')?.count).toBeGreaterThan(0);
    const body = { fromId: from.id, toId: to.id, reason: '岗位调整' };
    for (const client of [county, league]) expect(await code(client.handOver({ params: { id: unitId }, body }))).toBe('auth.forbidden');
    const me = (await office.getSession()).account.id;
    expect(await code(office.handOver({ params: { id: unitId }, body: { ...body, toId: me } }))).toBe('account.own_rights');
    expect(await code(office.handOver({ params: { id: unitId }, body: { ...body, toId: unitId } }))).toBe('reference.not_found');
    const done = await office.handOver({ params: { id: unitId }, body });
    expect(done.grant).toMatchObject({ accountId: to.id, role: 'liaison', scope: { id: unitId } });
    expect(await code(clientOf(from.cookie).listPlans())).toBe('auth.forbidden');
    const successor = clientOf(to.cookie);
    expect((await successor.getActivity({ params: { id: held.id } })).staff?.leaders).toEqual([{ shiftId: shiftHeld?.id, leader: { id: to.id, name: '测试人员' } }]);
    expect(await code(office.handOver({ params: { id: unitId }, body }))).toBe('grant.not_held');
    expect(await until(() => noticesOf(successor, 'taken_over'), (found) => found.length > 0)).toHaveLength(1);
    expect(await until(() => noticesOf(clientOf(from.cookie), 'handed_over'), (found) => found.length > 0)).toHaveLength(1);
  });

  it('are told why they do not see a thing, as the system itself would answer them', async () => {
    const { office, reader, women } = room;
    const draft = await room.draft({ title: '别人看不到的草稿' });
    const [grant] = (await office.listGrants({ query: { role: 'liaison', q: '胡慧珍' } })).data;
    const accountId = grant?.accountId ?? '';
    const explain = (kind: 'activity' | 'unit' | 'volunteer' | 'plan', id: string, client = office, whom = accountId) => client.explainAccess({ query: { accountId: whom, kind, id } });
    const failing = (answer: Awaited<ReturnType<typeof explain>>) => answer.checks.find(({ ok }) => !ok)?.check ?? null;
    const seen = await explain('activity', draft.id);
    expect(seen).toMatchObject({ sees: false, subject: { name: '别人看不到的草稿', unit: { name: '团市委' } }, permission: 'activity:read' });
    expect(failing(seen)).toBe('reach');
    expect(await code(women.getActivity({ params: { id: draft.id } }))).toBe('resource.not_found');
    expect(await explain('unit', room.womenId)).toMatchObject({ sees: true });
    const nobody = await newPerson(server, office, 'nobody@demo.kepu');
    expect(failing(await explain('unit', room.unitId, office, nobody.id))).toBe('grants');
    const [someone] = (await office.listVolunteers({ query: { perPage: 1 } })).data;
    const [leader] = (await office.listGrants({ query: { role: 'leader' } })).data;
    expect(failing(await explain('volunteer', someone?.id ?? '', office, leader?.accountId))).toBe('permission');
    await office.disableAccount({ params: { id: nobody.id } });
    expect(failing(await explain('unit', room.unitId, office, nobody.id))).toBe('account');
    // Who asks learns of nothing that they do not see themselves.
    expect(await explain('activity', draft.id, reader)).toMatchObject({ sees: false });
    expect(await code(explain('volunteer', someone?.id ?? '', reader))).toBe('resource.not_found');
    expect(await code(explain('plan', draft.id))).toBe('resource.not_found');
  });

  it('stand in one sheet with their rights', async () => {
    const answer = await server.fetch('/api/v1/grants/export.xlsx', { as: 'office' });
    expect(answer.status).toBe(200);
    const { default: excel } = await import('exceljs');
    const book = new excel.Workbook();
    await book.xlsx.load(await answer.arrayBuffer());
    const people = book.getWorksheet('权限一览');
    const names = people?.getColumn(1).values.map(String) ?? [];
    expect(names).toEqual(expect.arrayContaining(['温建国', '章若溪', '卓远航']));
    expect(names.at(-1)).toContain('温建国 于');
    expect(book.getWorksheet('角色权限表')?.getRow(1).values).toEqual(expect.arrayContaining(['单位审核人', '活动编辑']));
    expect((await server.fetch('/api/v1/grants/export.xlsx', { as: 'liaison' })).status).toBe(403);
  });

  describe('as bodies that apply by themselves', () => {
    const input = (more: Record<string, unknown> = {}) => ({ body: { unitName: '平阳县鳌江镇第五小学', kind: 'school' as const, countyCode: '330326', place: '鳌江镇学苑路 5 号', name: '林校工', duty: '教导主任', contact: phone(), note: '想请讲师进校园。', ...more } });

    it('are checked by their own county, given back, completed, admitted, and speak from then on', async () => {
      const { anyone, county, league, office } = room;
      const contact = phone();
      const made = await anyone.createUnitApplication(input({ contact }));
      expect(made).toMatchObject({ state: 'submitted', number: expect.stringMatching(/^RZ\d{8}$/) as string, county: { name: '平阳县' } });
      expect(made.link).toMatch(/\/join#[\w-]{43}$/);
      const token = tokenOf(made.link);
      expect(await code(anyone.createUnitApplication(input({ contact })))).toBe('unit_application.exists');
      const [row] = (await county.listUnitApplications({ query: { state: 'submitted', q: '第五小学' } })).data;
      if (!row) throw new Error('The county does not see it');
      expect(row).toMatchObject({ unitName: '平阳县鳌江镇第五小学', contact: expect.stringMatching(/^137\*{4}/) as string });
      expect((await until(() => noticesOf(county, 'unit_application'), (found) => found.length > 0))[0]?.link).toBe(`/unit-applications/${row.id}`);
      expect(await code(league.listUnitApplications())).toBe('auth.forbidden');
      expect((await county.revealApplicantContact({ params: { id: row.id } })).contact).toBe(`+86${contact}`);
      const seen = (await office.listAuditEntries({ query: { action: 'unit_application.contact_seen' } })).data;
      expect(seen.map(({ subjectId }) => subjectId)).toContain(row.id);

      const back = await county.returnUnitApplication({ params: { id: row.id }, body: { version: row.version, reason: '请补充门牌号。' } });
      expect(await anyone.lookUpUnitApplication({ body: { token } })).toMatchObject({ state: 'returned', reason: '请补充门牌号。' });
      expect(await code(county.approveUnitApplication({ params: { id: row.id }, body: { version: back.version } }))).toBe('lifecycle.not_allowed');
      expect(await anyone.reviseUnitApplication({ body: { token, ...input({ contact, place: '鳌江镇学苑路 5 号二楼' }).body } })).toMatchObject({ state: 'submitted', reason: null });
      const { version } = await county.getUnitApplication({ params: { id: row.id } });
      expect(await code(county.approveUnitApplication({ params: { id: row.id }, body: { version: version - 1 } }))).toBe('version.stale');
      const outcomes = await Promise.allSettled([1, 2, 3].map(() => county.approveUnitApplication({ params: { id: row.id }, body: { version } })));
      expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
      const admitted = await county.getUnitApplication({ params: { id: row.id } });
      expect(admitted).toMatchObject({ state: 'approved', unit: { name: '平阳县鳌江镇第五小学' }, decidedBy: '缪海生' });
      expect((await office.listUnits({ query: { q: '第五小学' } })).total).toBe(1);
      // The applicant's link is the invitation now.
      expect(await anyone.lookUpInvitation({ body: { token } })).toMatchObject({ state: 'open', role: 'liaison' });
      const school = await accept(made.link, contact);
      expect((await school.getSession()).grants).toMatchObject([{ role: 'liaison', scope: { id: admitted.unit?.id } }]);
      const [town] = (await office.listDivisions({ query: { parentCode: '330326', perPage: 1 } })).data;
      expect((await school.createActivity({ body: room.input({ unitId: admitted.unit?.id ?? '', countyCode: '330326', townshipCode: town?.code ?? null, serves: [], shifts: [shift(80)] }) })).state).toBe('draft');
    });

    it('are found out of reach of other counties, refused with a reason, and become no second unit', async () => {
      const { anyone, county, office } = room;
      const elsewhere = await anyone.createUnitApplication(input({ countyCode: '330302', unitName: '鹿城区瓯江小学' }));
      const [row] = (await office.listUnitApplications({ query: { q: '瓯江小学' } })).data;
      expect((await county.listUnitApplications({ query: { q: '瓯江小学' } })).total).toBe(0);
      for (const call of [() => county.getUnitApplication({ params: { id: row?.id ?? '' } }), () => county.revealApplicantContact({ params: { id: row?.id ?? '' } }), () => county.approveUnitApplication({ params: { id: row?.id ?? '' }, body: { version: 1 } })]) {
        expect(await code(call())).toBe('resource.not_found');
      }
      const refused = await office.refuseUnitApplication({ params: { id: row?.id ?? '' }, body: { version: row?.version ?? 0, reason: '该单位已经入驻，请联系单位的联络员' } });
      expect(refused.state).toBe('refused');
      expect(await code(anyone.withdrawUnitApplication({ body: { token: tokenOf(elsewhere.link) } }))).toBe('lifecycle.not_allowed');

      const twin = await anyone.createUnitApplication(input({ unitName: '平阳团县委' }));
      const [again] = (await county.listUnitApplications({ query: { q: '平阳团县委', state: 'submitted' } })).data;
      const seen = await county.getUnitApplication({ params: { id: again?.id ?? '' } });
      expect(seen.similar).toMatchObject([{ id: room.belowId, name: '平阳团县委', liaisons: 1 }]);
      expect(await code(county.approveUnitApplication({ params: { id: seen.id }, body: { version: seen.version } }))).toBe('unit.name_taken');
      expect(await code(county.approveUnitApplication({ params: { id: seen.id }, body: { version: seen.version, unitId: room.unitId } }))).toBe('reference.not_found');
      expect(await county.approveUnitApplication({ params: { id: seen.id }, body: { version: seen.version, unitId: room.belowId, role: 'publisher' } })).toMatchObject({ state: 'approved', unit: { id: room.belowId } });
      expect(await anyone.lookUpInvitation({ body: { token: tokenOf(twin.link) } })).toMatchObject({ role: 'publisher', unit: { id: room.belowId } });

      const back = await anyone.createUnitApplication(input({ unitName: '平阳县万全镇卫生院', kind: 'hospital' }));
      expect(await anyone.withdrawUnitApplication({ body: { token: tokenOf(back.link) } })).toEqual({ done: true });
      expect((await anyone.lookUpUnitApplication({ body: { token: tokenOf(back.link) } })).state).toBe('withdrawn');
    });

    it('are refused where the form is wrong, and slowed down where one network sends many', async () => {
      const { anyone } = room;
      expect(await refusal(anyone.createUnitApplication(input({ contact: '不是号码' })))).toMatchObject({ code: 'input.invalid', errors: [{ path: 'body.contact', code: 'bad_contact' }] });
      expect(await code(anyone.createUnitApplication(input({ countyCode: '330300' })))).toBe('reference.not_found');
      expect(await code(anyone.createUnitApplication({ body: { ...input().body, kind: 'party' as never } }))).toBe('input.invalid');
      const outcomes: string[] = [];
      for (let at = 0; at < 40; at += 1) outcomes.push(await anyone.createUnitApplication(input({ unitName: `平阳县样例村 ${at}`, kind: 'village' })).then(() => 'made', (error: { problem?: { code: string } }) => error.problem?.code ?? 'broken'));
      expect(new Set(outcomes)).toEqual(new Set(['made', 'rate.limited']));
    });
  });

  it('leave no number, address or token in the clear in what is kept', async () => {
    const { league, unitId } = room;
    const contact = '13766554433';
    const made = await league.createInvitation({ body: { unitId, role: 'publisher', name: '明白人', contact } });
    await accept(made.link, contact);
    const kept = await keptBy(server);
    expect(kept).not.toContain(contact);
    expect(kept).not.toContain(tokenOf(made.link));
    expect(Buffer.from(kept, 'latin1').toString('utf8') + kept).toContain('明白人');
  });
});

/**
 * @jest-environment ./packages/tooling/page-environment.cjs
 */
import type { MySignup, Notice } from '@kepu/contracts';
import { Refused, type Handlers } from '../../../test-support/fake-api.js';
import { get, named, openPage, submit, textIn, tick, type, until } from '../../../test-support/page.js';
import * as world from '../../../test-support/world.js';
import { attachMe } from './me.js';

jest.mock('react/jsx-runtime', () => jest.requireActual('../../dom/jsx-runtime.js'));

const { uid, mySignup, record } = world;
const page = <T>(data: T[]) => ({ data, total: data.length });
const handlers: Handlers = {
  getPublicDictionary: () => world.dictionary, getSession: () => world.session, getMyVolunteer: () => world.volunteer, listMySignups: () => page([mySignup]), listMyShifts: () => page([]),
  getMyRecommendations: () => ({ ...page([world.recommendation]), personal: true, weights: 1 }), getMyService: () => ({ services: 12, volunteerMinutes: 1890, workMinutes: 300, thisYearMinutes: 960, toConfirm: 2 }), listMyServiceRecords: () => page([record]),
  listMyInvitations: () => ({ ...page([]), off: false }), listNotices: () => ({ ...page([]), unread: 0 }), getMyConsents: () => ({ data: [] }), listMyCertificates: () => ({ ...page([]), sources: [] }),
};
const open = async (more: Handlers = {}, { prefix = '', hash = '' } = {}) => {
  const opened = await openPage(`${prefix}/me`, { ...handlers, ...more });
  const root = opened.island('me');
  const done = attachMe(root, { ...opened.browser(root), hash });
  return { ...opened, done };
};
const ready = async (more: Handlers = {}, options = {}) => {
  const opened = await open(more, options);
  await opened.done;
  return opened;
};
const refuse = (code: ConstructorParameters<typeof Refused>[0], params = {}) => () => { throw new Refused(code, { params }); };

it('greets, and shows every part without a key of the catalogue', async () => {
  for (const prefix of ['', '/en']) {
    await ready({ listMyShifts: () => page([world.ledShift]), listNotices: () => ({ ...page([{ id: uid(700), kind: 'hours_confirmed', params: { title: '急救培训', hours: 2.5, ledger: 'terms.ledgers.volunteer' }, link: '/me', createdAt: world.at('2026-11-16', '9:00'), readAt: null }]), unread: 1 }) }, { prefix });
    const text = textIn('#main');
    expect(text).toContain(prefix ? 'Hello 章若溪' : '章若溪，您好');
    expect(text).toContain(prefix ? 'volunteer hours' : '2.5 小时，志愿服务时长');
    expect(text).not.toMatch(/\b(me|myInvited|form|signup|terms|matching|notices|register|checkIn|list|card|free|when)\.[a-zA-Z_]+/);
    expect(text).not.toMatch(/\{\w+\}|undefined|NaN|\[object/);
    expect(document.querySelectorAll('.skeleton')).toHaveLength(0);
  }
});

it.each(['auth.required', 'auth.password_change_required'] as const)('%s leads to the sign-in, and back', async (code) => {
  const { go } = await ready({ getSession: refuse(code) });
  expect(go).toHaveBeenCalledWith('/sign-in?next=%2Fme');
});

it('asks somebody who is no volunteer to register, and still shows what they lead', async () => {
  await ready({ getMyVolunteer: refuse('volunteer.required'), listMyShifts: () => page([world.ledShift]) });
  expect(textIn('.own-alert')).toContain('您还没有登记为志愿者');
  expect(named<HTMLAnchorElement>('打开名单').getAttribute('href')).toBe(`/lead/${uid(200)}`);
  expect(get('#suggestions').hidden).toBe(true);
});

it('shows the part that failed as failed, the others as they are, and tries again', async () => {
  let fails = true;
  await ready({ getMyService: () => (fails ? refuse('server.busy')() : { services: 1, volunteerMinutes: 60, workMinutes: 0, thisYearMinutes: 60, toConfirm: 0 }) });
  expect(textIn('#hours')).toContain('系统繁忙');
  expect(textIn('#suggestions')).toContain(world.row.title);
  fails = false;
  named('再试一次', get('#hours')).click();
  await until(() => expect(textIn('#hours')).toContain('1 小时志愿服务'));
});

it('welcomes somebody who has just registered', async () => {
  await ready({}, { hash: '#welcome' });
  expect(textIn('.own-alert')).toBe('登记好了，欢迎您！看看下面为您推荐的活动。');
});

describe('the next shift', () => {
  const now = (more: Partial<MySignup>): Handlers => ({ listMySignups: () => page([{ ...mySignup, id: uid(1), state: 'requested' }, { ...mySignup, ...more }]) });

  it('is the one that has been confirmed, with what to do later', async () => {
    await ready(now({}));
    expect(textIn('#next')).toContain('已录取');
    expect(textIn('#next')).toContain('开始前 60 分钟起，可以在这里签到、签退。');
    expect(document.querySelectorAll('#next form')).toHaveLength(0);
  });

  it('is none that is over and counted, though the day goes on', async () => {
    await ready(now({ attendance: { state: 'settled', inAt: world.at('2026-11-28', '8:55'), inBy: 'code', outAt: world.at('2026-11-28', '11:00'), outBy: 'self', minutes: 120 } }));
    expect(textIn('#next')).toContain('目前没有要参加的场次。');
  });

  it('takes the digits, and then shows that one is there', async () => {
    let there = false;
    const { called } = await ready({
      listMySignups: () => page([{ ...mySignup, mayCheckIn: !there, mayCheckOut: there, attendance: there ? { state: 'present', inAt: world.at('2026-11-28', '8:55'), inBy: 'code', outAt: null, outBy: null, minutes: null } : null }]),
      checkIn: () => {
        there = true;
        return mySignup;
      },
    });
    submit('.code-form');
    expect(textIn('#code-wrong')).toBe('请输入六位数字');
    type('#code', '482 913');
    submit('.code-form');
    await until(() => expect(textIn('#next')).toContain('已签到 8:55'));
    expect(called('checkIn')[0]?.input).toMatchObject({ params: { id: uid(200) }, body: { code: '482913' } });
    expect(textIn('.own-alert')).toBe('签到成功');
    expect(named('签退')).toBeTruthy();
  });

  it('says beside the field why a code is not taken', async () => {
    await ready({ ...now({ mayCheckIn: true }), checkIn: refuse('attendance.code_wrong') });
    type('#code', '000000');
    submit('.code-form');
    await until(() => expect(textIn('#code-wrong')).toContain('签到码不对或已过期'));
    expect(named('签到').disabled).toBe(false);
  });

  it('lets one go home', async () => {
    const { called } = await ready({ ...now({ mayCheckOut: true }), checkOut: () => mySignup });
    named('签退').click();
    await until(() => expect(textIn('.own-alert')).toContain('已签退，辛苦了'));
    expect(called('checkOut')[0]?.input.params).toEqual({ id: uid(200) });
  });
});

describe('suggestions', () => {
  it('come three at a time, with reasons in words and the parts behind them', async () => {
    const { called } = await ready();
    expect(called('getMyRecommendations')[0]?.input.query).toEqual({ limit: 3 });
    expect([...document.querySelectorAll('.reasons li')].map((line) => line.textContent?.trim())).toEqual(['正是您关注的主题：防电信诈骗', '在您有空的时间（周六上午）', '就在本县（市、区）', '请留意： 报名的人已经不少']);
    expect([...document.querySelectorAll('.why-table tbody tr')].map((line) => line.textContent)).toEqual(['主题1.000.300.30', '时间1.000.200.20', '路程1.000.150.15', '缺人程度0.500.250.12', '首次服务1.000.080.08', '已有报名0.200.20-0.04']);
    expect(get<HTMLAnchorElement>('#suggestions a[href="/matching"]').textContent).toBe('推荐的原则');
    expect(get<HTMLAnchorElement>('.suggestion h3 a').getAttribute('href')).toBe(`/activities/${uid(100)}#p-${uid(300)}`);
  });

  it('say that they are not personal where somebody switched that off, and what to do when there are none', async () => {
    await ready({ getMyRecommendations: () => ({ ...page([]), personal: false, weights: 1 }) });
    expect(textIn('#suggestions')).toContain('您已关闭个性化推荐');
    expect(textIn('#suggestions')).toContain('眼下没有合适的活动');
  });
});

describe('proofs of service', () => {
  const source = { unit: { id: uid(810), name: '鹿城区科协' }, first: '2026-01-05', last: '2026-10-20', services: 3, minutes: 270 };
  const proof = { id: uid(811), number: '科志证〔2026〕7号', unit: source.unit, from: '2026-01-05', to: '2026-11-16', services: 3, minutes: 270, issuedAt: world.at('2026-11-16', '9:00'), checkUrl: 'http://kepu.test/appointments?code=A&no=1' };

  it('are issued for one unit at a time, and can be saved', async () => {
    const issued: (typeof proof)[] = [];
    const { called } = await ready({ listMyCertificates: () => ({ ...page(issued), sources: [source] }), createMyCertificate: () => { issued.push(proof); return proof; } });
    await until(() => expect(textIn('.own-proofs')).toContain('鹿城区科协（3 次，4.5 小时）'));
    submit('.own-proofs form');
    await until(() => expect(textIn('.own-proofs')).toContain('科志证〔2026〕7号'));
    expect(called('createMyCertificate')[0]?.input.body).toMatchObject({ unitId: uid(810), from: '2026-01-05' });
    expect(named<HTMLAnchorElement>('下载证明').getAttribute('href')).toBe(`/api/v1/me/service-certificates/${uid(811)}/certificate.pdf`);
  });

  it('cannot be had before hours are confirmed, and a refusal stands beside the button', async () => {
    await ready({ listMyCertificates: () => ({ ...page([]), sources: [] }) });
    await until(() => expect(textIn('.own-proofs')).toContain('有了确认过的志愿服务时长，就可以出具证明。'));
    expect(document.querySelectorAll('.own-proofs form')).toHaveLength(0);
    await ready({ listMyCertificates: () => ({ ...page([]), sources: [source] }), createMyCertificate: refuse('certificate.nothing') });
    await until(() => expect(document.querySelectorAll('.own-proofs form')).toHaveLength(1));
    submit('.own-proofs form');
    await until(() => expect(textIn('.own-proofs .wrong')).toContain('不能出具证明'));
  });
});

describe('sign-ups', () => {
  it('show each state by colour, drawing and word', async () => {
    const states = ['confirmed', 'requested', 'waiting', 'refused', 'cancelled'] as const;
    await ready({ listMySignups: () => page(states.map((state, place) => ({ ...mySignup, id: uid(500 + place), state, queue: state === 'waiting' ? 3 : null, reason: state === 'refused' ? '需要医师资格' : null, mayWithdraw: false }))) });
    const chips = [...document.querySelectorAll('#signups .signup-row')].map((line) => line.querySelector('.chip'));
    expect(chips.map((chip) => [chip?.className, chip?.textContent])).toEqual([['chip chip-good', '已录取'], ['chip chip-wait', '待确认'], ['chip chip-wait', '候补第 3 位'], ['chip chip-wrong', '未录取'], ['chip chip-wrong', '活动取消']]);
    expect(chips.every((chip) => chip?.querySelector('svg'))).toBe(true);
    expect(textIn('#signups')).toContain('原因：需要医师资格');
  });

  it('can be left, once more asked and with the reason where it is late', async () => {
    let left = false;
    const { called } = await ready({
      listMySignups: () => page(left ? [] : [{ ...mySignup, reasonToWithdraw: true }]),
      withdrawSignup: () => {
        left = true;
        return { ...mySignup, state: 'withdrawn' };
      },
    });
    named('退出报名').click();
    expect(textIn('.leave')).toContain('要退出“老年人手机防诈骗讲座”吗？');
    submit('.leave-form');
    expect(textIn('.leave .wrong')).toBe('请写明原因');
    expect(called('withdrawSignup')).toEqual([]);
    get<HTMLTextAreaElement>('.leave textarea').value = '孩子发烧';
    submit('.leave-form');
    await until(() => expect(textIn('#signups')).toContain('还没有要参加的报名'));
    expect(called('withdrawSignup')[0]?.input).toMatchObject({ params: { id: uid(500) }, body: { version: 1, reason: '孩子发烧' } });
    expect(textIn('.own-alert')).toBe('已退出“老年人手机防诈骗讲座”');
  });

  it('can be kept after all, and need no reason while there is time', async () => {
    const { called } = await ready({ withdrawSignup: () => ({ ...mySignup, state: 'withdrawn' }) });
    named('退出报名').click();
    named('不退了').click();
    expect(called('withdrawSignup')).toEqual([]);
    named('退出报名').click();
    submit('.leave-form');
    await until(() => expect(called('withdrawSignup')[0]?.input.body).toEqual({ version: 1, reason: null }));
  });

  it('are shown as they stand now when somebody else was faster', async () => {
    const { called } = await ready({ withdrawSignup: refuse('version.stale') });
    named('退出报名').click();
    submit('.leave-form');
    await until(() => expect(textIn('.own-alert')).toBe('这条报名刚有变动，已为您刷新。'));
    expect(called('listMySignups')).toHaveLength(2);
  });

  it('say how many children come along, ask again when the risks have changed, and take another number', async () => {
    const brought = { ...mySignup, companions: 2, companionsToConfirm: true, mayBring: true };
    const { called } = await ready({ listMySignups: () => page([brought]), getRiskText: () => ({ text: '改到户外。', hash: 'b'.repeat(64), insurance: 'organiser', minors: true, dangerous: false }), setSignupCompanions: () => ({ ...brought, companionsToConfirm: false }) });
    expect(textIn('.signup-row')).toContain('风险说明已更新，请重新确认同行儿童');
    named('看过并重新确认').click();
    await until(() => expect(textIn('.signup-row .companions-risk')).toContain('改到户外。'));
    submit('.signup-row .signup-form');
    expect(textIn('.companions-wrong')).toContain('请先看过风险说明并勾选');
    tick('.signup-row [name="riskRead"]');
    submit('.signup-row .signup-form');
    await until(() => expect(called('setSignupCompanions').map(({ input }) => input.body)).toEqual([{ version: 1, companions: 2, riskHash: 'b'.repeat(64) }]));
  });

  it('of earlier days come when they are asked for', async () => {
    const { called } = await ready({ listMySignups: ({ query }) => page([{ ...mySignup, activity: { ...mySignup.activity, title: query.upcoming === false ? '去年的讲座' : '下周的讲座' } }]) });
    const details = get<HTMLDetailsElement>('.earlier-details');
    expect(called('listMySignups')).toHaveLength(1);
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
    await until(() => expect(textIn('.earlier')).toContain('去年的讲座'));
  });
});

describe('hours', () => {
  it('stand in two ledgers that are never added up, each line with its rule and source', async () => {
    await ready({ listMyServiceRecords: () => page([record, { ...record, id: uid(601), ledger: 'work', rule: 'duty_time', minutes: 120 }, { ...record, id: uid(602), minutes: 90, reversedBy: uid(603) }, { ...record, id: uid(603), minutes: -90, reverses: uid(602), rule: 'corrected', reason: '签到人认错' }]) });
    expect([...document.querySelectorAll('.figures-hours li')].map((figure) => figure.textContent)).toEqual(['31.5 小时志愿服务', '5 小时工作业绩', '16 小时在今年', '12 次服务']);
    expect(textIn('#hours')).toContain('还有 2 次的时长等负责人确认');
    const lines = [...document.querySelectorAll('.record')].map((line) => line.textContent ?? '');
    expect(lines[0]).toContain('依据《志愿服务条例》第二条：自愿、无偿。');
    expect(lines[1]).toMatch(/工作业绩.*本职工作/s);
    expect(lines[2]).toContain('这条记录已被更正');
    expect(lines[3]).toMatch(/签到人认错.*-1\.5 小时/s);
  });

  it('show older lines when they are asked for', async () => {
    const { called } = await ready({ listMyServiceRecords: ({ query }) => ({ data: [{ ...record, id: uid(600 + query.page) }], total: 2 }) });
    named('再看一些（1 / 2）').click();
    await until(() => expect(document.querySelectorAll('.record')).toHaveLength(2));
    expect(called('listMyServiceRecords')[1]?.input.query).toEqual({ page: 2, perPage: 10, sort: '-day' });
    expect(document.querySelectorAll('#hours button')).toHaveLength(0);
  });
});

describe('the profile', () => {
  it('is shown as it is kept, the number masked', async () => {
    await ready();
    expect([...document.querySelectorAll('.profile-facts > div')].map((fact) => fact.textContent)).toEqual([
      '姓名章若溪', '志愿者编号V0001024', '手机号138****0001', '出生日期1990年5月12日', '职业教师', '所在单位瓯海区实验小学', '常住地瓯海区', '关注的主题防电信诈骗（有经验）', '有空的时间周六全天；周日全天', '能用的语言普通话', '每月最多服务不限', '最远路程60 分钟以内', '愿意去海岛暂不', '愿意去山区愿意', '个性化推荐已开启', '所在队伍科技志愿者',
    ]);
  });

  it('is changed in its place, personal suggestions off and a pause with it', async () => {
    const { called } = await ready({ updateMyVolunteer: ({ body }) => ({ ...world.volunteer, recommendationsOff: body.recommendationsOff ?? false, pausedUntil: body.pausedUntil ?? null, version: 3 }) });
    named('修改资料').click();
    await until(() => expect(document.querySelectorAll('.profile-form')).toHaveLength(1));
    get<HTMLSelectElement>('#countyCode').value = '330302';
    get<HTMLSelectElement>('#travelLimit').value = '90';
    tick(`input[name="topicIds"][value="${uid(2)}"]`);
    named('工作日晚上').click();
    get<HTMLSelectElement>(`select[name="level ${uid(2)}"]`).value = 'teaching';
    tick('input[name="languages"][value="wenzhou"]');
    get<HTMLSelectElement>('#monthlyHours').value = '8';
    type('[name="absenceFrom"]', '2026-12-20');
    named('再加一段').click();
    expect(document.querySelectorAll('.absence')).toHaveLength(2);
    expect([...document.querySelectorAll<HTMLInputElement>('.absence:last-of-type input')].map(({ value }) => value)).toEqual(['', '']);
    tick('[name="toIslands"]');
    tick('[name="recommendationsOff"]');
    type('#pausedUntil', '2026-12-31');
    submit('.profile-form');
    await until(() => expect(textIn('#profile')).toContain('您已暂停服务到12月31日'));
    expect(called('updateMyVolunteer')[0]?.input.body).toEqual({
      version: 2, occupation: 'teacher', unitId: uid(51), countyCode: '330302', topicIds: [uid(2), uid(6)], availability: '001001001001001111111', skills: [{ topicId: uid(2), level: 'teaching' }, { topicId: uid(6), level: 'practised' }], languages: ['mandarin', 'wenzhou'], monthlyHours: 8, absences: [{ from: '2026-12-20', to: '2026-12-20' }], travelLimit: 90, toIslands: true, toMountains: true, recommendationsOff: true, pausedUntil: '2026-12-31',
    });
    expect(textIn('#profile')).toContain('个性化推荐已关闭');
    expect(textIn('.own-alert')).toBe('已保存');
    expect(document.activeElement).toBe(named('修改资料'));
  });

  it('asks once a year whether to go on, and one tap is the answer', async () => {
    const { called } = await ready({ getMyVolunteer: () => ({ ...world.volunteer, willingness: 'asked' }), confirmMyWillingness: () => world.volunteer });
    expect(textIn('#profile')).toContain('您还愿意继续做科普志愿者吗');
    named('愿意继续').click();
    await until(() => expect(textIn('#profile')).not.toContain('您还愿意继续做科普志愿者吗'));
    expect(called('confirmMyWillingness')).toHaveLength(1);
    expect(textIn('.own-alert')).toBe('谢谢您！又可以一起做科普了。');
  });

  it('says what is wrong and loses nothing; a change can be given up', async () => {
    await ready({ updateMyVolunteer: refuse('version.stale') });
    named('修改资料').click();
    await until(() => expect(document.querySelectorAll('.profile-form')).toHaveLength(1));
    type('#pausedUntil', '2026-12-31');
    submit('.profile-form');
    await until(() => expect(textIn('.profile-form .form-wrong')).toContain('这条内容刚被他人修改'));
    expect(get<HTMLInputElement>('#pausedUntil').value).toBe('2026-12-31');
    named('取消').click();
    expect(textIn('#profile')).not.toContain('您已暂停服务');
  });
});

describe('messages', () => {
  it('lead to this page or to the back office, and can all be marked as read', async () => {
    let unread = 1;
    const { called } = await ready({
      listNotices: () => ({ ...page<Notice>([
        { id: uid(700), kind: 'leader_set', params: { title: '急救培训', time: world.at('2026-11-28', '9:00') }, link: `/lead/${uid(5)}`, createdAt: world.at('2026-11-25', '10:00'), readAt: unread ? null : world.at('2026-11-26', '10:00') },
        { id: uid(701), kind: 'activity_returned', params: { title: '急救培训', text: '请写明风险' }, link: `/activities/${uid(1)}`, createdAt: world.at('2026-11-24', '10:00'), readAt: world.at('2026-11-24', '11:00') },
      ]), unread }),
      readNotices: () => {
        unread = 0;
        return { changed: 1 };
      },
    });
    expect([...document.querySelectorAll('#notices li a')].map((link) => link.getAttribute('href'))).toEqual([`/lead/${uid(5)}`, `/admin/activities/${uid(1)}`]);
    expect(textIn('#notices')).toContain('11月28日 周六 9:00');
    named('全部标为已读（1）').click();
    await until(() => expect(document.querySelectorAll('.notice-new')).toHaveLength(0));
    expect(called('readNotices')[0]?.input.body).toEqual({});
  });
});

describe('the door', () => {
  it('lets one out, even without an answer', async () => {
    const { go, memory } = await ready({ deleteSession: () => Promise.reject(new Error('gone')) });
    named('退出登录').click();
    await until(() => expect(go).toHaveBeenCalledWith('/'));
    expect(memory.remember).toHaveBeenLastCalledWith(false);
  });

  it('changes the password', async () => {
    const { called } = await ready({ changePassword: () => ({ done: true }) });
    named('修改密码').click();
    type('#currentPassword', 'Kepu-2026');
    type('#nextPassword', 'Own-2026-x');
    submit('.password-form');
    await until(() => expect(textIn('.own-alert')).toContain('密码已修改'));
    expect(called('changePassword')[0]?.input.body).toEqual({ current: 'Kepu-2026', next: 'Own-2026-x' });
  });
});

it('takes what others wrote for text', async () => {
  const evil = world.hostile;
  await ready({ listMySignups: () => page([{ ...mySignup, activity: { ...mySignup.activity, title: evil }, place: evil, reason: evil }]), listMyServiceRecords: () => page([{ ...record, activity: { id: uid(1), name: evil }, confirmedBy: evil, reason: evil, reverses: uid(1) }]) });
  expect(document.querySelectorAll('img, script')).toHaveLength(0);
  expect(textIn('#signups')).toContain('<img src=x onerror=alert(1)>');
});

it('shows what one was asked and has not answered, and switches invitations off and on', async () => {
  const asked = { id: uid(900), link: `/invitations/${world.token}`, state: 'sent' as const, activity: { id: uid(100), name: '杨梅节科普摊位' }, position: { id: uid(300), name: '引导', role: 'guide' as const }, place: '文化礼堂', startsAt: world.at('2026-11-28', '9:00'), endsAt: world.at('2026-11-28', '11:00'), sentAt: world.at('2026-11-25', '9:00'), answerBy: world.at('2026-11-27', '9:00'), over: null };
  const { called } = await ready({ listMyInvitations: () => ({ ...page([asked, { ...asked, id: uid(901), state: 'declined', activity: { id: uid(101), name: '答过的' } }]), off: false }), setMyInvitations: ({ body }) => ({ ...page([]), off: body.off }) });
  expect(textIn('#invitations')).toContain('杨梅节科普摊位');
  expect(textIn('#invitations')).not.toContain('答过的');
  expect(get<HTMLAnchorElement>('#invitations a.button').getAttribute('href')).toBe(asked.link);
  named('不再邀请我').click();
  await until(() => expect(textIn('#invitations')).toContain('已关闭邀请'));
  named('重新接收邀请').click();
  await until(() => expect(textIn('#invitations')).toContain('会问您能不能来'));
  expect(called('setMyInvitations').map(({ input }) => input.body)).toEqual([{ off: true }, { off: false }]);
});

/**
 * @jest-environment ./packages/tooling/page-environment.cjs
 */
import type { Roster } from '@kepu/contracts';
import { Refused, type Handlers } from '../../../test-support/fake-api.js';
import { get, named, openPage, textIn, type, until } from '../../../test-support/page.js';
import * as world from '../../../test-support/world.js';
import { attachLead } from './leading.js';

jest.mock('react/jsx-runtime', () => jest.requireActual('../../dom/jsx-runtime.js'));

const { uid, roster: first } = world;
const [mei, xiangyang, wenbin] = [uid(510), uid(511), uid(512)];
/** A roster that heeds what it is told, as the API's does. */
const heeding = (roster: Roster): Handlers => {
  let now = roster;
  return {
    getPublicDictionary: () => world.dictionary, getSession: () => world.session, getRoster: () => now, getShiftCode: () => world.shiftCode,
    markAttendance: ({ body: { marks } }) => {
      const [{ signupId, mark } = { signupId: '', mark: 'clear' as const }] = marks;
      const attendance = mark === 'clear' ? null : { state: mark, inAt: mark === 'absent' ? null : world.at('2026-11-28', '9:01'), inBy: 'list' as const, outAt: mark === 'left' ? world.at('2026-11-28', '11:00') : null, outBy: null, minutes: null };
      now = { ...now, rows: now.rows.map((row) => (row.signupId === signupId ? { ...row, attendance, proposedMinutes: attendance?.inAt ? 119 : null } : row)) };
      return now;
    },
    confirmHours: ({ body: { rows } }) => {
      now = { ...now, rows: now.rows.map((row) => (rows.some(({ signupId }) => signupId === row.signupId) && row.attendance ? { ...row, recorded: true, attendance: { ...row.attendance, state: 'settled' } } : row)) };
      return { records: rows.length, minutes: 260 };
    },
  };
};
const open = async (more: Handlers = {}, { roster = first, prefix = '' } = {}) => {
  const page = await openPage(`${prefix}/lead/${uid(200)}`, { ...heeding(roster), ...more });
  const root = page.island('lead');
  await attachLead(root, page.browser(root));
  return page;
};
const button = (signup: string, mark: string) => get<HTMLButtonElement>(`[data-key="${signup} ${mark}"]`);
const state = (signup: string) => button(signup, 'present').closest('.tick-row')?.querySelector('.chip')?.textContent;
const refuse = (code: ConstructorParameters<typeof Refused>[0], params = {}) => () => { throw new Refused(code, { params }); };

it('puts the tick list first, with everybody who is expected, and no key of the catalogue', async () => {
  for (const prefix of ['', '/en']) {
    await open({}, { prefix });
    const text = textIn('#main');
    for (const name of ['陈晓梅', '李向阳', '周文斌', 'V0000031']) expect(text).toContain(name);
    expect(text).not.toMatch(/\b(lead|form|terms|when)\.[a-zA-Z_]+|\{\w+\}|undefined|NaN/);
  }
  expect(textIn('.companions-total')).toBe('Children under 8 who come along, in their parents’ care: 2');
  expect([state(mei), state(xiangyang), state(wenbin)]).toEqual(['Checked in 8:52', 'Not ticked', 'Checked out 11:10']);
});

describe('a mark', () => {
  it('is one tap, counts at once, and can be taken back to what it was', async () => {
    const { called } = await open();
    expect(textIn('.counts')).toBe('应到 3 人：已到 2，未到 0，未登记 1。');
    button(xiangyang, 'present').click();
    expect(button(xiangyang, 'present').getAttribute('aria-disabled')).toBe('true');
    button(xiangyang, 'absent').click();
    await until(() => expect(state(xiangyang)).toBe('已签到 9:01'));
    expect(textIn('.counts')).toBe('应到 3 人：已到 3，未到 0，未登记 0。');
    expect(textIn('.lead-said')).toBe('李向阳：已登记到场撤销');
    named('撤销').click();
    await until(() => expect(state(xiangyang)).toBe('未登记'));
    button(wenbin, 'absent').click();
    await until(() => expect(state(wenbin)).toBe('未到'));
    named('撤销').click();
    await until(() => expect(state(wenbin)).toBe('已签退 11:00'));
    expect(called('markAttendance').map(({ input }) => (input.body as { marks: { mark: string }[] }).marks[0]?.mark)).toEqual(['present', 'clear', 'absent', 'left']);
  });

  it('is taken off by the same tap', async () => {
    await open();
    button(mei, 'present').click();
    await until(() => expect(state(mei)).toBe('未登记'));
  });

  it('that failed stays as it was and says why', async () => {
    await open({ markAttendance: refuse('attendance.not_open') });
    button(xiangyang, 'absent').click();
    await until(() => expect(textIn('.lead-said')).toContain('李向阳没有登记上：现在不在签到时间内'));
    expect(state(xiangyang)).toBe('未登记');
    expect(button(xiangyang, 'absent').disabled).toBe(false);
  });

  it('cannot be made outside of its time, or once hours are confirmed', async () => {
    await open({}, { roster: { ...first, open: false, rows: first.rows.map((row, place) => (place === 0 ? { ...row, recorded: true } : row)) } });
    expect(button(xiangyang, 'present').disabled).toBe(true);
    expect(document.querySelectorAll(`[data-key^="${mei} pres"]`)).toHaveLength(0);
    expect(textIn('.counts')).toContain('现在不能登记');
  });

  it('keeps the focus of whoever works by keyboard', async () => {
    await open();
    button(xiangyang, 'absent').focus();
    button(xiangyang, 'absent').click();
    await until(() => expect(state(xiangyang)).toBe('未到'));
    expect(document.activeElement?.getAttribute('data-key')).toBe(`${xiangyang} absent`);
  });
});

it('finds people by name or number in a long list', async () => {
  const many = Array.from({ length: 12 }, (_, place) => ({ ...first.rows[1]!, signupId: uid(900 + place), name: `志愿者${place}`, number: `V${1000 + place}` }));
  await open({}, { roster: { ...first, rows: [...first.rows, ...many] } });
  const names = () => [...document.querySelectorAll('.tick-name b')].map(({ textContent }) => textContent);
  expect(names()).toHaveLength(15);
  type('.lead-search input', '晓梅');
  expect(names()).toEqual(['陈晓梅']);
  type('.lead-search input', 'v1011');
  expect(names()).toEqual(['志愿者11']);
  type('.lead-search input', '没有');
  expect(textIn('.tick-list')).toBe('名单上没有这个人。');
});

describe('the code', () => {
  afterEach(() => jest.useRealTimers());

  it('is shown when asked for, renewed when its time is over, and no more once it is put away', async () => {
    jest.useFakeTimers({ now: Date.parse(world.at('2026-11-28', '9:00')), doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
    let digits = 100000;
    const { called } = await open({ getShiftCode: () => ({ ...world.shiftCode, digits: String(digits += 1), validUntil: new Date(Date.now() + 30_000).toISOString() }) });
    const settle = async () => { for (let turn = 0; turn < 50; turn += 1) await Promise.resolve(); };
    expect(called('getShiftCode')).toEqual([]);
    named('出示签到码').click();
    await settle();
    expect(textIn('.digits')).toBe('签到数字： 100001');
    expect(get<HTMLImageElement>('.code-place img').alt).toBe('签到二维码，志愿者用手机扫');
    jest.advanceTimersByTime(30_000);
    await settle();
    expect(textIn('.digits')).toBe('签到数字： 100002');
    named('收起签到码').click();
    jest.advanceTimersByTime(120_000);
    await settle();
    expect(called('getShiftCode')).toHaveLength(2);
  });

  it('says when it is too early, and tries again', async () => {
    await open({ getShiftCode: refuse('attendance.not_open') });
    named('出示签到码').click();
    await until(() => expect(textIn('.code-place')).toContain('开始前 60 分钟到结束后 2 小时'));
    expect(named('再试一次')).toBeTruthy();
  });
});

describe('the hours', () => {
  it('are proposed for those who were there, changed in steps, switched by the rule, and confirmed after one more question', async () => {
    const { called } = await open();
    const outputs = () => [...document.querySelectorAll('.hours-row output')].map(({ textContent }) => textContent);
    expect([...document.querySelectorAll('.hours-name b')].map(({ textContent }) => textContent)).toEqual(['陈晓梅', '周文斌']);
    expect(textIn('.lead-hours')).toContain('没有签退，按计划结束时间算');
    get(`[data-key="${mei} more"]`).click();
    get(`[data-key="${mei} more"]`).click();
    get(`[data-key="${mei} less"]`).click();
    expect(outputs()).toEqual(['135 分钟', '125 分钟']);
    expect(document.querySelectorAll('.hours-row')[1]?.textContent).toContain('志愿服务时长');
    get(`[data-key="${wenbin} duty"]`).click();
    get(`[data-key="${wenbin} duty"]`).dispatchEvent(new Event('change', { bubbles: true }));
    expect(document.querySelectorAll('.hours-row')[1]?.textContent).toMatch(/工作业绩.*科学技术普及法/s);
    named('确认 2 人的时长').click();
    expect(textIn('dialog')).toContain('2 人，共 4.3 小时，其中 1 人计入工作业绩');
    named('取消', get('dialog')).click();
    await until(() => expect(document.querySelectorAll('dialog')).toHaveLength(0));
    expect(called('confirmHours')).toEqual([]);
    named('确认 2 人的时长').click();
    named('确认', get('dialog')).click();
    await until(() => expect(textIn('.lead-said')).toBe('已确认 2 人，共 4.3 小时'));
    expect(called('confirmHours')[0]?.input).toMatchObject({ params: { id: uid(200) }, body: { rows: [{ signupId: mei, minutes: 135, onDuty: false }, { signupId: wenbin, onDuty: true }] } });
    expect((called('confirmHours')[0]?.input.body as { rows: object[] }).rows[1]).not.toHaveProperty('minutes');
    expect(called('confirmHours')[0]?.headers.get('idempotency-key')).toMatch(/^[0-9a-f]{32}$/);
    await until(() => expect(textIn('.lead-hours')).toContain('没有待确认的时长'));
    expect(textIn('.tick-list')).toContain('时长已确认');
  });

  it('keep one key while nothing changes, and take another once something does', async () => {
    const { called } = await open({ confirmHours: refuse('server.busy') });
    const confirm = async (times: number) => {
      named('确认 2 人的时长').click();
      named('确认', get('dialog')).click();
      await until(() => expect(called('confirmHours')).toHaveLength(times));
      await until(() => expect(textIn('.hours-wrong')).toContain('系统繁忙'));
    };
    await confirm(1);
    await confirm(2);
    get(`[data-key="${mei} less"]`).click();
    await confirm(3);
    const keys = called('confirmHours').map(({ headers }) => headers.get('idempotency-key'));
    expect(keys[0]).toBe(keys[1]);
    expect(keys[2]).not.toBe(keys[1]);
  });

  it('wait until it is over', async () => {
    await open({}, { roster: { ...first, mayConfirmHours: false } });
    expect(textIn('.lead-hours')).toContain('活动结束后在这里确认每个人的时长。');
    expect(document.querySelectorAll('.hours-row')).toHaveLength(0);
  });
});

describe('whom to call for a child', () => {
  const minor = { age: 12, accompanied: true, escort: null, consent: 'given' as const };
  /** A shift from nine to eleven of a day. */
  const onDay = (day: string): Roster => ({ ...first, shift: { ...first.shift, startsAt: world.at(day, '9:00'), endsAt: world.at(day, '11:00') }, rows: [{ ...first.rows[1]!, minor }] });
  const card: Handlers = { getEmergencyCard: () => ({ child: '李向阳', guardians: [{ name: '李素云', relation: 'mother', phone: '+8613700000001', accompanies: true }] }) };
  const cardButton = () => get<HTMLButtonElement>('.emergency');

  it('is said on the day', async () => {
    const { called } = await open({ ...card, getSession: () => ({ ...world.session, today: '2031-05-01' }) }, { roster: onDay('2031-05-01') });
    expect(cardButton().getAttribute('aria-disabled')).toBe('false');
    expect(textIn('.tick-minor')).not.toContain('只在活动当天');
    cardButton().click();
    await until(() => expect(textIn('.emergency-sheet')).toContain('+8613700000001'));
    expect(called('getEmergencyCard')).toHaveLength(1);
  });

  it.each(['2031-04-30', '2031-05-02'])('is not asked for on another day, and the button says when: %s', async (today) => {
    const { called } = await open({ ...card, getSession: () => ({ ...world.session, today }) }, { roster: onDay('2031-05-01') });
    expect(cardButton().getAttribute('aria-disabled')).toBe('true');
    expect(textIn(`#${cardButton().getAttribute('aria-describedby') ?? ''}`)).toBe('只在活动当天（5月1日）开放。');
    cardButton().click();
    expect(called('getEmergencyCard')).toEqual([]);
  });

  it('is said in the morning on a page that was opened the evening before', async () => {
    const present = new Date();
    const shift = { ...first.shift, startsAt: present.toISOString(), endsAt: new Date(present.getTime() + 60_000).toISOString() };
    const { called } = await open({ ...card, getSession: () => ({ ...world.session, today: '2026-01-01' }) }, { roster: { ...onDay('2031-05-01'), shift } });
    cardButton().click();
    await until(() => expect(called('getEmergencyCard')).toHaveLength(1));
  });
});

it('tells somebody who does not lead here, and leads a stranger to the sign-in', async () => {
  await open({ getRoster: refuse('resource.not_found') });
  expect(textIn('.lead-body')).toContain('您不是这一场的负责人');
  const { go } = await open({ getSession: refuse('auth.required'), getRoster: refuse('auth.required') });
  expect(go).toHaveBeenCalledWith(`/sign-in?next=%2Flead%2F${uid(200)}`);
});

it('takes names for text', async () => {
  await open({}, { roster: { ...first, rows: [{ ...first.rows[0]!, name: world.hostile }] } });
  expect(document.querySelectorAll('img, script, .tick-name b')).toHaveLength(1);
});

/**
 * @jest-environment ./packages/tooling/page-environment.cjs
 */
import { ApiProblem } from '@kepu/api-client/site';
import type { MySignup } from '@kepu/contracts';
import { Refused, type Handlers } from '../../test-support/fake-api.js';
import { get, named, openPage, submit, textIn, tick, type, until } from '../../test-support/page.js';
import * as world from '../../test-support/world.js';
import { attachCopy } from './copying.js';
import { attachSignups } from './signing-up.js';

jest.mock('react/jsx-runtime', () => jest.requireActual('../dom/jsx-runtime.js'));

const { uid, mySignup } = world;
const [lecturer, helper, later] = [uid(300), uid(301), uid(302)];
const slot = (id: string) => `[data-signup="${id}"]`;
const open = async (more: Handlers = {}, options: { signedIn?: boolean; prefix?: string } = {}) => {
  const page = await openPage(`${options.prefix ?? ''}/activities/${uid(100)}`, { getPublicDictionary: () => world.dictionary, getMyFamily: () => ({ ...world.family, children: [] }), getActivity: () => world.activity, getActivityShare: () => world.share, ...more }, options);
  const root = page.island('activity');
  attachSignups(root, page.browser(root));
  attachCopy(root, page.browser(root).words);
  return page;
};
const start = (id: string) => get<HTMLButtonElement>(`${slot(id)} .signup-start`).click();
const signup = (more: Partial<MySignup>): MySignup => ({ ...mySignup, ...more });

it('wakes its buttons, and asks the server nothing about a stranger', async () => {
  const { calls } = await open();
  expect([...document.querySelectorAll<HTMLButtonElement>('.signup-start')].map(({ disabled }) => disabled)).toEqual([false, false, false]);
  expect(calls).toEqual([]);
});

it('signs up with one key, and says without any doubt what came of it', async () => {
  const { called, memory } = await open({ createSignup: () => signup({ state: 'confirmed' }) });
  start(lecturer);
  expect(document.activeElement).toBe(get(`${slot(lecturer)} h5`));
  tick(`${slot(lecturer)} [name="onDuty"]`);
  get<HTMLInputElement>(`${slot(lecturer)} [name="note"]`).value = ' 可以早到 ';
  submit(`${slot(lecturer)} form`);
  expect(get<HTMLButtonElement>(`${slot(lecturer)} [type="submit"]`).disabled).toBe(true);
  await until(() => expect(textIn(slot(lecturer))).toContain('报名成功，您已被录取'));
  expect(called('createSignup').map(({ input }) => input)).toEqual([{ params: { id: lecturer }, query: undefined, body: { waitIfFull: false, onDuty: true, note: '可以早到', companions: 0, riskHash: null } }]);
  expect(called('createSignup')[0]?.headers.get('idempotency-key')).toMatch(/^[0-9a-f]{32}$/);
  expect(get(`${slot(lecturer)} .note`).className).toContain('note-good');
  expect(document.activeElement).toBe(get(`${slot(lecturer)} .note`));
  expect(memory.remember).toHaveBeenCalledWith(true);
});

it('counts the own place once it is taken', async () => {
  const before = () => textIn(`[data-counts-of="${lecturer}"]`);
  let asked = 0;
  const counted = { ...world.activity, shifts: world.activity.shifts.map((shift) => ({ ...shift, positions: shift.positions.map((position) => (position.id === lecturer ? { ...position, confirmed: position.maximum, free: 0, waiting: 0 } : position)) })) };
  await open({ createSignup: () => signup({ state: 'confirmed' }), getActivity: () => { asked += 1; if (asked === 1) return world.activity; return counted; } });
  const old = before();
  start(lecturer);
  submit(`${slot(lecturer)} form`);
  await until(() => expect(before()).not.toBe(old));
  expect(before()).toMatch(/需要 .*已录取 \d+ 人$/);
  expect(textIn(`[data-free-of="${lecturer}"]`)).toBe('已满，可候补');
});

it('keeps the old numbers where nobody answers', async () => {
  let asked = 0;
  const { called } = await open({ createSignup: () => signup({ state: 'confirmed' }), getActivity: () => { asked += 1; if (asked === 1) return world.activity; throw new Refused('server.unavailable'); } });
  const old = textIn(`[data-counts-of="${lecturer}"]`);
  start(lecturer);
  submit(`${slot(lecturer)} form`);
  await until(() => expect(called('getActivity')).toHaveLength(1));
  await until(() => expect(textIn(slot(lecturer))).toContain('报名成功，您已被录取'));
  expect(textIn(`[data-counts-of="${lecturer}"]`)).toBe(old);
});

it.each([
  ['requested', null, 'note-wait', '已收到报名，等主办单位确认 还没有录取'], ['waiting', 4, 'note-wait', '已排队候补，您排在第 4 位'],
] as const)('never shows "%s" like a place', async (state, queue, look, words) => {
  await open({ createSignup: () => signup({ state, queue }) });
  start(lecturer);
  submit(`${slot(lecturer)} form`);
  await until(() => expect(textIn(slot(lecturer)).replaceAll(' ', '')).toContain(words.replaceAll(' ', '')));
  expect(get(`${slot(lecturer)} .note`).className).toContain(look);
  expect(textIn(slot(lecturer))).not.toContain('您已被录取');
});

it('offers the waiting list and other positions when the last place has gone', async () => {
  const { called } = await open({ createSignup: ({ body }) => {
    if (!body.waitIfFull) throw new Refused('position.full');
    return signup({ state: 'waiting', queue: 2 });
  } });
  start(lecturer);
  submit(`${slot(lecturer)} form`);
  await until(() => expect(textIn(slot(lecturer))).toContain('刚刚招满了'));
  const others = [...get(slot(lecturer)).querySelectorAll('.plain-list a')].map((link) => [link.getAttribute('href'), link.textContent]);
  expect(others).toEqual([[`#p-${later}`, '12月5日 周六 14:00–16:30，现场协助']]);
  named('排队候补', get(slot(lecturer))).click();
  await until(() => expect(textIn(slot(lecturer))).toContain('您排在第 2 位'));
  const keys = called('createSignup').map(({ headers }) => headers.get('idempotency-key'));
  expect(new Set(keys).size).toBe(2);
  expect(called('createSignup')[1]?.input.body).toMatchObject({ waitIfFull: true });
});

it('queues at once where the page knows that it is full', async () => {
  const { called } = await open({ createSignup: () => signup({ state: 'waiting', queue: 2 }) });
  start(helper);
  expect(named('确认排队', get(slot(helper)))).toBeTruthy();
  submit(`${slot(helper)} form`);
  await until(() => expect(called('createSignup')[0]?.input.body).toMatchObject({ waitIfFull: true }));
});

it.each([
  ['auth.required', `/en/sign-in?next=%2Fen%2Factivities%2F${uid(100)}`], ['auth.password_change_required', `/en/sign-in?next=%2Fen%2Factivities%2F${uid(100)}`], ['volunteer.required', `/en/register?next=%2Fen%2Factivities%2F${uid(100)}`],
] as const)('%s leads to where it is put right, and back', async (code, address) => {
  const { go } = await open({ createSignup: () => { throw new Refused(code); } }, { prefix: '/en' });
  start(lecturer);
  submit(`${slot(lecturer)} form`);
  await until(() => expect(go).toHaveBeenCalledWith(address));
});

it('says why not and what would help, in the words of the API', async () => {
  await open({ createSignup: () => { throw new Refused('signup.not_eligible', { params: { why: '岗位要求年满 20 周岁', remedy: '可以看看同一活动的其他岗位。' } }); } });
  start(lecturer);
  submit(`${slot(lecturer)} form`);
  await until(() => expect(textIn(slot(lecturer))).toContain('暂时不能报这个岗位：岗位要求年满 20 周岁。可以看看同一活动的其他岗位。'));
  named('再试一次', get(slot(lecturer))).click();
  expect(named('报名', get(slot(lecturer)))).toBeTruthy();
});

it('repeats under the same key what never got an answer', async () => {
  let fails = true;
  const page = await open({ createSignup: () => signup({ state: 'confirmed' }) });
  const root = page.island('activity');
  const keys: (string | null)[] = [];
  const { client } = page.browser(root);
  attachSignups(root, { ...page.browser(root), client: { ...client, createSignup: (input) => {
    keys.push(input.idempotencyKey ?? null);
    return fails ? Promise.reject(new ApiProblem(0, { type: 'about:blank', title: '', status: 0, code: 'server.unavailable', detail: '', requestId: '' })) : client.createSignup(input);
  } } });
  start(later);
  submit(`${slot(later)} form`);
  await until(() => expect(textIn(slot(later))).toContain('没有连上服务器'));
  fails = false;
  named('再试一次', get(slot(later))).click();
  await until(() => expect(textIn(slot(later))).toContain('报名成功'));
  expect(keys[0]).toBe(keys[1]);
});

it('shows somebody who is signed in what they have, and nothing of what they left', async () => {
  const at = (id: string) => ({ ...mySignup.position, id });
  await open({ listMySignups: () => ({ data: [signup({ position: at(lecturer) }), signup({ state: 'waiting', queue: 3, position: at(helper) }), signup({ state: 'withdrawn', position: at(later) })], total: 3 }) }, { signedIn: true });
  await until(() => expect(textIn(slot(lecturer))).toContain('您已被录取'));
  expect(textIn(slot(helper))).toContain('候补第 3 位');
  expect(named('报名', get(slot(later)))).toBeTruthy();
});

it('forgets somebody whose session has ended, and shows the page as to anybody', async () => {
  const { memory } = await open({ listMySignups: () => { throw new Refused('auth.required'); } }, { signedIn: true });
  await until(() => expect(memory.remember).toHaveBeenCalledWith(false));
  expect(named('报名', get(slot(lecturer)))).toBeTruthy();
});

it('shows what stands already instead of a second sign-up', async () => {
  await open({ createSignup: () => { throw new Refused('signup.exists'); }, listMySignups: () => ({ data: [signup({ state: 'requested' })], total: 1 }) });
  start(lecturer);
  submit(`${slot(lecturer)} form`);
  await until(() => expect(textIn(slot(lecturer))).toContain('已报名，等待确认'));
});

it('copies the text to pass on, or says how to do it by hand', async () => {
  await open();
  const written = jest.fn(() => Promise.resolve());
  Object.assign(navigator, { clipboard: { writeText: written } });
  named('复制文字').click();
  await until(() => expect(textIn('.copied')).toBe('已复制，去群里粘贴吧'));
  expect(written).toHaveBeenCalledWith(world.share.text);
  Object.assign(navigator, { clipboard: undefined });
  named('复制文字').click();
  await until(() => expect(textIn('.copied')).toContain('请长按上面的文字复制'));
});

describe('where children under 8 may come along', () => {
  const risk = (hash: string, text = '室内活动。') => ({ text, hash: hash.repeat(64), insurance: 'organiser' as const, minors: true, dangerous: false });
  const welcoming: Handlers = { getActivity: () => ({ ...world.activity, minors: true, companions: true }), getRiskText: () => risk('a'), createSignup: () => signup({ state: 'confirmed' }) };
  const form = `${slot(lecturer)} form`;
  const began = async (more: Handlers = {}) => {
    const page = await open({ ...welcoming, ...more });
    start(lecturer);
    await until(() => get(form));
    return page;
  };

  it('asks how many, says what that means, and wants the risks read', async () => {
    const { called } = await began();
    expect([...document.querySelectorAll(`${form} option`)].map(({ textContent }) => textContent)).toEqual(['不带', '1 名', '2 名', '3 名']);
    expect(textIn(form)).toContain('只记人数，不记姓名和生日');
    expect(get(`${form} .companions-risk`).hidden).toBe(true);
    type(`${form} [name="companions"]`, '2');
    expect(get(`${form} .companions-risk`).hidden).toBe(false);
    submit(form);
    expect(textIn(`${form} .companions-wrong`)).toContain('请先看过风险说明并勾选');
    expect(called('createSignup')).toEqual([]);
    tick(`${form} [name="riskRead"]`);
    submit(form);
    await until(() => expect(textIn(slot(lecturer))).toContain('报名成功，您已被录取'));
    expect(called('createSignup').map(({ input }) => input.body)).toMatchObject([{ companions: 2, riskHash: 'a'.repeat(64) }]);
  });

  it('needs nothing read by those who come alone', async () => {
    const { called } = await began();
    submit(form);
    await until(() => expect(textIn(slot(lecturer))).toContain('报名成功，您已被录取'));
    expect(called('createSignup').map(({ input }) => input.body)).toMatchObject([{ companions: 0, riskHash: null }]);
  });

  it('shows a text that has just been changed, with the number kept', async () => {
    let asked = 0;
    await began({ getRiskText: () => ((asked += 1) === 1 ? risk('a') : risk('b', '改到户外。')), createSignup: () => { throw new Refused('consent.text_changed'); } });
    type(`${form} [name="companions"]`, '1');
    tick(`${form} [name="riskRead"]`);
    submit(form);
    await until(() => expect(textIn(form)).toContain('风险说明刚刚改过'));
    expect(textIn(form)).toContain('改到户外。');
    expect([get<HTMLSelectElement>(`${form} [name="companions"]`).value, get<HTMLInputElement>(`${form} [name="riskRead"]`).checked]).toEqual(['1', false]);
  });

  it('asks no minor', async () => {
    const { called } = await open({ ...welcoming, getMyFamily: () => ({ ...world.family, minor: { needsGuardian: false, adultOn: '2027-05-01' } }), listMySignups: () => ({ data: [], total: 0 }), listActivityConsents: () => ({ data: [{ ...world.activityConsent, state: 'given', activity: { ...world.activityConsent.activity, id: uid(100) } }], total: 1 }) }, { signedIn: true });
    await until(() => expect(called('listActivityConsents')).toHaveLength(1));
    start(lecturer);
    expect(get(form).querySelector('[name="companions"]')).toBeNull();
  });
});

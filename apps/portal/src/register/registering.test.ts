/**
 * @jest-environment ./packages/tooling/page-environment.cjs
 */
import { Refused, type Handlers } from '../../test-support/fake-api.js';
import { get, named, openPage, submit, textIn, tick, type, until } from '../../test-support/page.js';
import * as world from '../../test-support/world.js';
import { attachRegistration } from './registering.js';

jest.mock('react/jsx-runtime', () => jest.requireActual('../dom/jsx-runtime.js'));

const school = { id: world.uid(51), name: '瓯海区实验小学', parentName: '市教育局', countyName: '瓯海区' };
const open = async (more: Handlers = {}, { prefix = '', search = '' } = {}) => {
  const page = await openPage(`${prefix}/register`, { getPublicDictionary: () => world.dictionary, getMinorPolicy: () => world.policy, createVolunteer: () => world.session, listAffiliations: () => ({ data: [school, { ...school, id: world.uid(52), name: '瓯海中学' }], total: 2 }), ...more });
  const form = page.island('register');
  if (!(form instanceof HTMLFormElement)) throw new Error('no form');
  attachRegistration(form, { ...page.browser(form), search });
  return { ...page, form };
};
const choose = (name: string, value: string) => tick(`input[name="${name}"][value="${value}"]`);
const fillIn = () => {
  type('#name', '章若溪');
  type('#phone', '138 0000 0001');
  type('#bornOn', '19900512');
  choose('occupation', 'teacher');
  choose('countyCode', '330304');
  type('#password', 'Kepu-2026');
  tick('#consent');
};
const send = () => submit('form.form');
const wrong = () => Object.fromEntries([...document.querySelectorAll<HTMLElement>('[data-field]')].map((field) => [field.dataset['field'], field.querySelector('.wrong')?.textContent ?? '']).filter(([, text]) => text !== ''));
beforeEach(() => sessionStorage.clear());

it('registers, and goes on to the own page', async () => {
  const { called, go, memory } = await open();
  fillIn();
  send();
  await until(() => expect(go).toHaveBeenCalledWith('/me#welcome'));
  expect(called('createVolunteer')[0]?.input.body).toEqual({
    name: '章若溪', phone: '138 0000 0001', bornOn: '1990-05-12', occupation: 'teacher', unitId: null, countyCode: '330304', topicIds: [], availability: '0'.repeat(21), travelLimit: 60, toIslands: false, toMountains: true, password: 'Kepu-2026', consent: '2026-11',
  });
  expect(memory.remember).toHaveBeenCalledWith(true);
  expect(sessionStorage).toHaveLength(0);
});

it('goes back to where somebody came from, and never to another site', async () => {
  const { go } = await open({}, { search: `?next=${encodeURIComponent('/activities/x?a=1')}` });
  expect(get<HTMLAnchorElement>('.to-sign-in').getAttribute('href')).toBe('/sign-in?next=%2Factivities%2Fx%3Fa%3D1');
  fillIn();
  send();
  await until(() => expect(go).toHaveBeenCalledWith('/activities/x?a=1'));
  for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
    const page = await open({}, { search: `?next=${encodeURIComponent(next)}` });
    fillIn();
    send();
    await until(() => expect(page.go).toHaveBeenCalledWith('/me#welcome'));
  }
});

it('takes no more than twelve taps, unit and weekends among them', async () => {
  const { go, called } = await open();
  let taps = 0;
  const tap = (act: () => void) => {
    taps += 1;
    act();
  };
  tap(() => type('#name', '章若溪'));
  tap(() => type('#phone', '13800000001'));
  tap(() => type('#bornOn', '19900512'));
  tap(() => choose('occupation', 'medical'));
  tap(() => type('#unitId', 'ohqsy'));
  await until(() => expect(get('#units').hidden).toBe(false));
  tap(() => get('#unit-0').dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true })));
  // The county of the unit is chosen with it.
  expect(get<HTMLInputElement>('input[value="330304"]').checked).toBe(true);
  tap(() => named('周末').click());
  tap(() => type('#password', 'Kepu-2026'));
  tap(() => tick('#consent'));
  tap(send);
  await until(() => expect(go).toHaveBeenCalled());
  expect(taps).toBeLessThanOrEqual(12);
  expect(called('createVolunteer')[0]?.input.body).toMatchObject({ unitId: school.id, countyCode: '330304', availability: `${'0'.repeat(15)}111111` });
});

describe('what is wrong', () => {
  it('stands beside each field at once, before anything is sent; what was typed stays', async () => {
    const { calls } = await open();
    type('#name', '章');
    type('#phone', '12');
    type('#bornOn', '1990-13-40');
    type('#password', 'short');
    send();
    expect(wrong()).toEqual({ phone: '手机号看起来不对，请检查', bornOn: '看不出是哪一天，请按 8 位数字填写，如 19850312', occupation: '请选一个', countyCode: '请选一个', password: '至少 8 位，且包含两类字符', consent: '同意后才能登记；不同意的话，我们不会保存您填的任何内容' });
    expect(document.activeElement).toBe(get('#phone'));
    expect(get('#phone').getAttribute('aria-invalid')).toBe('true');
    expect(get<HTMLInputElement>('#name').value).toBe('章');
    expect(calls).toEqual([]);
    choose('occupation', 'teacher');
    expect(wrong()).not.toHaveProperty('occupation');
  });

  it('is shown as the API says it, and nothing typed is lost', async () => {
    const { go } = await open({ createVolunteer: () => { throw new Refused('input.invalid', { params: { count: 1 }, errors: [{ path: 'body.name', code: 'too_long', message: '最多 60 个字' }] }); } });
    fillIn();
    send();
    await until(() => expect(wrong()).toEqual({ name: '最多 60 个字' }));
    expect(textIn('.form-wrong')).toBe('有 1 处填写不符合要求，请按提示修改后再提交。');
    expect(get<HTMLInputElement>('#password').value).toBe('Kepu-2026');
    expect(named('登记').disabled).toBe(false);
    expect(go).not.toHaveBeenCalled();
  });

  it.each([['volunteer.exists', 'phone', '这个手机号已经登记过'], ['volunteer.too_young', 'bornOn', '感谢小朋友的热心'], ['guardian.needed', 'bornOn', '未满 14 周岁须由监护人登记'], ['auth.password_weak', 'password', '密码不符合要求：过于常见']] as const)('%s stands beside its field', async (code, field, words) => {
    await open({ createVolunteer: () => { throw new Refused(code, { params: { rule: '过于常见' } }); } });
    fillIn();
    send();
    await until(() => expect(wrong()[field]).toContain(words));
  });

  it('is said when no answer comes', async () => {
    await open({ createVolunteer: () => Promise.reject(new Error('gone')) });
    fillIn();
    send();
    await until(() => expect(textIn('.form-wrong')).toContain('没有连上服务器，您填写的内容还在'));
    expect(get<HTMLInputElement>('#name').value).toBe('章若溪');
  });
});

describe('the date of birth', () => {
  it('is read while it is typed: nothing moves when the field is left, and the next tap is not missed', async () => {
    await open();
    const field = get<HTMLInputElement>('#bornOn');
    for (const [typed, read] of [['1990051', ''], ['19900512', '1990年5月12日，36 周岁'], ['1990051', '']]) {
      field.value = typed ?? '';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      expect(textIn('#bornOn-read')).toBe(read);
    }
    expect(wrong()).toEqual({});
  });

  it.each([['19900512', '1990年5月12日，36 周岁'], ['1990.5.12', '1990年5月12日，36 周岁'], ['1990年5月12日', '1990年5月12日，36 周岁'], ['20081126', '2008年11月26日，18 周岁']])('%s is read back', async (typed, read) => {
    await open();
    type('#bornOn', typed);
    expect(textIn('#bornOn-read')).toBe(read);
    expect(wrong()).toEqual({});
  });

  it('of somebody who is 18 tomorrow registers alone, and leads to the guardian', async () => {
    const { go } = await open({}, { prefix: '/en', search: '?next=%2Factivities' });
    fillIn();
    type('#bornOn', '20081127');
    expect(textIn('#bornOn-read')).toContain('Afterwards ask your guardian to confirm');
    send();
    await until(() => expect(go).toHaveBeenCalledWith('/en/me/family'));
  });

  it.each([
    ['20121127', 'family', '14 周岁以下由家长登记', '请由家长登记', '/family'], ['20121126', 'alone', '登记以后请监护人确认', null, null], ['20181126', 'family', '14 周岁以下由家长登记', '请由家长登记', '/family'], ['20181127', 'young', '8 周岁以下的孩子还不能登记', '这个年龄还不能登记，欢迎家长带着一起参加', '/activities'],
  ] as const)('%s goes the way %s, and nobody is told off', async (typed, _, words, refusal, way) => {
    const { calls } = await open();
    fillIn();
    type('#bornOn', typed);
    expect(textIn('#bornOn-read')).toContain(words);
    expect(wrong()).toEqual({});
    expect(document.querySelector('#bornOn-read a')?.getAttribute('href') ?? null).toBe(way);
    const link = document.querySelector('#bornOn-read a');
    get('#bornOn').dispatchEvent(new Event('change', { bubbles: true }));
    // The same link, not one like it: a finger that is on it must still hit it.
    expect(document.querySelector('#bornOn-read a')).toBe(link);
    if (refusal === null) return;
    send();
    expect(wrong()).toEqual({ bornOn: refusal });
    expect(calls).toEqual([]);
  });

  it.each([['20261127', '出生日期不能晚于今天'], ['1890', '看不出是哪一天'], ['20270231', '看不出是哪一天']])('%s cannot be one', async (typed, words) => {
    await open();
    type('#bornOn', typed);
    expect(wrong()['bornOn']).toContain(words);
  });
});

describe('the unit', () => {
  it('is found as one types, walked by keys, and can be taken back', async () => {
    const { called } = await open();
    type('#unitId', 'oh');
    await until(() => expect(get('#units').hidden).toBe(false));
    expect(called('listAffiliations')[0]?.input.query).toEqual({ q: 'oh' });
    const key = (name: string) => get('#unitId').dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
    key('ArrowDown');
    key('ArrowDown');
    expect(get('#unitId').getAttribute('aria-activedescendant')).toBe('unit-1');
    expect(get('#unit-1').getAttribute('aria-selected')).toBe('true');
    key('Enter');
    expect(textIn('.chosen-unit')).toContain('已选：瓯海中学');
    expect([get('#units').hidden, get('#unitId').getAttribute('aria-expanded')]).toEqual([true, 'false']);
    named('不选这个单位').click();
    expect(textIn('.chosen-unit')).toBe('');
  });

  it('that nobody knows can be left empty, and says so', async () => {
    await open({ listAffiliations: () => ({ data: [], total: 0 }) });
    type('#unitId', 'xyz');
    await until(() => expect(textIn('#units')).toBe('没有找到，可以空着，以后再补'));
    get('#unitId').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    expect(textIn('.chosen-unit')).toBe('');
  });
});

it('presets tick what they say, and follow what is ticked by hand', async () => {
  await open();
  const pressed = (words: string) => named(words).getAttribute('aria-pressed') === 'true';
  named('工作日晚上').click();
  expect([...document.querySelectorAll<HTMLInputElement>('[name="availability"]:checked')].map(({ value }) => Number(value))).toEqual([2, 5, 8, 11, 14]);
  named('周末').click();
  expect([pressed('工作日晚上'), pressed('周末'), pressed('都可以')]).toEqual([true, true, false]);
  tick('[name="availability"][value="2"]');
  expect(pressed('工作日晚上')).toBe(false);
  named('都可以').click();
  expect([pressed('工作日晚上'), pressed('周末'), pressed('都可以')]).toEqual([true, true, true]);
});

it('finds everything again after a look at the notice, but for the password and the consent', async () => {
  await open();
  fillIn();
  named('周末').click();
  type('#unitId', 'oh');
  await until(() => expect(get('#units').hidden).toBe(false));
  get('#unit-0').dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }));
  expect(sessionStorage.getItem('kepu.registration')).not.toContain('Kepu-2026');
  await open();
  expect(get<HTMLInputElement>('#name').value).toBe('章若溪');
  expect(get<HTMLInputElement>('input[value="teacher"]').checked).toBe(true);
  expect(textIn('.chosen-unit')).toContain('瓯海区实验小学');
  expect(named('周末').getAttribute('aria-pressed')).toBe('true');
  expect([get<HTMLInputElement>('#password').value, get<HTMLInputElement>('#consent').checked]).toEqual(['', false]);
});

it('shows the password to whoever types it', async () => {
  await open();
  named('显示').click();
  expect(get<HTMLInputElement>('#password').type).toBe('text');
  named('隐藏').click();
  expect(get<HTMLInputElement>('#password').type).toBe('password');
});

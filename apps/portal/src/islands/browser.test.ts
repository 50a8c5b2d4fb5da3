/**
 * @jest-environment ./packages/tooling/page-environment.cjs
 */
import { ApiProblem } from '@kepu/api-client/site';
import type { ErrorCode } from '@kepu/contracts/error-codes';
import { browserOf, codeOf, ledAway, memory, newKey, nextOf, told } from './browser.js';

const problem = (code: ErrorCode, status = 409) => new ApiProblem(status, { type: 'about:blank', title: '', status, code, detail: 'in words', requestId: '' });

it('remembers that somebody is signed in, where the browser keeps anything', () => {
  expect(memory.seemsSignedIn()).toBe(false);
  memory.remember(true);
  expect(memory.seemsSignedIn()).toBe(true);
  memory.remember(false);
  expect(memory.seemsSignedIn()).toBe(false);
  jest.spyOn(Storage.prototype, 'getItem').mockImplementation(() => { throw new Error('denied'); });
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => { throw new Error('denied'); });
  expect(() => memory.remember(true)).not.toThrow();
  expect(memory.seemsSignedIn()).toBe(false);
});

it.each([
  ['?next=%2Fme', '/me'], ['?next=%2Fcheckin%2Fx%3Fcode%3D1%23a', '/checkin/x?code=1#a'], ['', '/home'], ['?next=', '/home'], ['?next=me', '/home'], ['?next=%2F%2Fevil.example', '/home'], ['?next=%2F%5Cevil.example', '/home'],
  ['?next=https%3A%2F%2Fevil.example', '/home'], ['?next=javascript%3Aalert(1)', '/home'], ['?next=%2Fa%5Cb', '/home'], ['?next=%2Fa%0Ab', '/home'],
])('goes on with %s to %s', (search, address) => {
  expect(nextOf(search, '/home')).toBe(address);
});

it('makes keys that the API takes, never twice', () => {
  const keys = Array.from({ length: 200 }, newKey);
  expect(new Set(keys).size).toBe(200);
  expect(keys.every((key) => /^[\w.:-]{8,100}$/.test(key))).toBe(true);
});

it('tells a refusal in the words of the API, no answer in its own, and hides no fault of ours', () => {
  const words = (key: string) => `<${key}>`;
  expect(told(problem('position.full'), words)).toBe('in words');
  expect(told(problem('server.unavailable', 0), words)).toBe('<offline>');
  expect(() => told(new TypeError('broken'), words)).toThrow('broken');
  expect([codeOf(problem('position.full')), codeOf(new Error('x'))]).toEqual(['position.full', null]);
});

it('leads away for what is put right elsewhere, and for nothing else', () => {
  const root = Object.assign(document.createElement('div'), {});
  root.dataset['words'] = '{"a":"A {b}"}';
  const go = jest.fn();
  const browser = { ...browserOf(root), go, here: () => '/activities/x#p-1' };
  expect(browser.words('a', { b: 1 })).toBe('A 1');
  expect(ledAway(problem('auth.required', 401), browser)).toBe(true);
  expect(ledAway(problem('volunteer.required', 403), browser)).toBe(true);
  expect(ledAway(problem('position.full'), browser)).toBe(false);
  expect(go.mock.calls).toEqual([['/sign-in?next=%2Factivities%2Fx%23p-1'], ['/register?next=%2Factivities%2Fx%23p-1']]);
});

/**
 * @jest-environment ./packages/tooling/page-environment.cjs
 */
import type { InvitationPage } from '@kepu/contracts';
import { Refused, type Handlers } from '../../test-support/fake-api.js';
import { get, named, openPage, textIn, until } from '../../test-support/page.js';
import * as world from '../../test-support/world.js';
import { attachInvited } from './answering.js';

jest.mock('react/jsx-runtime', () => jest.requireActual('../dom/jsx-runtime.js'));

const seated: InvitationPage = { ...world.invitation, state: 'accepted', canYes: false };
const gone: InvitationPage = { ...world.invitation, state: 'declined', canNo: false };
const open = async (shown: Partial<InvitationPage> = {}, handlers: Handlers = {}, prefix = '') => {
  const page = await openPage(`${prefix}/invitations/${world.token}`, { getPublicDictionary: () => world.dictionary, getInvitationPage: () => ({ ...world.invitation, ...shown }), ...handlers });
  return { ...page, attach: () => { const root = page.island('invited'); attachInvited(root, page.browser(root)); } };
};

it.each(['', '/en'])('says what, when, where, why and who asks, in words alone', async (prefix) => {
  const { attach } = await open({}, {}, prefix);
  const before = textIn('.invited-answer');
  attach();
  expect(textIn('.invited-answer')).toBe(before);
  const text = textIn('#main');
  for (const word of ['若溪', '瓯海区三垟街道', world.row.title, '主讲老师', '文化礼堂二楼', '防电信诈骗']) expect(text).toContain(word);
  expect(text).not.toMatch(/\b(invited|terms|matching|noScript)\.[a-zA-Z_]+|\{\w+\}|undefined/);
});

it('is one request a tap; a yes can become a no, with a reason for who likes, and a yes again', async () => {
  const { attach, called } = await open({}, { answerInvitation: ({ body }) => (body.answer === 'yes' ? seated : gone) });
  attach();
  named('我能来').click();
  named('我能来').click();
  await until(() => expect(textIn('.invited-answer')).toContain('名额已经给您留好'));
  named('我来不了了').click();
  await until(() => expect(textIn('.invited-answer')).toContain('接下来两周不会再邀请您'));
  named('太远了').click();
  await until(() => expect(textIn('.invited-answer')).not.toContain('太远了'));
  named('我又能来了').click();
  await until(() => expect(textIn('.invited-answer')).toContain('名额已经给您留好'));
  expect(called('answerInvitation').map(({ input }) => input.body)).toEqual([{ answer: 'yes', reason: null }, { answer: 'no', reason: null }, { answer: 'no', reason: 'too_far' }, { answer: 'yes', reason: null }]);
});

it('asks for the reason first on the last day', async () => {
  const { attach, called } = await open({ state: 'accepted', canYes: false, reasonWanted: true }, { answerInvitation: () => gone });
  attach();
  expect(textIn('.invited-answer')).not.toContain('我来不了了');
  named('时间不合适').click();
  await until(() => expect(called('answerInvitation').map(({ input }) => input.body)).toEqual([{ answer: 'no', reason: 'time' }]));
});

it('thanks who is late, and shows two alternatives', async () => {
  const alternatives = ['急救培训', '杨梅栽培讲座'].map((name, place) => ({ activity: { id: world.uid(110 + place), name }, startsAt: world.invitation.startsAt, endsAt: world.invitation.endsAt }));
  const { attach } = await open({}, { answerInvitation: () => ({ ...world.invitation, over: 'filled', canYes: false, canNo: false, alternatives }) });
  attach();
  named('我能来').click();
  await until(() => expect(textIn('.invited-answer')).toContain('谢谢您的心意'));
  expect([...document.querySelectorAll('.invited-answer h3 a')].map((link) => link.getAttribute('href'))).toEqual([`/activities/${world.uid(110)}`, `/activities/${world.uid(111)}`]);
});

it('says kindly that a place is no longer offered, without naming it', async () => {
  const { attach } = await open({ over: 'withdrawn', position: null, canYes: false, canNo: false, alternatives: [{ activity: { id: world.uid(110), name: '急救培训' }, startsAt: world.invitation.startsAt, endsAt: world.invitation.endsAt }] });
  attach();
  const text = textIn('#main');
  for (const word of ['这个岗位已经不招人了', '还有一个活动也需要人', '急救培训', world.row.title]) expect(text).toContain(word);
  expect(text).not.toContain('主讲老师');
  expect(document.querySelector('.invited-answer .button')).toBeNull();
});

it('says what stands in the way, and lets one try again', async () => {
  const { attach } = await open({}, { answerInvitation: () => { throw new Refused('signup.overlap', { params: { title: '另一场' } }); } });
  attach();
  named('我能来').click();
  await until(() => expect(textIn('.invited-wrong')).toContain('另一场'));
  expect(named('我能来').disabled).toBe(false);
});

it('switches invitations off from the page itself', async () => {
  const { attach } = await open({}, { stopInvitations: () => ({ ...world.invitation, off: true }) });
  attach();
  get('.invited-stop').click();
  await until(() => expect(textIn('.invited-stopped')).toContain('以后不会再邀请您'));
  expect(document.querySelector('.invited-stop')).toBeNull();
});

it('says kindly that a link is none of ours', async () => {
  await open({}, { getInvitationPage: () => { throw new Refused('place_invitation.unknown'); } });
  expect(textIn('#main')).toContain('这个链接打不开');
});

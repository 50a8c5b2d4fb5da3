import { share } from '../activities/signups.js';
import { pageOf } from '../paging.js';
import { decision, reasonedDecision } from '../plans/schemas.js';
import { byId, done } from '../primitives.js';
import { defineRoute } from '../route.js';
import { historyEntry } from '../units/schemas.js';
import * as t from './talks.js';

const steps = ['version.stale', 'lifecycle.not_allowed'] as const;

/** Routes of the menu of talks (讲座菜单). */
export const talkRoutes = {
  listPublicTalks: defineRoute('listPublicTalks', { summary: 'The menu of talks', access: 'public', query: t.publicTalkQuery, response: t.publicTalks }),
  getPublicTalk: defineRoute('getPublicTalk', { summary: 'One talk of the menu', access: 'public', params: byId, response: t.publicTalk }),
  getTalkMenuShare: defineRoute('getTalkMenuShare', { summary: 'The menu or a talk of it to pass on, with its QR code', access: 'public', query: t.talkShareQuery, response: share }),
  getMyTalks: defineRoute('getMyTalks', { summary: 'The own talks', access: 'signed-in', response: t.myTalks }),
  createMyTalk: defineRoute('createMyTalk', { summary: 'Write a talk', access: 'signed-in', body: t.myTalkInput, response: t.myTalk, status: 201, repeatable: true, errors: ['talk.no_term', 'talk.too_many', 'reference.not_found', 'rate.limited'] }),
  updateMyTalk: defineRoute('updateMyTalk', { summary: 'Change an own talk', access: 'signed-in', params: byId, body: t.myTalkChange, response: t.myTalk, errors: [...steps, 'reference.not_found'] }),
  submitMyTalk: defineRoute('submitMyTalk', { summary: 'Hand an own talk in', access: 'signed-in', params: byId, body: decision, response: t.myTalk, errors: [...steps, 'talk.no_term'] }),
  recallMyTalk: defineRoute('recallMyTalk', { summary: 'Take it back before it is decided', access: 'signed-in', params: byId, body: decision, response: t.myTalk, errors: steps }),
  withdrawMyTalk: defineRoute('withdrawMyTalk', { summary: 'Take an own talk off the menu', access: 'signed-in', params: byId, body: decision, response: t.myTalk, errors: steps }),
  deleteMyTalk: defineRoute('deleteMyTalk', { summary: 'Throw away what never stood on the menu', access: 'signed-in', params: byId, response: done, errors: ['lifecycle.not_allowed', 'talk.was_published'] }),
  listTalks: defineRoute('listTalks', { summary: 'Talks within reach', access: 'talk:read', query: t.talkQuery, response: pageOf(t.talk) }),
  exportTalks: defineRoute('exportTalks', { summary: 'The same as a workbook', access: 'talk:read', query: t.talkQuery, file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }),
  createTalk: defineRoute('createTalk', { summary: 'Write a talk for a lecturer', access: 'talk:write', body: t.talkInput, response: t.talk, status: 201, repeatable: true, errors: ['talk.no_term', 'talk.too_many', 'reference.not_found'] }),
  getTalk: defineRoute('getTalk', { summary: 'One talk', access: 'talk:read', params: byId, response: t.talk }),
  updateTalk: defineRoute('updateTalk', { summary: 'Correct a talk', access: 'talk:write', params: byId, body: t.talkChange, response: t.talk, errors: [...steps, 'reference.not_found'] }),
  submitTalk: defineRoute('submitTalk', { summary: 'Hand in what was written for a lecturer', access: 'talk:write', params: byId, body: decision, response: t.talk, errors: [...steps, 'talk.no_term'] }),
  publishTalk: defineRoute('publishTalk', { summary: 'Put a talk on the menu', access: 'talk:publish', params: byId, body: decision, response: t.talk, errors: [...steps, 'talk.no_term'] }),
  returnTalk: defineRoute('returnTalk', { summary: 'Give a talk back, with a reason', access: 'talk:publish', params: byId, body: reasonedDecision, response: t.talk, errors: steps }),
  withdrawTalk: defineRoute('withdrawTalk', { summary: 'Take a talk off the menu, with a reason', access: 'talk:publish', params: byId, body: reasonedDecision, response: t.talk, errors: steps }),
  undoTalk: defineRoute('undoTalk', { summary: 'Undo what one decided minutes ago: it waits again', access: 'talk:publish', params: byId, body: decision, response: t.talk, errors: [...steps, 'undo.over'] }),
  getTalkHistory: defineRoute('getTalkHistory', { summary: 'What happened to a talk', access: 'talk:read', params: byId, response: pageOf(historyEntry) }),
} as const;

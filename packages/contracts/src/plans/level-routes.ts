import { pageOf } from '../paging.js';
import { byId, done } from '../primitives.js';
import { defineRoute } from '../route.js';
import * as l from './levels.js';
import * as s from './schemas.js';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const steps = ['version.stale', 'lifecycle.not_allowed'] as const;
const making = [...steps, 'reference.not_found', 'plan.unit_outside', 'plan.from_paper'] as const;

/** Routes of the plans below a plan: made of its items, handed down, added up. */
export const levelRoutes = {
  createPlan: defineRoute('createPlan', { summary: 'Begin a plan without a paper, for the own division or one below', access: 'plan:write', body: l.planInput, response: s.plan, status: 201, repeatable: true, errors: ['reference.not_found', 'plan.year_taken', 'plan.year_issued'] }),
  discardPlan: defineRoute('discardPlan', { summary: 'Delete a draft that was begun without a paper', access: 'plan:write', params: byId, body: s.decision, response: done, errors: [...steps, 'plan.from_paper', 'consultation.open'] }),
  createItems: defineRoute('createItems', { summary: 'Add items to a draft, each serving items of the plan above or none', access: 'plan:write', params: byId, body: l.itemsInput, response: s.plan, status: 201, repeatable: true, errors: making }),
  updateItem: defineRoute('updateItem', { summary: 'Change an item of a draft, or which items above it serves', access: 'plan:write', params: byId, body: l.itemChange, response: s.item, errors: making }),
  removeItem: defineRoute('removeItem', { summary: 'Take an item out of a draft', access: 'plan:write', params: byId, body: s.decision, response: done, errors: [...steps, 'plan.from_paper'] }),
  listHandedItems: defineRoute('listHandedItems', { summary: 'Items of a plan that were handed down, and what became of them', access: 'plan:read', params: byId, query: l.handedQuery, response: pageOf(l.handedItem) }),
  handDownItems: defineRoute('handDownItems', { summary: 'Hand items down to divisions below', access: 'plan:write', params: byId, body: l.handDown, response: s.changed, errors: ['lifecycle.not_allowed', 'reference.not_found'] }),
  signHandedItems: defineRoute('signHandedItems', { summary: 'Sign for what was handed down', access: 'handed:sign', body: l.handedSigning, response: s.changed }),
  withdrawHandedItem: defineRoute('withdrawHandedItem', { summary: 'Take back what was handed down; what was made of it stays', access: 'plan:write', params: byId, body: s.decision, response: done, errors: steps }),
  listItemsBelow: defineRoute('listItemsBelow', { summary: 'What serves an item below, by division', access: 'plan:read', params: byId, response: pageOf(l.divisionPart) }),
  listLevels: defineRoute('listLevels', { summary: 'The divisions below, and how far their plans are', access: 'plan:read', params: byId, response: l.levels }),
  exportLevels: defineRoute('exportLevels', { summary: 'The same, as xlsx', access: 'plan:export', params: byId, file: xlsx }),
} as const;

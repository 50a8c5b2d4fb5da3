import { setImmediate as turn } from 'node:timers/promises';
import { createHash } from 'node:crypto';
import { clausesOf, jointTaskSteps, normaliseText } from '@kepu/breakdown';
import type { JointClause, JointSuggestion } from '@kepu/contracts';
import type { JointItemRow, JointUnitRow } from './joint-groups.repository.js';

/** Longest time in milliseconds that a comparison holds the process before others have their turn. */
const SLICE = 15;

/** By which a clause is known: blanks, widths of signs and the stop at its end do not matter. */
export const clauseKey = (clause: string): string => createHash('sha256').update(normaliseText(clause).replace(/[。；;]+$/u, '')).digest('base64url');
/** Whether an item still says a clause. */
export const says = (text: string, clause: string): boolean => normaliseText(text).includes(normaliseText(clause));
/** What of an item can be a part of a joint task, by key and as the paper prints it: each of its clauses, or all of it. */
export const clausesByKey = (text: string): ReadonlyMap<string, string> => new Map([text, ...clausesOf(text)].map((clause) => [clauseKey(clause), clause]));

/** What is decided of a clause of a plan already. */
export interface Decided { readonly itemId: string; readonly clauseKey: string; readonly groupId: string; readonly state: 'confirmed' | 'dismissed' }

export const clauseView = (row: JointItemRow, clause: string, units: readonly JointUnitRow[]): JointClause => {
  const open = Number(row.open) === 1;
  return { itemId: row.itemId, seq: row.seq, clause, text: open ? row.text : null, programme: row.programme, units: JSON.parse(row.unitsPrinted) as JointClause['units'], unitIds: distinctUnits(units.filter(({ itemId }) => itemId === row.itemId)).map(({ id }) => id), open };
};

/** Units once each, in the order given. */
export const distinctUnits = (rows: readonly JointUnitRow[]): { id: string; name: string }[] => [...new Map(rows.map(({ unitId, name }) => [unitId, { id: unitId, name }])).values()];

/**
 * What several units of a plan perhaps do together and nobody has decided about. Clauses that were set aside are left out; where some of the others are joined already, the rest is proposed for that group.
 * Other requests are answered between.
 */
export async function jointSuggestions(items: readonly JointItemRow[], units: readonly JointUnitRow[], decided: readonly Decided[], names: ReadonlyMap<string, string>): Promise<JointSuggestion[]> {
  const ofItem = new Map<string, JointUnitRow[]>();
  for (const unit of units) ofItem.set(unit.itemId, [...(ofItem.get(unit.itemId) ?? []), unit]);
  const unitsOf = (clauses: readonly JointClause[]): JointUnitRow[] => {
    const those = new Set(clauses.map(({ itemId }) => itemId));
    return units.filter(({ itemId }) => those.has(itemId));
  };
  const known = new Map(decided.map((one) => [`${one.itemId} ${one.clauseKey}`, one]));
  // Whoever joined a whole item decided about each of its clauses.
  for (const { itemId, text } of items) {
    const whole = known.get(`${itemId} ${clauseKey(text)}`);
    if (whole) for (const key of clausesByKey(text).keys()) if (!known.has(`${itemId} ${key}`)) known.set(`${itemId} ${key}`, whole);
  }
  const found = await inSlices(jointTaskSteps(items.map(({ itemId, text }) => ({ text, units: (ofItem.get(itemId) ?? []).map(({ unitId }) => unitId) }))));
  return found.flatMap(({ equal, clauses }): JointSuggestion[] => {
    const each = new Map(clauses.flatMap(({ item, text }) => {
      const row = items[item];
      return row ? [[`${row.itemId} ${clauseKey(text)}`, clauseView(row, text, ofItem.get(row.itemId) ?? [])] as const] : [];
    }));
    const free = [...each].flatMap(([key, clause]) => (known.has(key) ? [] : [clause]));
    const joined = [...each].flatMap(([key, clause]) => {
      const one = known.get(key);
      return one?.state === 'confirmed' ? [{ groupId: one.groupId, clause }] : [];
    });
    const groupId = joined[0]?.groupId;
    const partners = unitsOf(free);
    if (free.length === 0 || (groupId === undefined && (new Set(free.map(({ itemId }) => itemId)).size < 2 || distinctUnits(partners).length < 2))) return [];
    const leads = distinctUnits(partners.filter(({ role }) => role === 'lead'));
    return [{
      equal, clauses: free, units: distinctUnits(partners), lead: leads.length === 1 ? (leads[0] ?? null) : null, group: groupId === undefined ? null : { id: groupId, name: names.get(groupId) ?? '' },
      known: joined.filter((one) => one.groupId === groupId).map(({ clause }) => clause),
    }];
  });
}

async function inSlices<Result>(steps: Generator<undefined, Result>): Promise<Result> {
  let began = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - began < SLICE) continue;
    await turn();
    began = performance.now();
  }
}

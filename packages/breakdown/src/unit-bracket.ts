import { splitNames, type NameBook } from './names.js';

/** Names found in a bracket, by the role that the bracket prints. */
export interface BracketUnits {
  responsible: string[];
  lead: string[];
  cooperating: string[];
}

const TRAILING = /\s*[（(]([^（）()]{2,200})[）)]\s*[。.]?\s*$/u;
const LONGEST_BRACKET = 220;
const LABELLED = /^(责任|牵头|主办|配合|协办|参与)(?:单位|部门)?\s*[:：]\s*(.+)$/u;
const ROLE_OF: Readonly<Record<string, keyof BracketUnits>> = {
  责任: 'responsible', 牵头: 'lead', 主办: 'lead', 配合: 'cooperating', 协办: 'cooperating', 参与: 'cooperating',
};

/**
 * Takes a bracket of units off the end of an item: `（牵头单位：甲；责任单位：乙、丙）` by its printed roles, or `（甲、乙）` as responsible if **every** name
 * is known. Any other bracket is part of the sentence and stays.
 */
export function splitUnitBracket(text: string, book: NameBook): { text: string; units: BracketUnits } {
  const units: BracketUnits = { responsible: [], lead: [], cooperating: [] };
  const tail = text.slice(-LONGEST_BRACKET);
  const match = TRAILING.exec(tail);
  const inside = match?.[1];
  if (!match || inside === undefined) return { text, units };
  const parts = inside.split(/[；;]/u).map((part) => LABELLED.exec(part.trim()));
  if (parts.every((part) => part !== null)) {
    for (const part of parts) units[ROLE_OF[part[1] ?? ''] ?? 'responsible'].push(...splitNames(part[2] ?? '', book));
  } else {
    const names = splitNames(inside, book);
    if (names.length === 0 || !names.every((name) => book.find(name) !== null)) return { text, units };
    units.responsible.push(...names);
  }
  return { text: text.slice(0, text.length - tail.length + match.index), units };
}

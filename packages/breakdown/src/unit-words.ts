import { splitNames, type NameBook } from './names.js';

/** Units named in words, by the role that is printed, and the deadline that stands beside them. */
export interface UnitWords {
  responsible: string[];
  lead: string[];
  cooperating: string[];
  due: string | null;
}

type Role = 'responsible' | 'lead' | 'cooperating';

/** The text of a bracket at the end, which may hold one bracket more: （各县（市、区）科协）. */
const TRAILING = /\s*[（(]((?:[^（）()]|[（(][^（）()]{1,12}[）)]){2,300})[）)]\s*([。.；;]?)\s*$/u;
const LONGEST_BRACKET = 330;
/** A longer line is prose. */
const LONGEST_WORDS = 600;
const ROLE_WORDS = '责任|牵头|主办|主要责任|承办|负责|落实|配合|协办|参与|协同|协助|参加';
const LABELLED = new RegExp(String.raw`^(${ROLE_WORDS})(?:责任)?(?:单位|部门)?\s*[:：]\s*(.+)$`, 'u');
const DUE = /^(?:完成|办结|计划完成)?(?:时限|时间|期限|日期)(?:要求)?\s*[:：]\s*(.+)$/u;
const VERB = /^由?(.{2,120}?)(?:共同)?(牵头|主办|负责|承办|落实|配合|协办|参与|协同|协助|参加)(?:落实|实施|办理)?$/u;
const ROLE_OF: Readonly<Record<string, Role>> = {
  责任: 'responsible', 主要责任: 'lead', 承办: 'responsible', 负责: 'responsible', 落实: 'responsible', 牵头: 'lead', 主办: 'lead',
  配合: 'cooperating', 协办: 'cooperating', 参与: 'cooperating', 协同: 'cooperating', 协助: 'cooperating', 参加: 'cooperating',
};
/** How the names of Chinese bodies end, and names that stand for several. */
const LIKE_A_UNIT = /(?:局|委|办|会|院|部|厅|大学|学院|学校|中心|集团|支队|总队|科协|社科联|工会|联|政府|公司|委员会|办公室|工委)$|^各.{0,14}(?:单位|部门|县|区|乡镇|街道|学校|高校|科协)|^各?县（市、区）/u;

/** A name that stands for several. */
const GROUP = /^(?:领导小组)?各.{0,6}单位$/u;

/** Whether any unit is named. */
export const namesUnits = ({ responsible, lead, cooperating }: UnitWords): boolean => responsible.length + lead.length + cooperating.length > 0;

/** Whether a name could be that of a unit. */
const likely = (name: string, book: NameBook): boolean => name.length <= 40 && !/[:：]/u.test(name) && (book.find(name) !== null || LIKE_A_UNIT.test(name));

/**
 * Reads words that name units and nothing else: `牵头单位：甲；责任单位：乙、丙；完成时限：9月底前`, `甲牵头，乙、丙配合` or `甲、乙`. A bare list needs a name that is known, and none that
 * could not be a unit's. Null for any other words.
 */
export function readUnitWords(text: string, book: NameBook): UnitWords | null {
  if (text.length > LONGEST_WORDS) return null;
  const words: UnitWords = { responsible: [], lead: [], cooperating: [], due: null };
  const bare = splitNames(text, book);
  if (bare.length > 0 && bare.some((name) => GROUP.test(name) || book.find(name) !== null) && bare.every((name) => likely(name, book))) return { ...words, responsible: bare };
  let role: Role | null = null;
  /** Names before a verb that comes later: 甲，乙负责. */
  let before: string[] = [];
  for (const part of clauses(text)) {
    const due = DUE.exec(part);
    const labelled = LABELLED.exec(part);
    const verb = labelled ? null : VERB.exec(part);
    const names = splitNames(labelled?.[2] ?? verb?.[1] ?? part, book);
    if (due) words.due = due[1]?.trim() ?? null;
    else if (labelled) words[(role = ROLE_OF[labelled[1] ?? ''] ?? 'responsible')].push(...names);
    else if (!names.every((name) => likely(name, book))) return null;
    else if (verb) {
      words[ROLE_OF[verb[2] ?? ''] ?? 'responsible'].push(...before, ...names);
      before = [];
    } else if (role === null) before.push(...names);
    // 牵头单位：甲，乙: the list goes on.
    else words[role].push(...names);
  }
  if (before.length > 0) return null;
  return namesUnits(words) || words.due !== null ? words : null;
}

const END = /[；;，,。]|\s+(?=(?:责任|牵头|主办|配合|协办|参与|完成|办结)[^，,；;]{0,6}[:：])/u;
const clauses = (text: string): string[] => text.split(END).map((part) => part.trim()).filter((part) => part !== '');

/** Takes a bracket of units off the end of an item. Any other bracket is part of the sentence and stays; a final stop behind it stays too. */
export function splitUnitBracket(text: string, book: NameBook): { text: string; units: UnitWords } {
  const none = { text, units: { responsible: [], lead: [], cooperating: [], due: null } };
  const tail = text.slice(-LONGEST_BRACKET);
  const match = TRAILING.exec(tail);
  const units = match?.[1] === undefined ? null : readUnitWords(match[1], book);
  if (!match || !units) return none;
  const rest = text.slice(0, text.length - tail.length + match.index);
  return { text: /[。！？!?；;]$/u.test(rest) ? rest : `${rest}${match[2] ?? ''}`, units };
}

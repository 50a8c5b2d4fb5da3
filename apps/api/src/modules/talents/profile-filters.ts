import { skillLevels, talkLanguages, profileLimits, type SkillLevel, type TalkLanguage } from '@kepu/contracts';
import type { Predicate } from '../../platform/database/index.js';
import { escapeLike } from '../../platform/database/index.js';

/** What a list is narrowed by that people say of themselves. */
export interface ProfileQuestion { readonly topicId?: string | undefined; readonly level?: SkillLevel | undefined; readonly language?: TalkLanguage | undefined; readonly away?: string | undefined }

/** A day of the absences, which stand as `[{ from, to }, …]`. The two databases have no way in common to look at each part of a JSON text, and one answers its words with quotes. */
const dayOf = (at: number, end: 'from' | 'to'): string => `REPLACE(JSON_EXTRACT(v.absences, '$[${at}].${end}'), '"', '')`;
const away = Array.from({ length: profileLimits.absences }, (_, at) => `(${dayOf(at, 'from')} <= :awayOn AND ${dayOf(at, 'to')} >= :awayOn)`).join(' OR ');

/** In a list that does not read the volunteer beside each row, people are looked for by themselves. */
const of = (person: string, sql: string): string => (person === 'v.id' ? sql : `${person} IN (SELECT v.id FROM volunteers v WHERE ${sql})`);
/** `v` is the alias of the volunteer, `person` the column that names one. A topic of the first level stands for those below it; how well is asked of the topic that is asked for, or of any. */
export const ofProfile = ({ topicId, level, language, away: awayOn }: ProfileQuestion, person = 'v.id'): Predicate[] => [
  ...(topicId || level ? [{
    sql: `${person} IN (SELECT vt.volunteer_id FROM volunteer_topics vt WHERE 1 = 1${topicId ? ' AND vt.term_id IN (SELECT vtt.id FROM terms vtt WHERE vtt.id = :topicId OR vtt.parent_id = :topicId)' : ''}${level ? ' AND vt.level IN (:...levels)' : ''})`,
    params: { ...(topicId ? { topicId } : {}), ...(level ? { levels: skillLevels.slice(skillLevels.indexOf(level)) } : {}) },
  }] : []),
  ...(language ? [{ sql: of(person, "SUBSTR(v.languages, :languageAt, 1) = '1'"), params: { languageAt: talkLanguages.indexOf(language) + 1 } }] : []),
  ...(awayOn ? [{ sql: of(person, `v.absences <> '[]' AND (${away})`), params: { awayOn } }] : []),
];

/** A unit and the units below it, by ids: the few units are looked for once, and not beside each person. `column` holds the id of a unit. */
export const inUnit = (column: string, unitId: string | undefined): Predicate[] => (unitId === undefined ? [] : [{
  sql: `${column} IN (SELECT iu.id FROM units iu WHERE iu.path LIKE :inUnitPath ESCAPE '!')`, params: { inUnitPath: `%/${escapeLike(unitId)}/%` },
}]);

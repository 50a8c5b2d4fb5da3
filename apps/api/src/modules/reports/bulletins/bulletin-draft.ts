import type { BulletinKind, BulletinMetric, BulletinWord } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import { chineseNumeral } from '@kepu/breakdown';
import { longDay } from '../../../platform/documents/official-document.js';
import { excerpt } from '../../notices/index.js';
import type { CountedLine, MeetingCount } from '../../plans/index.js';
import type { BulletinAxes, BulletinSection } from './bulletin.entity.js';
import { figureKey } from './figures.js';

/** How many lines of one kind a paper of five pages has. */
const LINES = 20;
const said = (key: string, params: Record<string, string | number> = {}): string => label('zh-CN', `documents.${key}`, params);
/** What happened besides activities, in the order in which it is told. */
const more = ['volunteer_minutes', 'trained', 'publications', 'works', 'venues', 'competitions', 'documents'] as const;
const textOf = { volunteer_minutes: 'bulletinText_hours', trained: 'bulletinText_trained', publications: 'bulletinText_publications', works: 'bulletinText_works', venues: 'bulletinText_venues', competitions: 'bulletinText_competitions', documents: 'bulletinText_documents' } as const;

/** No more lines than the paper has, and then how many more there are and where. The count is of the list beside it and no figure of its own, so that it is written in words. */
const cut = (lines: readonly string[], kind: 'problems' | 'joint' | 'overdue' | 'next'): string[] => (lines.length <= LINES ? [...lines] : [...lines.slice(0, LINES), said(`bulletinText_rest_${kind}`, { count: chineseNumeral(lines.length - LINES) })]);

/** A title within 《》: those of its own become 〈〉 (GB/T 15834—2011 4.15.3.5). */
const quoted = (title: string): string => title.replaceAll('《', '〈').replaceAll('》', '〉');

/** The first words of a bulletin, for the office to go on from: every number stands in them by its key, and what there is nothing of is not told. The paper is in the language of the office. */
export const draftSections = (plan: { readonly title: string }, span: { readonly from: string; readonly to: string }, axes: BulletinAxes, lines: readonly CountedLine[], words: readonly BulletinWord[], meeting: MeetingCount | null): BulletinSection[] => {
  // What there is anything of: a number in the words is never nought.
  const present = new Set(lines.filter(({ quantity }) => quantity > 0).flatMap(({ scope, metric, programmeId }) => (scope === 'city' ? [metric] : scope === 'programme' ? [figureKey({ scope, metric, ofId: programmeId })] : [])));
  const of = (programmeId: string | null) => (metric: BulletinMetric) => figureKey({ scope: programmeId === null ? 'city' : 'programme', metric, ofId: programmeId });
  const sentences = (programmeId: string | null): string => {
    const key = of(programmeId);
    const has = (metric: BulletinMetric): boolean => present.has(key(metric));
    const named = (...metrics: BulletinMetric[]) => Object.fromEntries(metrics.map((metric) => [metric, `{${key(metric)}}`]));
    const happened = [...(has('activities') ? [said('bulletinText_activities', named('activities', 'sessions', 'turnout'))] : []), ...more.filter(has).map((metric) => said(textOf[metric], named(metric)))];
    const parts = happened.length > 0 ? happened : [said('bulletinText_none')];
    return `${has('measures') ? said(has('measures_done') ? 'bulletinText_measures_done' : 'bulletinText_measures', named('measures', 'measures_done')) : ''}${has('closed_out') ? said('bulletinText_closed', named('closed_out')) : ''}${programmeId === null ? said('bulletinText_span', { from: longDay(span.from), to: longDay(span.to) }) : ''}${parts.join(said('bulletinAnd'))}${said('bulletinEnd')}`;
  };
  const problems = words.flatMap(({ unit, problems: text }) => (text === null ? [] : [said('bulletinText_problem', { unit: unit.name, text: excerpt(text.replaceAll('\n', ' ').replaceAll(/[{}]/gu, ''), 200) })]));
  return [
    { heading: said('bulletinOverview'), text: said('bulletinText_plan', { title: quoted(plan.title.replaceAll(/[{}]/gu, '')), units: '{units}', items: '{items}' }) + sentences(null) },
    ...(axes.programmes.length === 0 ? [] : [{ heading: said('bulletinProgrammes'), text: axes.programmes.map(({ id, name }) => said('bulletinText_programme', { name: name.replaceAll(/[{}]/gu, ''), items: `{${of(id)('items')}}` }) + sentences(id)).join('\n') }]),
    ...(present.has('reports_due') ? [{ heading: said('bulletinReports'), text: said('bulletinText_reports', { reports_due: '{reports_due}', reports_in: '{reports_in}', reports_late: '{reports_late}' }) }] : []),
    ...(meeting === null ? [] : workSections(meeting, words)),
    ...(problems.length === 0 ? [] : [{ heading: said('bulletinProblems'), text: cut(problems, 'problems').join('\n') }]),
    ...(meeting === null ? [] : askSections(meeting)),
  ];
};

const plainly = (text: string, signs: number): string => excerpt(text.replaceAll('\n', ' ').replaceAll(/[{}]/gu, ''), signs);

/** What units share, and what is overdue with why: what the office has said of it, or else the unit. */
const workSections = ({ joint, overdue }: MeetingCount, words: readonly BulletinWord[]): BulletinSection[] => {
  const why = new Map(words.flatMap(({ unit, itemId, problems }) => (problems === null ? [] : [[`${unit.id} ${itemId}`, problems] as const])));
  return [
    ...(joint.length === 0 ? [] : [{ heading: said('bulletinJoint'), text: [said('bulletinText_joint', { joint: '{joint}' }), ...cut(joint.map(({ name, lead, units }) => said('bulletinText_joint_one', {
      name: plainly(name, 60), lead: lead === null ? said('bulletinText_joint_nobody') : said('bulletinText_joint_lead', { unit: lead.name }), units: units.filter(({ id }) => id !== lead?.id).map((unit) => unit.name).join('、'),
    })), 'joint')].join('\n') }]),
    { heading: said('bulletinOverdue'), text: overdue.length === 0 ? said('bulletinText_overdue_none') : [said('bulletinText_overdue', { overdue: '{overdue}' }), ...cut(overdue.map(({ unit, itemId, seq, text, day, measure, said: byOffice }) => said('bulletinText_overdue_one', {
      unit: unit.name, seq, text: plainly(text, 40), due: measure === null ? said('bulletinText_overdue_day', { day: longDay(day) }) : said('bulletinText_overdue_measure', { measure: plainly(measure, 30), day: longDay(day) }), why: plainly(byOffice ?? why.get(`${unit.id} ${itemId}`) ?? said('bulletinText_overdue_unsaid'), 100),
    })), 'overdue')].join('\n') },
  ];
};

/** What the office asks of the meeting, which it writes itself, and what units would do next year. */
const askSections = ({ proposals }: MeetingCount): BulletinSection[] => [
  { heading: said('bulletinAsks'), text: said('bulletinText_asks') },
  ...(proposals.length === 0 ? [] : [{ heading: said('bulletinNext'), text: [
    `${said('bulletinText_next', { proposals: '{proposals}' })}${proposals.some(({ adopted }) => adopted) ? said('bulletinText_next_adopted', { proposals_adopted: '{proposals_adopted}' }) : ''}${said('bulletinEnd')}`,
    ...cut([...proposals].sort((a, b) => Number(b.adopted) - Number(a.adopted)).map(({ unit, programme, text }) => said('bulletinText_next_one', { unit: unit.name, programme: plainly(programme, 40), text: plainly(text, 80) })), 'next'),
  ].join('\n') }]),
];
/** Whether what is asked of the meeting is still to be written. */
export const asksOpen = (sections: readonly BulletinSection[]): boolean => sections.some(({ text }) => text.includes(said('bulletinText_asks')));

/** The title that a bulletin has until the office gives it another. */
export const draftTitle = (kind: BulletinKind, year: number): string => said(`bulletinTitle_${kind}`, { year });

import type { HistoryEntry } from '@kepu/contracts';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { EmptyState } from './Panels.js';
import type { StateGroup } from './StateChip.js';
import { useFormat } from './format.js';

// What is told where something came to be or went: the words of people, not the whole record.
const told: readonly string[] = ['text', 'reason', 'note', 'question', 'answer', 'fileName', 'unit', 'name', 'role', 'words'];
const groups = ['assignmentStates', 'planStates', 'planRevisionStates', 'revisionKinds', 'revisionFields', 'importStates', 'accountStates', 'unitKinds', 'divisionKinds', 'termKinds', 'programmeKinds', 'workdayKinds', 'roles', 'scopeKinds', 'signedHow', 'assignmentRoles',
  'activityStates', 'nominationStates', 'teamStates', 'teamMemberStates', 'bookingStates', 'thingKinds', 'activityKinds', 'signupStates', 'signupFlows', 'insurances', 'attendanceStates', 'turnoutMethods', 'ledgers', 'workEntryStates', 'workEntryKinds', 'unitReportStatuses', 'promptStates', 'promptKinds', 'bulletinStates', 'bulletinKinds', 'collectionStates', 'collectionAnswerStates', 'assessmentStates', 'assessmentSheetStates', 'assessmentPublications', 'measureKinds', 'measureStates', 'measureSources', 'positionRoles', 'occupations'];
const isId = (key: string, value: unknown): boolean => /(^id|Ids?)$/.test(key) || (typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(value));

/** A value as people say it: states and kinds by their words, days as days. One word may be a state of several objects: that of `of` holds. */
const useSpoken = (of: StateGroup | undefined) => {
  const t = useTranslate();
  const { day, instant, list } = useFormat();
  const ordered = of ? [of, ...groups] : groups;
  const spoken = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return '';
    if (typeof value === 'boolean') return t(`ra.boolean.${value}`);
    if (Array.isArray(value)) return list(value.map(spoken).filter(Boolean));
    if (typeof value === 'object') return list(Object.entries(value).filter(([key, inner]) => !isId(key, inner)).map(([, inner]) => spoken(inner)).filter(Boolean));
    const text = String(value);
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return day(text, true);
    if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return instant(text);
    for (const group of ordered) {
      const word = t(`terms.${group}.${text}`, { _: '' });
      if (/^[a-z_]+$/.test(text) && word) return word;
    }
    return text;
  };
  return spoken;
};

/** What a change changed, from and to; of something new only what people wrote. */
export const Changes = ({ before, after, of }: Pick<HistoryEntry, 'before' | 'after'> & { of?: StateGroup | undefined }) => {
  const t = useTranslate();
  const spoken = useSpoken(of);
  const changed = before !== null && after !== null;
  const keys = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter((key) => {
    const [from, to] = [before?.[key], after?.[key]];
    if (key === 'version' || isId(key, from ?? to) || JSON.stringify(from ?? null) === JSON.stringify(to ?? null)) return false;
    return (changed && key in before && key in after) || told.includes(key);
  });
  if (keys.length === 0) return null;
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5, color: 'text.secondary', overflowWrap: 'anywhere' }}>
      {keys.slice(0, 12).map((key) => {
        const [from, to] = [spoken(before?.[key]), spoken(after?.[key])];
        const word = t(`admin.fields.${key}`, { _: key });
        return <li key={key}>{from && to ? t('admin.shell.changed_from_to', { field: word, from, to }) : t('admin.shell.changed_value', { field: word, value: to || from })}</li>;
      })}
    </Box>
  );
};

/** A history, newest first as the API gives it. */
export const History = ({ entries, of }: { entries: readonly HistoryEntry[]; of?: StateGroup }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  if (entries.length === 0) return <EmptyState title="admin.shell.no_history" />;
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {entries.map(({ id, at, actor, action, before, after }) => (
        <Box component="li" key={id} sx={{ borderLeft: 2, borderColor: 'divider', pl: 2, pb: 2, ml: 0.5, position: 'relative', '&::before': { content: '""', position: 'absolute', left: -6, top: 9, width: 10, height: 10, borderRadius: '50%', backgroundColor: 'primary.main' } }}>
          <Typography component="div"><strong>{t(`actions.${action}`, { _: action })}</strong></Typography>
          <Typography component="div" color="textSecondary">{instant(at)} · {actor?.name ?? t('admin.shell.system')}</Typography>
          <Changes before={before} after={after} of={of} />
        </Box>
      ))}
    </Box>
  );
};

import Add from '@mui/icons-material/Add';
import { ApiProblem } from '@kepu/api-client/slim';
import type { Assessment } from '@kepu/contracts';
import { scoredPoints } from '@kepu/domain';
import { Alert, Box, Button, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useFresh } from '../drafting/useFresh.js';
import { api } from '../providers/api.js';
import { messageOf } from '../providers/problem.js';
import { FormBar } from '../ui/FormBar.js';
import { Panel } from '../ui/Panels.js';
import { useKeptWork } from '../ui/useKeptWork.js';
import { useRun } from '../ui/useRun.js';
import { CriterionCard } from './CriterionCard.js';
import { faultsOf, newCriterion, rubricOf, unreadable, writtenOf, type Written, type WrittenSection } from './rubric.js';

const marks = ['excellent', 'good', 'passed'] as const;
interface Work { readonly base: number; readonly sections: readonly WrittenSection[]; readonly total: string; readonly objection: string; readonly grades: Readonly<Record<(typeof marks)[number], string>> }
const moved = <T,>(list: readonly T[], from: number, by: -1 | 1): T[] => {
  const next = [...list];
  const [one] = next.splice(from, 1);
  if (one !== undefined) next.splice(from + by, 0, one);
  return next;
};

/** The rubric of a draft, part by part, with what it comes to. What is typed stays in the tab until it is saved. */
export const RubricEditor = ({ assessment }: { assessment: Assessment }) => {
  const t = useTranslate();
  const notify = useNotify();
  const fresh = useFresh();
  const { attempt, pending } = useRun();
  const { typed, setTyped, dirty, restored } = useKeptWork<Work>(`rubric-${assessment.id}`);
  const [refused, setRefused] = useState<unknown>(null);
  const [tried, setTried] = useState(false);
  const { id, version, totalPoints, objectionWorkdays, grades } = assessment;
  const saved: Work = { base: version, sections: writtenOf(assessment), total: String(totalPoints), objection: String(objectionWorkdays), grades: { excellent: String(grades.excellent), good: String(grades.good), passed: String(grades.passed) } };
  const work = typed ?? saved;
  const { sections } = work;
  const unread = unreadable(sections);
  const faults = new Map([...faultsOf(refused), ...(tried ? [...unread].map(([place, line]) => [place, t('admin.assessments.steps_unreadable', line)] as const) : [])]);
  const contested = typed !== null && typed.base !== version;
  const change = (next: Partial<Work>) => { setRefused(null); setTyped({ ...work, ...next }); };
  const inSection = (at: number, part: Partial<WrittenSection>) => change({ sections: sections.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  const inCriterion = (at: number, index: number, part: Partial<Written>) => inSection(at, { criteria: (sections[at]?.criteria ?? []).map((one, place) => (place === index ? { ...one, ...part } : one)) });
  const scored = scoredPoints(rubricOf(sections).map(({ title, criteria }) => ({ title, criteria: criteria.map((one, index) => ({ ...one, key: one.key ?? String(index) })) })));
  const save = async () => {
    setTried(true);
    if (unread.size > 0) return;
    try {
      const saved = await attempt(() => fresh(() => api.updateAssessment({ params: { id }, body: { version: work.base, rubric: rubricOf(sections), totalPoints: Number(work.total), objectionWorkdays: Number(work.objection), grades: { excellent: Number(work.grades.excellent), good: Number(work.grades.good), passed: Number(work.grades.passed) } } })), { success: 'admin.assessments.saved' });
      // What was typed while it was on its way is not gone with it.
      setTyped((now) => (now === null || now === typed ? null : { ...now, base: saved.version }));
      setRefused(null);
      setTried(false);
    } catch (error) {
      setRefused(error);
      const stale = error instanceof ApiProblem && error.problem.code === 'version.stale';
      notify(stale ? 'admin.assessments.stale' : messageOf(error), { type: stale ? 'warning' : 'error', autoHideDuration: 10_000, messageArgs: { _: messageOf(error) } });
    }
  };
  const figure = (name: string, label: string, value: string, onChange: (text: string) => void) => <TextField id={`rubric-${name}`} size="small" label={t(label)} value={value} onChange={(event) => onChange(event.target.value)} error={faults.has(name)} helperText={faults.get(name)} slotProps={{ htmlInput: { inputMode: 'decimal' } }} sx={{ flex: '1 1 9rem' }} />;
  return (
    <Panel id="rubric" title={t('admin.assessments.rubric')}>
      {restored && !contested && <Alert severity="info" sx={{ mb: 2 }}>{t('admin.assessments.restored')}</Alert>}
      {contested && <Alert severity="warning" sx={{ mb: 2 }} action={<Stack direction="row" sx={{ flexWrap: 'wrap' }}><Button color="inherit" onClick={() => { setTyped(null); setRefused(null); }}>{t('admin.assessments.take_theirs')}</Button><Button color="inherit" onClick={() => setTyped({ ...work, base: version })}>{t('admin.assessments.keep_mine')}</Button></Stack>}>{t('admin.assessments.contested')}</Alert>}
      <Alert severity={scored === Number(work.total) ? 'success' : 'warning'} sx={{ mb: 2 }}>{t(scored === Number(work.total) ? 'admin.assessments.scored' : 'admin.assessments.scored_wrong', { scored, total: work.total })}</Alert>
      {faults.size > 0 && <Alert severity="error" sx={{ mb: 2 }}>{t('admin.assessments.fix', { count: faults.size })}</Alert>}
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1.5, mb: 2 }}>
        {figure('totalPoints', 'admin.assessments.total', work.total, (total) => change({ total }))}
        {marks.map((mark) => <Box key={mark} sx={{ display: 'contents' }}>{figure(`grades.${mark}`, `admin.assessments.${mark}`, work.grades[mark], (text) => change({ grades: { ...work.grades, [mark]: text } }))}</Box>)}
        {figure('objectionWorkdays', 'admin.assessments.objection', work.objection, (objection) => change({ objection }))}
      </Stack>
      {faults.has('grades') && <Typography color="error" sx={{ mb: 2 }}>{faults.get('grades')}</Typography>}
      <Stack sx={{ gap: 3 }}>
        {sections.map((section, at) => (
          <Box key={section.at} component="section" aria-label={section.title || t('admin.assessments.section')}>
            <Stack direction="row" sx={{ gap: 1, alignItems: 'flex-start', mb: 1.5 }}>
              <TextField id={`${section.at}-title`} label={t('admin.assessments.section')} value={section.title} onChange={(event) => inSection(at, { title: event.target.value })} error={faults.has(`${at}.title`)} helperText={faults.get(`${at}.title`)} fullWidth />
              <Button color="inherit" onClick={() => change({ sections: sections.filter((one) => one !== section) })} sx={{ minHeight: 44, flexShrink: 0 }}>{t('admin.assessments.remove_section')}</Button>
            </Stack>
            <Stack component="ol" sx={{ listStyle: 'none', m: 0, p: 0, gap: 1.5 }}>
              {section.criteria.map((criterion, index) => (
                <CriterionCard key={criterion.at} criterion={criterion} path={`${at}.criteria.${index}`} index={index} count={section.criteria.length} faults={faults} onChange={(part) => inCriterion(at, index, part)} onMove={(by) => inSection(at, { criteria: moved(section.criteria, index, by) })} onRemove={() => inSection(at, { criteria: section.criteria.filter((one) => one !== criterion) })} />
              ))}
            </Stack>
            <Button startIcon={<Add />} onClick={() => inSection(at, { criteria: [...section.criteria, newCriterion(`new-${Date.now()}-${section.criteria.length}`)] })} sx={{ minHeight: 44, mt: 1 }}>{t('admin.assessments.add_criterion')}</Button>
          </Box>
        ))}
      </Stack>
      <Button variant="outlined" startIcon={<Add />} onClick={() => change({ sections: [...sections, { at: `new-${Date.now()}`, title: '', criteria: [] }] })} sx={{ minHeight: 44, mt: 2 }}>{t('admin.assessments.add_section')}</Button>
      {dirty && <FormBar label={t('admin.assessments.rubric')} hint={t('admin.assessments.unsaved')}><Button variant="contained" disabled={pending || contested} onClick={() => void save()}>{t('admin.assessments.save')}</Button></FormBar>}
    </Panel>
  );
};

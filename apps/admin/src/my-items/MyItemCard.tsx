import type { AssignmentLight, AssignmentRow, Measure, RevisionLine } from '@kepu/contracts';
import { Box, Card, Checkbox, Link, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { DayMarks } from '../follow-ups/DayMarks.js';
import { FollowUpMenu } from '../follow-ups/FollowUpMenu.js';
import { AssignmentActions } from '../items/AssignmentCard.js';
import { QuestionAndAnswer } from '../items/QuestionAndAnswer.js';
import { TargetChips } from '../items/TargetChips.js';
import { JointLinks } from '../joint/JointLinks.js';
import { LightWithReasons } from '../lights/LightReasons.js';
import { StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { ItemProgress } from './ItemProgress.js';
import { News } from './News.js';

/** One piece of the own work, whole: on a phone nothing has to be opened to read it. */
export const MyItemCard = ({ row, measures, light, news, chosen, onChoose }: { row: AssignmentRow; measures: readonly Measure[]; light: AssignmentLight | undefined; news: RevisionLine | null; chosen: boolean; onChoose?: () => void }) => {
  const t = useTranslate();
  const { instant, aside } = useFormat();
  const { item, state, question, signedAt, signedBy, signedHow, role, unit } = row;
  const number = t('admin.items.title', { year: item.year, seq: item.seq });
  return (
    <Card component="article" aria-label={number} sx={{ p: 2, mb: 1.5, ...(chosen ? { borderColor: 'primary.main', boxShadow: ({ palette }) => `inset 0 0 0 1px ${palette.primary.main}` } : {}) }}>
      <Stack direction="row" sx={{ alignItems: 'center', flexWrap: 'wrap', gap: 1, mb: 0.5 }}>
        {onChoose && <Checkbox checked={chosen} onChange={onChoose} slotProps={{ input: { 'aria-label': t('admin.my_items.choose', { item: number }) } }} sx={{ width: 44, height: 44, ml: -1.25 }} />}
        <Link component={RouterLink} to={`/items/${item.id}`} sx={{ fontWeight: 600 }}>{number}</Link>
        <StateChip of="assignmentStates" state={state} />
        {role !== 'responsible' && <Typography color="textSecondary">{t(`terms.assignmentRoles.${role}`)}</Typography>}
      </Stack>
      {(state === 'pending' || state === 'asked') && <News row={row} line={news} />}
      <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{item.text}</Typography>
      <TargetChips targets={item.targets} due={item.due} />
      {light && <LightWithReasons row={light} />}
      <DayMarks assignment={row} due={item.due} />
      {item.units.length > 1 && <Typography color="textSecondary" sx={{ mt: 0.5 }}>{t('admin.my_items.together', { units: item.units.map(({ printed }) => printed).filter((printed) => printed !== unit.printed).join(t('admin.shell.comma')) })}</Typography>}
      <JointLinks item={item} />
      {question && <QuestionAndAnswer question={question} />}
      {signedAt && <Typography color="textSecondary" sx={{ mt: 0.5 }}>{instant(signedAt)} · {signedBy ?? ''}{signedHow && aside(t(`terms.signedHow.${signedHow}`))}</Typography>}
      {state === 'signed' ? <ItemProgress itemId={item.id} measures={measures} more={<FollowUpMenu assignment={row} planId={item.planId} />} /> : <Box><AssignmentActions assignment={row} planId={item.planId} quiet /></Box>}
    </Card>
  );
};

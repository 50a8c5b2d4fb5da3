import type { AssignmentRow, RevisionLine } from '@kepu/contracts';
import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { BeforeAfter, WhoAndWhere } from '../revisions/BeforeAfter.js';
import { Mark } from '../ui/StateChip.js';

/** Whether the work is new to the unit: a new item, or one that others had before. */
const isNew = (line: RevisionLine | null, unit: AssignmentRow['unit']): boolean => line !== null && (line.before === null || (line.fields.includes('units') && !line.before.units.some(({ printed }) => printed === unit.printed || printed === unit.name)));

/** That an edition brought this to sign for, and what it changed. */
export const News = ({ row: { item, unit }, line }: { row: AssignmentRow; line: RevisionLine | null }) => {
  const t = useTranslate();
  const [open, setOpen] = useState(false);
  if (item.revisedIn === null) return null;
  const fresh = isNew(line, unit);
  return (
    <Box sx={{ mb: 0.5 }}>
      <Mark tone="waiting">{t(`admin.revisions.did.${line?.kind === 'kept' ? 'kept' : fresh ? 'added' : 'changed'}`, { edition: item.revisedIn })}</Mark>
      {line?.before && <Button sx={{ ml: 0.5 }} aria-expanded={open} onClick={() => setOpen(!open)}>{t(open ? 'admin.revisions.hide_change' : 'admin.revisions.see_change')}</Button>}
      {line?.before && open && <Box sx={{ p: 1.5, mb: 1, borderRadius: 1, backgroundColor: 'background.default' }}>{fresh && <Box sx={{ mb: 0.5 }}>{t('admin.revisions.new_for_unit')}</Box>}<WhoAndWhere line={line} moved /><BeforeAfter line={line} /></Box>}
    </Box>
  );
};

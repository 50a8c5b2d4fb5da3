import type { AssignmentRow, Plan } from '@kepu/contracts';
import Print from '@mui/icons-material/PrintOutlined';
import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { saveFile } from '../ui/download.js';
import { useRun } from '../ui/useRun.js';

/** The own list of work as a file to print, for the leader in charge to put names to; for several units, one file each in an archive. */
export const PrintList = ({ plan, rows }: { plan: Plan; rows: readonly AssignmentRow[] }) => {
  const t = useTranslate();
  const { run, pending } = useRun();
  const [unitId, other] = [...new Set(rows.map(({ unit }) => unit.id))];
  if (unitId === undefined) return null;
  const label = other === undefined ? 'admin.my_items.print' : 'admin.my_items.print_several';
  const save = async () => saveFile(
    other === undefined ? await api.exportTaskList({ params: { id: plan.id }, query: { unitId } }) : await api.exportTaskLists({ params: { id: plan.id } }),
    `${plan.title}.${other === undefined ? 'docx' : 'zip'}`,
  );
  return <Button variant="outlined" startIcon={<Print />} disabled={pending} onClick={() => void run(save, { success: 'admin.my_items.print_done' })}>{t(pending ? 'admin.plans.exporting' : label)}</Button>;
};

import type { Plan } from '@kepu/contracts';
import Download from '@mui/icons-material/DownloadOutlined';
import { Button, ListItemText, Menu, MenuItem } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { saveFile } from '../ui/download.js';
import { useRun } from '../ui/useRun.js';

const kinds = ['docx', 'xlsx', 'lists', 'whole'] as const;
type Kind = (typeof kinds)[number];

/** The plan as documents to keep, print or send: the paper, its table, a list for each unit. */
export const PlanExport = ({ plan }: { plan: Plan }) => {
  const t = useTranslate();
  const { run, pending } = useRun();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const target = { params: { id: plan.id } };
  const files: Readonly<Record<Kind, () => Promise<void>>> = {
    docx: async () => saveFile(await api.exportPlanDocx(target), `${plan.title}.docx`),
    xlsx: async () => saveFile(await api.exportPlanXlsx(target), `${plan.title}.xlsx`),
    lists: async () => saveFile(await api.exportTaskLists(target), `${plan.title}.zip`),
    whole: async () => saveFile(await api.exportWholePlan(target), `${plan.title}.xlsx`),
  };
  const save = (kind: Kind) => {
    setAnchor(null);
    void run(files[kind], { success: 'admin.plans.export_done' });
  };
  return (
    <>
      <Button variant="outlined" startIcon={<Download />} disabled={pending} aria-haspopup="menu" aria-expanded={anchor !== null} onClick={(event) => setAnchor(event.currentTarget)}>{t(pending ? 'admin.plans.exporting' : 'admin.plans.export')}</Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {kinds.map((kind) => (
          <MenuItem key={kind} onClick={() => save(kind)} sx={{ whiteSpace: 'normal', maxWidth: 360, minHeight: 44 }}>
            <ListItemText primary={t(`admin.plans.export_${kind}`)} secondary={t(`admin.plans.export_${kind}_hint`)} />
          </MenuItem>
        ))}
      </Menu>
    </>
  );
};

import { Alert, Box, Button, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { useSession } from '../providers/session.js';
import { saveFile } from '../ui/download.js';
import { PageHeader } from '../ui/PageHeader.js';
import { Facts, Loaded, Panel } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { useRun } from '../ui/useRun.js';

const Year = ({ year }: { year: number }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  const query = useApi(['minor-audit', String(year)], () => api.getMinorAudit({ params: { year } }));
  return (
    <Loaded query={query} rows={10}>
      {({ figures, accesses, more, policy, madeAt }) => (
        <>
          <Panel id="figures" title={t('minorAudit.sheetFigures')}>
            <Facts rows={figures.map(({ key, count }) => [`minorAudit.figures.${key}`, String(count)])} />
            <Typography color="textSecondary" sx={{ mt: 1 }}>{t('minorAudit.policy', { version: policy })} · {instant(madeAt)}</Typography>
          </Panel>
          <Panel id="accesses" title={t('minorAudit.sheetAccesses')}>
            {more > 0 && <Alert severity="info" sx={{ mb: 1 }}>{t('admin.minors.more', { count: more })}</Alert>}
            {accesses.length === 0 && <Typography color="textSecondary">{t('admin.minors.no_accesses')}</Typography>}
            {accesses.map(({ at, who, body, role, field, number, reason }) => (
              <Box key={`${at}${who}${number}`} sx={{ py: 1, borderTop: 1, borderColor: 'divider', overflowWrap: 'anywhere' }}>
                <Typography><b>{t(`terms.accessFields.${field}`)}</b> {number} · {who} · {t(`terms.accessRoles.${role}`)} · {body}</Typography>
                <Typography color="textSecondary">{instant(at)}{reason ? ` · ${reason}` : ''}</Typography>
              </Box>
            ))}
          </Panel>
        </>
      )}
    </Loaded>
  );
};

/** The yearly audit of minors' data: what is kept, what guardians agreed to, and every look. */
const MinorAuditPage = () => {
  const t = useTranslate();
  const session = useSession();
  const { run, pending } = useRun();
  const [chosen, setChosen] = useState<number | null>(null);
  if (!session) return null;
  const present = Number(session.today.slice(0, 4));
  const year = chosen ?? present;
  return (
    <Box sx={{ maxWidth: 960 }}>
      <PageHeader title={t('minorAudit.title')} subtitle={t('minorAudit.basis')} actions={<Button variant="outlined" disabled={pending} onClick={() => void run(async () => saveFile(await api.exportMinorAudit({ params: { year } }), `minors-${year}.xlsx`))}>{t('admin.minors.export')}</Button>} />
      <Stack sx={{ mb: 2, maxWidth: 200 }}>
        <TextField select label={t('minorAudit.year')} value={year} onChange={(event) => setChosen(Number(event.target.value))} slotProps={{ select: { native: true } }}>
          {Array.from({ length: 4 }, (_, back) => present - back).map((one) => <option key={one} value={one}>{one}</option>)}
        </TextField>
      </Stack>
      <Year year={year} />
    </Box>
  );
};
export default MinorAuditPage;

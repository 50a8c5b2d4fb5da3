import type { Volunteer } from '@kepu/contracts';
import { Box, Button, Typography } from '@mui/material';
import { required, SelectInput, useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { once } from '../providers/idempotency.js';
import { useMay, useSession } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { Loaded, Panel } from '../ui/Panels.js';
import { saveFile } from '../ui/download.js';
import { useFormat } from '../ui/format.js';
import { DayInput, pair } from '../ui/inputs.js';
import { useApi } from '../ui/useApi.js';
import { useRun } from '../ui/useRun.js';

/** Proofs of service of a volunteer of age: those that units within reach issued, and a new one. */
export const ServiceProofs = ({ volunteer: { id, name } }: { volunteer: Volunteer }) => {
  const t = useTranslate();
  const may = useMay();
  const { day, duration } = useFormat();
  const { run, pending } = useRun();
  const today = useSession()?.today ?? '';
  const query = useApi(['service-certificates', id], () => api.listCertificates({ params: { id } }));
  const sources = query.data?.sources ?? [];
  const issue = (values: Record<string, unknown>) => {
    const body = { unitId: String(values['unitId'] ?? ''), from: String(values['from'] ?? ''), to: String(values['to'] ?? '') };
    return once(`service-certificate ${id} ${JSON.stringify(body)}`, (idempotencyKey) => api.createCertificate({ params: { id }, body, idempotencyKey }));
  };
  return (
    <Panel
      id="service-proofs" title={t('admin.certificates.title')}
      action={may('record:reverse') && sources.length > 0 ? (
        <ActionButton label="admin.certificates.issue" title={t('admin.certificates.issue_title', { name })} explanation={t('admin.certificates.explained')} submitLabel="admin.certificates.issue" success="admin.certificates.issued" defaults={{ unitId: sources[0]?.unit.id ?? '', from: `${today.slice(0, 4)}-01-01`, to: today }} run={issue}>
          <SelectInput source="unitId" label="admin.certificates.unit" choices={sources.map(({ unit, services, minutes }) => ({ id: unit.id, name: t('admin.certificates.source', { unit: unit.name, services, time: duration(minutes) }) }))} translateChoice={false} validate={required()} helperText={false} />
          <Box sx={pair}><DayInput source="from" label="admin.certificates.from" isRequired /><DayInput source="to" label="admin.certificates.to" isRequired /></Box>
        </ActionButton>
      ) : undefined}
    >
      <Loaded query={query} rows={2}>
        {({ data }) => (data.length === 0 ? <Typography color="textSecondary">{t(sources.length === 0 ? 'admin.certificates.nothing' : 'admin.certificates.none')}</Typography> : (
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {data.map(({ id: certificateId, number, unit, services, minutes, from, to }) => (
              <Box component="li" key={certificateId} sx={{ py: 1, borderTop: 1, borderColor: 'divider', display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', justifyContent: 'space-between' }}>
                <Box sx={{ minWidth: 0 }}><Typography sx={{ fontWeight: 600 }}>{number}</Typography><Typography color="textSecondary">{t('admin.certificates.line', { unit: unit.name, services, time: duration(minutes), from: day(from, true), to: day(to, true) })}</Typography></Box>
                <Button disabled={pending} aria-label={`${t('admin.certificates.file')} ${number}`} onClick={() => void run(async () => saveFile(await api.getCertificateFile({ params: { id: certificateId } }), `${number}.pdf`))} sx={{ minHeight: 44 }}>{t('admin.certificates.file')}</Button>
              </Box>
            ))}
          </Box>
        ))}
      </Loaded>
    </Panel>
  );
};

import { Alert, Box, Card, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { createOnce, resourceRoutes } from '../providers/resources.js';
import { useMay, useSession } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState, Loaded } from '../ui/Panels.js';
import { Mark } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { DayInput, LineInput, WordInput } from '../ui/inputs.js';
import { useApi } from '../ui/useApi.js';

const routes = resourceRoutes(api)['workdays'];

/** Days that differ from their weekday: holidays, and weekends that are worked. Deadlines count by them. */
const WorkdaysPage = () => {
  const t = useTranslate();
  const may = useMay();
  const { day } = useFormat();
  const thisYear = Number(useSession()?.today.slice(0, 4) ?? 0);
  const [chosen, setChosen] = useState<number | null>(null);
  const year = chosen ?? thisYear;
  const query = useApi(['workdays', year], () => api.listWorkdays({ query: { year, perPage: 200, sort: 'date' } }), { enabled: year > 0 });
  return (
    <>
      <PageHeader
        title={t('admin.menu.workdays')} subtitle={t('admin.calendar.workdays_subtitle')}
        actions={may('dictionary:write') ? (
          <ActionButton label="admin.calendar.create_workday" variant="contained" title={t('admin.calendar.create_workday')} submitLabel="ra.action.save" success="admin.shell.created" defaults={{ kind: 'holiday' }} run={async ({ date, kind, name }) => { if (routes) await createOnce('workdays', routes, { date, kind, name }); }}>
            <DayInput source="date" label="admin.calendar.date" isRequired /><WordInput source="kind" label="admin.units.kind" of="workdayKinds" isRequired /><LineInput source="name" label="admin.calendar.workday_name" isRequired />
          </ActionButton>
        ) : undefined}
      />
      <Loaded query={query} rows={8}>
        {({ data, years }) => {
          const offered = [...new Set([...years, thisYear, thisYear + 1])].sort((a, b) => b - a);
          return (
            <>
              <TextField select label={t('terms.paperFields.year')} value={year} onChange={(event) => setChosen(Number(event.target.value))} sx={{ maxWidth: 200, mb: 2 }}>
                {offered.map((each) => <MenuItem key={each} value={each}>{each}</MenuItem>)}
              </TextField>
              {!years.includes(year) && <Alert severity="warning" sx={{ mb: 2 }}>{t('admin.calendar.no_year', { year })}</Alert>}
              {data.length === 0 ? <EmptyState title="admin.calendar.no_workdays" hint="admin.calendar.no_workdays_hint" /> : (
                <Card component="ul" sx={{ listStyle: 'none', m: 0, px: 2, py: 0 }}>
                  {data.map(({ id, date, kind, name }) => (
                    <Stack component="li" direction="row" key={id} sx={{ flexWrap: 'wrap', alignItems: 'center', gap: 1.5, minHeight: 52, borderBottom: 1, borderColor: 'divider' }}>
                      <Typography sx={{ flex: '0 0 9.5em', fontWeight: 600 }}>{day(date)}</Typography>
                      <Box sx={{ flex: '1 1 8rem' }}>{name}</Box>
                      <Mark tone={kind === 'holiday' ? 'good' : 'waiting'}>{t(`terms.workdayKinds.${kind}`)}</Mark>
                      {may('dictionary:write') && <ActionButton label="ra.action.delete" variant="text" danger title={t('admin.calendar.delete_title', { day: day(date) })} explanation={t('admin.calendar.delete_explained')} submitLabel="ra.action.delete" success="ra.notification.deleted" successArgs={{ smart_count: 1 }} run={() => api.deleteWorkday({ params: { id } })} />}
                    </Stack>
                  ))}
                </Card>
              )}
            </>
          );
        }}
      </Loaded>
    </>
  );
};
export default WorkdaysPage;

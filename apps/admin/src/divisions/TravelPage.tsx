import { Box, Card, MenuItem, TextField, Typography, useMediaQuery, type Theme } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { PageHeader } from '../ui/PageHeader.js';
import { Loaded } from '../ui/Panels.js';
import { useApi } from '../ui/useApi.js';
import { useRun } from '../ui/useRun.js';

interface County { code: string; name: string }
const pair = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** One estimate, saved when the field is left. A refused one falls back to what it was. */
const Minutes = ({ from, to, value, editable }: { from: County; to: County; value: number | undefined; editable: boolean }) => {
  const t = useTranslate();
  const { run, pending } = useRun();
  const [typed, setTyped] = useState<string | null>(null);
  const label = t('admin.divisions.minutes_between', { from: from.name, to: to.name });
  if (!editable) return <span aria-label={label}>{value ?? ''}</span>;
  const save = async () => {
    if (typed === null || typed === '' || Number(typed) === value) {
      setTyped(null);
      return;
    }
    await run(() => api.updateTravel({ body: { from: from.code, to: to.code, minutes: Number(typed) } }), { success: 'admin.shell.saved' });
    setTyped(null);
  };
  return (
    <TextField
      type="number" margin="none" value={typed ?? value ?? ''} disabled={pending} onChange={(event) => setTyped(event.target.value)} onBlur={() => void save()}
      onKeyDown={(event) => { if (event.key === 'Enter') (event.target as HTMLElement).blur(); }}
      slotProps={{ htmlInput: { 'aria-label': label, min: 0, max: 1440, inputMode: 'numeric' } }} sx={{ '& fieldset': { borderColor: 'transparent' }, '& input::-webkit-inner-spin-button': { display: 'none' }, '& input': { appearance: 'textfield', textAlign: 'center', px: 0.5 } }}
    />
  );
};

const Table = ({ counties, minutes, editable }: { counties: readonly County[]; minutes: ReadonlyMap<string, number>; editable: boolean }) => {
  const t = useTranslate();
  return (
    <Card sx={{ overflow: 'auto', maxHeight: 'calc(100vh - 140px)' }} role="region" aria-label={t('admin.menu.travel')} tabIndex={0}>
      <Box
        component="table"
        sx={({ palette: { tokens: c } }) => ({
          borderCollapse: 'separate', borderSpacing: 0, minWidth: 1000, width: '100%',
          '& th, & td': { borderBottom: `1px solid ${c.line}`, borderRight: `1px solid ${c.line}`, textAlign: 'center', backgroundColor: c.surface, minWidth: 70 },
          '& thead th': { position: 'sticky', top: 0, zIndex: 2, p: 1, fontWeight: 600 }, '& tbody th': { position: 'sticky', left: 0, zIndex: 1, px: 1.5, textAlign: 'left', whiteSpace: 'nowrap', fontWeight: 500 },
          '& thead th:first-of-type': { left: 0, zIndex: 3 },
        })}
      >
        <thead><tr><th scope="col">{t('admin.divisions.from_to')}</th>{counties.map(({ code, name }) => <th key={code} scope="col">{name}</th>)}</tr></thead>
        <tbody>
          {counties.map((from) => (
            <tr key={from.code}>
              <th scope="row">{from.name}</th>
              {counties.map((to) => <td key={to.code}>{from.code === to.code ? '–' : <Minutes from={from} to={to} value={minutes.get(pair(from.code, to.code))} editable={editable} />}</td>)}
            </tr>
          ))}
        </tbody>
      </Box>
    </Card>
  );
};

const OneCounty = ({ counties, minutes, editable }: { counties: readonly County[]; minutes: ReadonlyMap<string, number>; editable: boolean }) => {
  const t = useTranslate();
  const [code, setCode] = useState(counties[0]?.code ?? '');
  const from = counties.find((county) => county.code === code);
  return (
    <Card sx={{ p: 2 }}>
      <TextField select label={t('admin.divisions.from')} value={code} onChange={(event) => setCode(event.target.value)}>
        {counties.map((county) => <MenuItem key={county.code} value={county.code}>{county.name}</MenuItem>)}
      </TextField>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {from && counties.filter((to) => to.code !== code).map((to) => (
          <Box component="li" key={`${code} ${to.code}`} sx={{ display: 'grid', gridTemplateColumns: '1fr 6rem', alignItems: 'center', minHeight: 48, borderTop: 1, borderColor: 'divider' }}>
            <Typography>{to.name}</Typography><Minutes from={from} to={to} value={minutes.get(pair(from.code, to.code))} editable={editable} />
          </Box>
        ))}
      </Box>
    </Card>
  );
};

/** Minutes between the counties: estimates that the office knows better. */
const TravelPage = () => {
  const t = useTranslate();
  const may = useMay();
  const narrow = useMediaQuery<Theme>((theme) => theme.breakpoints.down('md'));
  const query = useApi(['travel'], async () => {
    const [counties, travel] = await Promise.all([api.listDivisions({ query: { kind: 'county', open: 'true', perPage: 200, sort: 'code' } }), api.getTravel()]);
    return { counties: counties.data, minutes: new Map(travel.data.map(({ from, to, minutes }) => [pair(from, to), minutes])) };
  });
  return (
    <>
      <PageHeader title={t('admin.menu.travel')} subtitle={t('admin.divisions.travel_subtitle')} />
      <Loaded query={query} rows={10}>
        {({ counties, minutes }) => {
          const View = narrow ? OneCounty : Table;
          return <View counties={counties} minutes={minutes} editable={may('division:write')} />;
        }}
      </Loaded>
    </>
  );
};
export default TravelPage;

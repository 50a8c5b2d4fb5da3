import { statisticsHalves, type StatisticsBy } from '@kepu/contracts';
import Article from '@mui/icons-material/ArticleOutlined';
import Download from '@mui/icons-material/DownloadOutlined';
import { Box, Button, Link, MenuItem, Stack, TextField, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { usePools } from '../pools/usePools.js';
import { api } from '../providers/api.js';
import { useSession } from '../providers/session.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState, Figure, Figures, Loaded, Panel } from '../ui/Panels.js';
import { saveFile } from '../ui/download.js';
import { useApi } from '../ui/useApi.js';
import { useRun } from '../ui/useRun.js';
import { Proof, type Asked } from './Proof.js';

type Half = (typeof statisticsHalves)[number];
interface Row { readonly key: string; readonly name: string; readonly cells: readonly number[]; readonly asked: Asked }

const line = { p: 1, borderTop: 1, borderColor: 'divider', textAlign: 'left', fontWeight: 400, overflowWrap: 'anywhere' } as const;
/** A table whose numbers open the records behind them. */
const Sums = ({ id, title, head, rows, ask }: { id: string; title: string; head: readonly string[]; rows: readonly Row[]; ask: (asked: Asked) => void }) => {
  const t = useTranslate();
  if (rows.length === 0) return null;
  return (
    <Panel id={id} title={title}>
      <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={title}>
        <Box component="table" sx={{ width: '100%', borderCollapse: 'collapse' }}>
          <thead><tr><Box component="td" sx={{ ...line, borderTop: 0 }} />{head.map((text) => <Box component="th" scope="col" key={text} sx={{ ...line, borderTop: 0, color: 'text.secondary' }}>{text}</Box>)}</tr></thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <Box component="th" scope="row" sx={{ ...line, whiteSpace: { xs: 'nowrap', md: 'normal' } }}>{row.name}</Box>
                {row.cells.map((value, at) => <Box component="td" key={head[at]} sx={line}><Link component="button" type="button" aria-label={t('admin.statistics.open_records', { name: `${row.name} ${head[at] ?? ''}`, value })} onClick={() => ask(row.asked)} sx={{ minHeight: 44, minWidth: 44, textAlign: 'left' }}>{value}</Link></Box>)}
              </tr>
            ))}
          </tbody>
        </Box>
      </Box>
    </Panel>
  );
};

const Talents = ({ poolId, year, ask }: { poolId: string; year: string; ask: (asked: Asked) => void }) => {
  const t = useTranslate();
  const query = useApi(['talent-statistics', poolId, year], () => api.getTalentStatistics({ query: { poolId, year } }));
  const head = ['orders', 'done', 'people', 'minutes'].map((key) => t(`statistics.${key}`));
  const of = (more: { lecturerId?: string; countyCode?: string }, name: string): Asked => ({ kind: 'talents', name, query: { poolId, year, ...more } });
  return (
    <Loaded query={query} rows={6}>
      {({ totals, lecturers, counties }) => (
        <>
          <Panel id="totals" title={t('statistics.total')}><Figures><Figure value={totals.lecturers} label="admin.statistics.lecturers" /><Figure value={totals.talks} label="statistics.talks" /><Figure value={totals.orders} label="statistics.orders" /><Figure value={totals.done} label="statistics.done" /><Figure value={totals.people} label="statistics.people" /></Figures></Panel>
          {lecturers.length === 0 && counties.length === 0 && <EmptyState title="admin.statistics.none" hint="admin.statistics.none_hint" />}
          <Sums id="lecturers" title={t('statistics.roster')} head={head} ask={ask} rows={lecturers.map(({ person, orders, done, people, minutes }) => ({ key: person.id, name: person.name, cells: [orders, done, people, minutes], asked: of({ lecturerId: person.id }, person.name) }))} />
          <Sums id="counties" title={t('statistics.services')} head={head} ask={ask} rows={counties.map(({ county, orders, done, people, minutes }) => ({ key: county.code, name: county.name, cells: [orders, done, people, minutes], asked: of({ countyCode: county.code }, county.name) }))} />
        </>
      )}
    </Loaded>
  );
};

const Volunteers = ({ year, half, ask }: { year: string; half: Half; ask: (asked: Asked) => void }) => {
  const t = useTranslate();
  const query = useApi(['volunteer-statistics', year, half], () => api.getVolunteerStatistics({ query: { year, half } }));
  const nameOf = (by: StatisticsBy, { key, name }: { key: string; name: string | null }): string => (by === 'occupation' ? t(`terms.occupations.${key}`) : by === 'ageBand' ? t(`terms.ageBands.${key}`) : (name ?? t('statistics.noUnit')));
  return (
    <Loaded query={query} rows={6}>
      {({ totals, tables, certificates, longest }) => (
        <>
          <Panel id="totals" title={t('statistics.total')}><Figures>{(['registered', 'joined', 'served', 'services'] as const).map((key) => <Figure key={key} value={totals[key]} label={`statistics.${key}`} />)}<Figure value={totals.minutes} label="statistics.volunteerMinutes" /><Figure value={certificates.reduce((sum, { issued }) => sum + issued, 0)} label="statistics.certificates" /></Figures></Panel>
          {tables.map(({ by, rows }) => <Sums key={by} id={`by-${by}`} title={t(`statistics.by.${by}`)} ask={ask} head={['registered', 'joined', 'served', 'services', 'volunteerMinutes'].map((key) => t(`statistics.${key}`))} rows={rows.map((row) => ({ key: row.key, name: nameOf(by, row), cells: [row.registered, row.joined, row.served, row.services, row.minutes], asked: { kind: 'volunteers', name: nameOf(by, row), query: { year, half, by, key: row.key } } }))} />)}
          <Sums id="ranking" title={t('statistics.ranking')} ask={ask} head={['services', 'volunteerMinutes'].map((key) => t(`statistics.${key}`))} rows={longest.map(({ place, person, services, minutes }) => ({ key: person.id, name: `${place}. ${person.name}`, cells: [services, minutes], asked: { kind: 'volunteers', name: person.name, query: { year, half, volunteerId: person.id } } }))} />
        </>
      )}
    </Loaded>
  );
};

/** The yearly statistics of pools and of volunteers; every number opens the records behind it. */
const StatisticsPage = () => {
  const t = useTranslate();
  const { run, pending } = useRun();
  const present = Number((useSession()?.today ?? '2026').slice(0, 4));
  const pools = usePools();
  const [view, setView] = useState<'talents' | 'volunteers'>('talents');
  const [year, setYear] = useState(String(present));
  const [half, setHalf] = useState<Half>('year');
  const [chosen, setChosen] = useState<string | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const poolId = chosen ?? pools.data?.data.find(({ entry }) => entry === 'appointed')?.id ?? pools.data?.data[0]?.id ?? null;
  const talentQuery = { poolId: poolId ?? '', year };
  const saveSheet = () => run(async () => saveFile(view === 'talents' ? await api.exportTalentStatistics({ query: talentQuery }) : await api.exportVolunteerStatistics({ query: { year, half } }), `${t('admin.statistics.title')}.xlsx`));
  const savePaper = () => run(async () => saveFile(view === 'talents' ? await api.exportTalentStatisticsPaper({ query: talentQuery }) : await api.exportVolunteerStatisticsPaper({ query: { year, half } }), `${t('admin.statistics.title')}.docx`));
  const unready = pending || (view === 'talents' && poolId === null);
  return (
    <>
      <PageHeader title={t('admin.statistics.title')} subtitle={t('admin.statistics.subtitle')} actions={<><Button variant="outlined" startIcon={<Article />} disabled={unready} onClick={() => void savePaper()} sx={{ minHeight: 44 }}>{t('admin.statistics.export_paper')}</Button><Button variant="outlined" startIcon={<Download />} disabled={unready} onClick={() => void saveSheet()} sx={{ minHeight: 44 }}>{t('admin.statistics.export')}</Button></>} />
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1.5, mb: 2, alignItems: 'center' }}>
        <ToggleButtonGroup exclusive value={view} onChange={(_, next: 'talents' | 'volunteers' | null) => next && setView(next)} aria-label={t('admin.statistics.title')}><ToggleButton value="talents">{t('admin.statistics.tab_talents')}</ToggleButton><ToggleButton value="volunteers">{t('admin.statistics.tab_volunteers')}</ToggleButton></ToggleButtonGroup>
        <TextField select size="small" label={t('admin.statistics.year')} value={year} onChange={(event) => setYear(event.target.value)} sx={{ minWidth: 110 }}>{Array.from({ length: 6 }, (_, at) => present - at).map((one) => <MenuItem key={one} value={String(one)}>{one}</MenuItem>)}</TextField>
        {view === 'volunteers' && <TextField select size="small" label={t('admin.statistics.half')} value={half} onChange={(event) => setHalf(event.target.value as Half)} sx={{ minWidth: 140 }}>{statisticsHalves.map((one) => <MenuItem key={one} value={one}>{t(`admin.statistics.halves.${one}`)}</MenuItem>)}</TextField>}
        {view === 'talents' && <TextField select size="small" label={t('admin.statistics.pool')} value={poolId ?? ''} onChange={(event) => setChosen(event.target.value)} sx={{ minWidth: 200 }}>{pools.data?.data.map(({ id, name }) => <MenuItem key={id} value={id}>{name}</MenuItem>)}</TextField>}
      </Stack>
      {view === 'volunteers' ? <Volunteers year={year} half={half} ask={setAsked} /> : poolId === null ? <EmptyState title="admin.statistics.no_pool" /> : <Talents poolId={poolId} year={year} ask={setAsked} />}
      <Proof asked={asked} onClose={() => setAsked(null)} />
    </>
  );
};
export default StatisticsPage;

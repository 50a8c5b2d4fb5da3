import type { Talk } from '@kepu/contracts';
import Download from '@mui/icons-material/DownloadOutlined';
import { Button, Checkbox } from '@mui/material';
import { useState } from 'react';
import { ListBase, Pagination, SelectInput, useListContext, useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { FilterCard } from '../ui/FilterCard.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState } from '../ui/Panels.js';
import { RecordTable, type Column } from '../ui/RecordTable.js';
import { Mark, StateChip } from '../ui/StateChip.js';
import { saveFile } from '../ui/download.js';
import { useFormat } from '../ui/format.js';
import { PoolInput, TopicInput, UnitInput } from '../ui/inputs.js';
import { useRun } from '../ui/useRun.js';
import { words } from '../ui/words.js';
import { ChosenTalks, choosable } from './ChosenTalks.js';
import { CreateTalk } from './TalkActions.js';

const always = { alwaysOn: true } as const;
const filters = [
  <SelectInput key="state" source="state" label="admin.talks.state" choices={words.talkStates} alwaysOn />, <SelectInput key="waiting" source="waiting" label="admin.talks.waiting" alwaysOn choices={[{ id: 'true', name: 'admin.talks.waiting_yes' }]} />,
  <PoolInput key="poolId" source="poolId" label="admin.talks.pool" {...always} />, <TopicInput key="topicId" source="topicId" label="admin.talks.topic" {...always} />, <SelectInput key="language" source="language" label="admin.talks.language" choices={words.talkLanguages} alwaysOn />,
  <UnitInput key="unitId" source="unitId" label="admin.talks.unit" {...always} />, <SelectInput key="onMenu" source="onMenu" label="admin.talks.on_menu" alwaysOn choices={[{ id: 'true', name: 'admin.talks.on_menu_yes' }, { id: 'false', name: 'admin.talks.on_menu_no' }]} />,
];

/** The list as it is filtered, as a workbook. */
const Export = () => {
  const t = useTranslate();
  const { filterValues } = useListContext();
  const { run, pending } = useRun();
  return <Button variant="outlined" startIcon={<Download />} disabled={pending} onClick={() => void run(async () => saveFile(await api.exportTalks({ query: filterValues }), `${t('admin.talks.title')}.xlsx`))}>{t('admin.talks.export')}</Button>;
};

/** What lecturers offer: to be looked at, published, corrected. */
const TalksPage = () => {
  const t = useTranslate();
  const may = useMay();
  const { instant, list } = useFormat();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) => setChosen((all) => { const next = new Set(all); if (!next.delete(id)) next.add(id); return next; });
  const columns: readonly Column<Talk>[] = [
    { label: 'admin.talks.name', sort: 'title', title: true, value: ({ title }) => title }, { label: 'admin.talks.lecturer', sort: 'lecturerName', value: ({ lecturer, unit }) => [lecturer.name, unit?.name].filter(Boolean).join(' · ') }, { label: 'admin.talks.pool', wideOnly: true, value: ({ pool }) => pool.name },
    { label: 'admin.talks.topic', value: ({ topics }) => list(topics.map(({ name }) => name)) }, { label: 'admin.talks.minutes', wideOnly: true, align: 'right', value: ({ minutes }) => minutes }, { label: 'admin.talks.rating', wideOnly: true, value: ({ rating }) => (rating ? t('admin.talks.rating_n', { average: rating.average, count: rating.count }) : null) },
    { label: 'admin.talks.state', value: ({ state, hidden }) => <><StateChip of="talkStates" state={state} />{hidden && <Mark tone="waiting">{t(`terms.talkHidings.${hidden}`)}</Mark>}</> }, { label: 'admin.talks.updated', sort: 'updatedAt', wideOnly: true, nowrap: true, value: ({ updatedAt }) => instant(updatedAt) },
  ];
  return (
    <ListBase resource="talks" sort={{ field: 'updatedAt', order: 'DESC' }} perPage={50}>
      <PageHeader title={t('admin.talks.title')} subtitle={t('admin.talks.subtitle')} actions={<><Button href="/talks" target="_blank">{t('admin.talks.public_page')}</Button><Export />{may('talk:write') && <CreateTalk />}</>} />
      <FilterCard filters={filters} search="admin.talks.search" />
      {may('talk:publish') && <ChosenTalks chosen={chosen} setChosen={setChosen} />}
      <RecordTable<Talk>
        {...(may('talk:publish') ? { actions: (talk: Talk) => (choosable(talk) ? <Checkbox checked={chosen.has(talk.id)} onChange={() => toggle(talk.id)} slotProps={{ input: { 'aria-label': t('admin.talks.bulk_select', { name: talk.title }) } }} sx={{ width: 44, height: 44 }} /> : null) } : {})}
        caption="admin.talks.title" columns={columns} link={({ id }) => `/talks/${id}`} empty={<EmptyState title="admin.talks.none" hint="admin.talks.none_hint" />}
      />
      <Pagination />
    </ListBase>
  );
};
export default TalksPage;

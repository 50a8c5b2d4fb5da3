import type { Division } from '@kepu/contracts';
import { Stack } from '@mui/material';
import { useTranslate, type RaRecord } from 'react-admin';
import { EmptyState } from '../ui/Panels.js';
import { RecordTable, type Column } from '../ui/RecordTable.js';
import { Mark } from '../ui/StateChip.js';

/** What marks a division: in the urban core, on an island, in the mountains. */
export const DivisionMarks = ({ division: { urbanCore, island, mountain, closedOn, successor } }: { division: Division }) => {
  const t = useTranslate();
  return (
    <Stack direction="row" component="span" sx={{ flexWrap: 'wrap', gap: 0.5 }}>
      {urbanCore && <Mark tone="good">{t('admin.divisions.urban_core')}</Mark>}
      {island && <Mark tone="good">{t('admin.divisions.island')}</Mark>}
      {mountain && <Mark tone="good">{t('admin.divisions.mountain')}</Mark>}
      {closedOn && <Mark tone="quiet">{successor ? t('admin.shell.merged_into', { name: successor.name }) : t('admin.shell.closed')}</Mark>}
    </Stack>
  );
};

/** Divisions of the list around it. */
export const DivisionTable = () => {
  const t = useTranslate();
  const columns: readonly Column<Division & RaRecord>[] = [
    { label: 'admin.divisions.name', sort: 'name', title: true, value: ({ name }) => name },
    { label: 'admin.divisions.code', sort: 'code', value: ({ code }) => code },
    { label: 'admin.divisions.kind', value: ({ kind }) => t(`terms.divisionKinds.${kind}`) },
    { label: 'admin.divisions.townships', value: ({ townships, kind }) => (kind === 'county' ? townships : t('admin.shell.none')) },
    { label: 'admin.divisions.marks', value: (division) => <DivisionMarks division={division} /> },
  ];
  return <RecordTable<Division & RaRecord> caption="admin.menu.divisions" columns={columns} link={({ code }) => `/divisions/${code}`} empty={<EmptyState title="admin.shell.nothing_found" hint="admin.shell.nothing_found_hint" />} />;
};

import type { AnswerOf, Routes } from '@kepu/contracts';
import { ListBase, Pagination, useTranslate } from 'react-admin';
import { useMay } from '../providers/session.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState } from '../ui/Panels.js';
import { RecordTable, type Column } from '../ui/RecordTable.js';
import { StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { UploadPanel } from './UploadPanel.js';

type Row = AnswerOf<Routes['listPlanImports']>['data'][number];

/** Uploads a paper, and lists what was uploaded. */
const ImportsPage = () => {
  const t = useTranslate();
  const may = useMay();
  const { instant } = useFormat();
  const columns: readonly Column<Row>[] = [
    { label: 'admin.imports.file', sort: 'fileName', value: ({ fileName }) => fileName, title: true },
    { label: 'admin.shell.state', value: ({ state }) => <StateChip of="importStates" state={state} />, width: 130 },
    { label: 'admin.imports.year', value: ({ paper }) => paper.year ?? t('admin.shell.none'), width: 90 },
    { label: 'admin.imports.content', value: ({ summary }) => (summary.items > 0 ? t('admin.imports.items_warnings', { items: summary.items, warnings: summary.warnings }) : t('admin.shell.none')) },
    { label: 'admin.imports.uploaded', sort: 'createdAt', value: ({ createdAt, createdBy }) => `${instant(createdAt)} · ${createdBy}` },
  ];
  return (
    <>
      <PageHeader title={t('admin.imports.title')} subtitle={t('admin.imports.subtitle')} />
      {may('plan-import:write') && <UploadPanel />}
      <ListBase resource="plan-imports" sort={{ field: 'createdAt', order: 'DESC' }} perPage={25}>
        <RecordTable<Row> caption="admin.imports.list" columns={columns} link={({ id }) => `/plan-imports/${id}`} empty={<EmptyState title="admin.imports.empty" hint="admin.imports.empty_hint" />} />
        <Pagination />
      </ListBase>
    </>
  );
};
export default ImportsPage;

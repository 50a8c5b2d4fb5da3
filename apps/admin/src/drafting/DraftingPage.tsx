import { NumberInput, useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { useMay, useSession } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState, Loaded, Panel } from '../ui/Panels.js';
import { DayInput, LineInput, UnitsInput } from '../ui/inputs.js';
import { CallList, ConsultationList } from './DraftingLists.js';
import { textOrNull, useCalls, useConsultations } from './useDrafting.js';

const CreateCall = () => {
  const t = useTranslate();
  const year = Number(useSession()?.today.slice(0, 4) ?? 0) + 1;
  return (
    <ActionButton
      label="admin.drafting.create" variant="contained" title={t('admin.drafting.create_title')} explanation={t('admin.drafting.create_explained')} submitLabel="admin.drafting.create" success="admin.drafting.created" defaults={{ year, title: t('admin.drafting.call_title', { year }), unitIds: [] }}
      run={(values) => {
        const unitIds = (values['unitIds'] ?? []) as string[];
        return api.createProposalCall({ body: { year: Number(values['year']), title: String(values['title'] ?? ''), note: textOrNull(values['note']), dueOn: String(values['dueOn'] ?? ''), unitIds: unitIds.length > 0 ? unitIds : null } });
      }}
    >
      <NumberInput source="year" label="admin.drafting.year" min={2000} max={2100} helperText={false} isRequired />
      <LineInput source="title" label="admin.drafting.name" isRequired />
      <DayInput source="dueOn" label="admin.drafting.dueOn" isRequired />
      <LineInput source="note" label="admin.drafting.note" helperText="admin.drafting.note_hint" rows={2} />
      <UnitsInput source="unitIds" label="admin.drafting.units" />
    </ActionButton>
  );
};

/** The year before the paper: what units are asked for, and what they say of the draft. */
const DraftingPage = () => {
  const t = useTranslate();
  const may = useMay();
  const decides = may('drafting:decide');
  const reader = decides ? 'office' : 'unit';
  return (
    <>
      <PageHeader title={t('admin.drafting.title')} subtitle={t('admin.drafting.subtitle')} actions={decides && <CreateCall />} />
      <Panel id="calls" title={t('admin.drafting.calls')}>
        <Loaded query={useCalls()}>{({ data }) => (data.length === 0 ? <EmptyState title="admin.drafting.no_calls" hint={`admin.drafting.no_calls_${reader}`} /> : <CallList calls={data} />)}</Loaded>
      </Panel>
      <Panel id="consultations" title={t('admin.drafting.consultations')}>
        <Loaded query={useConsultations()}>{({ data }) => (data.length === 0 ? <EmptyState title="admin.drafting.no_consultations" hint={`admin.drafting.no_consultations_${reader}`} /> : <ConsultationList consultations={data} />)}</Loaded>
      </Panel>
    </>
  );
};
export default DraftingPage;

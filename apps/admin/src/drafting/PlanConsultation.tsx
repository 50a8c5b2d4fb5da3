import type { Plan } from '@kepu/contracts';
import { Box, Stack } from '@mui/material';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { EmptyState, Loaded, Panel } from '../ui/Panels.js';
import { DayInput, LineInput } from '../ui/inputs.js';
import { ConsultationActions, ConsultationView } from './ConsultationView.js';
import { ConsultationList } from './DraftingLists.js';
import { textOrNull, useConsultations } from './useDrafting.js';

/** The consultations about a draft: the one that is open stands here whole, those before as a list. */
const PlanConsultation = ({ plan }: { plan: Plan }) => {
  const t = useTranslate();
  const may = useMay();
  const begins = may('drafting:decide') && plan.state === 'draft';
  return (
    <Loaded query={useConsultations(plan.id)}>
      {({ data }) => {
        const open = data.find(({ state }) => state === 'open');
        const before = data.filter(({ state }) => state !== 'open');
        return (
          <>
            {begins && !open && (
              <Box sx={{ display: 'flex', justifyContent: 'flex-end', mb: 1.5 }}>
                <ActionButton
                  label="admin.drafting.open" variant="contained" title={t('admin.drafting.open_title')} explanation={t('admin.drafting.open_explained', { units: plan.counts.units })} submitLabel="admin.drafting.open" success="admin.drafting.opened"
                  run={(values) => api.createConsultation({ params: { id: plan.id }, body: { dueOn: String(values['dueOn'] ?? ''), note: textOrNull(values['note']) } })}
                >
                  <DayInput source="dueOn" label="admin.drafting.dueOn" isRequired />
                  <LineInput source="note" label="admin.drafting.consult_note" rows={2} />
                </ActionButton>
              </Box>
            )}
            {open && <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mb: 1.5, justifyContent: 'flex-end' }}><ConsultationActions consultation={open} /></Stack>}
            {open && <ConsultationView consultation={open} />}
            {before.length > 0 && <Panel id="consultations-before" title={t('admin.drafting.consultations')}><ConsultationList consultations={before} /></Panel>}
            {data.length === 0 && <EmptyState title={plan.state === 'draft' ? 'admin.drafting.no_consultations' : 'admin.drafting.not_draft'} {...(begins ? { hint: 'admin.drafting.open_hint' } : {})} />}
          </>
        );
      }}
    </Loaded>
  );
};
export default PlanConsultation;

import type { PlanImport } from '@kepu/contracts';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';

/** Sets an import aside, for good. */
export const DiscardButton = ({ value: { id } }: { value: Pick<PlanImport, 'id'> }) => {
  const t = useTranslate();
  return (
    <ActionButton
      label="admin.imports.discard" variant="text" danger title={t('admin.imports.discard_title')} explanation={t('admin.imports.discard_explained')} submitLabel="admin.imports.discard" success="admin.imports.discard_done"
      run={() => api.discardPlanImport({ params: { id } })}
    />
  );
};

import type { Position } from '@kepu/contracts';
import { BooleanInput, useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { once } from '../providers/idempotency.js';
import { ActionDialog } from '../ui/ActionDialog.js';
import { LineInput, VolunteerInput } from '../ui/inputs.js';

/** Gives a place to somebody who asked by phone: who, and how it was agreed. */
export const PlacementDialog = ({ position, volunteer, onClose }: { position: Position; volunteer?: { id: string; name: string } | undefined; onClose: () => void }) => {
  const t = useTranslate();
  return (
    <ActionDialog
      open onClose={onClose} title={volunteer ? t('admin.signups.place_title_for', { name: volunteer.name, position: position.name }) : t('admin.signups.place_title', { position: position.name })}
      explanation={t('admin.signups.place_explained')} submitLabel="admin.signups.place" success="admin.signups.placed" defaults={{ volunteerId: volunteer?.id ?? null, onDuty: false, note: '' }}
      run={({ volunteerId, onDuty, note }) => {
        const body = { volunteerId: String(volunteerId ?? ''), onDuty: onDuty === true, note: String(note ?? '') };
        return once(`placement ${position.id} ${JSON.stringify(body)}`, (idempotencyKey) => api.createPlacement({ params: { id: position.id }, body, idempotencyKey }));
      }}
    >
      {!volunteer && <VolunteerInput source="volunteerId" label="admin.volunteers.one" helperText="admin.signups.place_find" isRequired />}
      <LineInput source="note" label="admin.signups.place_note" helperText="admin.signups.place_note_hint" isRequired />
      <BooleanInput source="onDuty" label="admin.day.on_duty" helperText="admin.day.on_duty_hint" />
    </ActionDialog>
  );
};

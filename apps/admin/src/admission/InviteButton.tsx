import { invitableRoles, unitRoles, type Post, type UnitRole } from '@kepu/contracts/permissions';
import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { api } from '../providers/api.js';
import { useOwnUnits } from '../providers/ownUnits.js';
import { useSession } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { CopyButton } from '../ui/CopyButton.js';
import { LineInput, UnitInput, WordInput } from '../ui/inputs.js';

interface Made { name: string; role: UnitRole; unit: { name: string }; link: string }

/** The link of an invitation, shown this once, in words that can be sent as they are. */
export const LinkDialog = ({ made, onClose }: { made: Made; onClose: () => void }) => {
  const t = useTranslate();
  const text = t('admin.invitations.link_text', { name: made.name, unit: made.unit.name, role: t(`terms.roles.${made.role}`), link: made.link });
  return (
    <Dialog open aria-labelledby="invitation-link" maxWidth="sm" fullWidth>
      <DialogTitle id="invitation-link" component="h2" variant="h2">{t('admin.invitations.link_title', { name: made.name })}</DialogTitle>
      <DialogContent>
        <Alert severity="warning" sx={{ mb: 2 }}>{t('admin.invitations.link_hint')}</Alert>
        <Typography component="output" sx={{ display: 'block', p: 1.5, mb: 1.5, borderRadius: 1, backgroundColor: 'background.default', overflowWrap: 'anywhere' }}>{text}</Typography>
        <CopyButton text={text} label="admin.invitations.copy_link" variant="contained" />
      </DialogContent>
      <DialogActions><Button onClick={onClose}>{t('admin.invitations.done')}</Button></DialogActions>
    </Dialog>
  );
};

const PostInput = () => {
  const role: unknown = useWatch({ name: 'role' });
  return role === 'liaison' ? <WordInput source="post" label="admin.invitations.post" of="posts" helperText="admin.invitations.post_hint" /> : null;
};

/** Invites a person into a unit, with the roles that the person's own rights let them give. */
export const InviteButton = ({ unitId, variant = 'contained' }: { unitId?: string; variant?: 'contained' | 'outlined' }) => {
  const t = useTranslate();
  const session = useSession();
  const [own] = useOwnUnits();
  const [made, setMade] = useState<Made | null>(null);
  const roles = unitRoles.filter((role) => session?.grants.some((grant) => invitableRoles[grant.role]?.includes(role)));
  return (
    <>
      <ActionButton
        label="admin.invitations.create" variant={variant} title={t('admin.invitations.create')} explanation={t('admin.invitations.create_explained')} submitLabel="admin.invitations.create"
        defaults={{ unitId: unitId ?? own?.id ?? null, role: roles.length === 2 ? 'publisher' : null }}
        run={async (values) => {
          const role = values['role'] as UnitRole;
          const post = role === 'liaison' && values['post'] ? (values['post'] as Post) : null;
          setMade(await api.createInvitation({ body: { unitId: String(values['unitId'] ?? ''), role, post, name: String(values['name'] ?? ''), contact: String(values['contact'] ?? '') } }));
        }}
      >
        {!unitId && <UnitInput source="unitId" label="admin.invitations.unit" isRequired />}
        <LineInput source="name" label="admin.invitations.name" isRequired />
        <LineInput source="contact" label="admin.invitations.contact" helperText="admin.invitations.contact_hint" isRequired />
        <WordInput source="role" label="admin.invitations.role" of="roles" only={roles} isRequired />
        <PostInput />
      </ActionButton>
      {made && <LinkDialog made={made} onClose={() => setMade(null)} />}
    </>
  );
};

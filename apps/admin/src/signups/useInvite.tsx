import type { Candidate, Invited, Position } from '@kepu/contracts';
import { Alert, Box } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { useRun } from '../ui/useRun.js';

type Person = Pick<Candidate['volunteer'], 'id' | 'name'>;

/** Asks people for a position, and says who was not asked and why. */
export const useInvite = ({ id }: Pick<Position, 'id'>) => {
  const t = useTranslate();
  const notify = useNotify();
  const { run, pending } = useRun();
  const [left, setLeft] = useState<{ readonly skipped: Invited['skipped']; readonly people: readonly Person[] } | null>(null);
  const invite = async (people: readonly Person[]): Promise<boolean> => {
    setLeft(null);
    const answer = await run(() => api.createPositionInvitations({ params: { id }, body: { volunteerIds: people.map((person) => person.id) } }));
    if (!answer) return false;
    if (answer.sent.length > 0) notify('admin.placeInvitations.sent', { type: 'success', messageArgs: { count: answer.sent.length } });
    if (answer.skipped.length > 0) setLeft({ skipped: answer.skipped, people });
    return true;
  };
  const skipped = left && (
    <Alert severity="info" onClose={() => setLeft(null)} sx={{ my: 1 }}>
      {t('admin.placeInvitations.skipped', { count: left.skipped.length })}
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {left.skipped.map(({ volunteerId, because }) => <li key={volunteerId}>{t('admin.placeInvitations.skip_line', { name: left.people.find((person) => person.id === volunteerId)?.name ?? '', why: t(`terms.batchOutcomes.${because}`) })}</li>)}
      </Box>
    </Alert>
  );
  return { invite, pending, skipped };
};

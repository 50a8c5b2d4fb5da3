import type { RevisionLine } from '@kepu/contracts';
import { Button, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { PairDialog } from './PairDialog.js';
import type { Decision } from './useRevision.js';

/** Sends one decision, with what is said when it is done. */
export type Decide = (decision: Decision, success?: string) => Promise<void>;

/** What can be decided of a line; the same controls take it back. */
export const LineDecision = ({ line, lines, decide }: { line: RevisionLine; lines: readonly RevisionLine[]; decide: Decide }) => {
  const t = useTranslate();
  const [pairing, setPairing] = useState(false);
  const { kind, itemId, position, decided } = line;
  if (position === null && itemId !== null) {
    return (
      <ToggleButtonGroup
        exclusive value={decided ? kind : null} aria-label={t('admin.revisions.decide')}
        onChange={(_, next: 'kept' | 'withdrawn' | null) => { if (next) void decide({ unprinted: [{ itemId, keep: next === 'kept' }] }); }}
      >
        <ToggleButton value="kept">{t('admin.revisions.keep')}</ToggleButton>
        <ToggleButton value="withdrawn">{t('admin.revisions.withdraw')}</ToggleButton>
      </ToggleButtonGroup>
    );
  }
  if (position === null) return null;
  if (kind === 'changed') return <Button onClick={() => void decide({ pairs: [{ position, itemId: null }] }, 'admin.revisions.unpair_said')}>{t('admin.revisions.unpair')}</Button>;
  if (kind !== 'added' || !lines.some((other) => other.position === null)) return null;
  return (
    <>
      <Button onClick={() => setPairing(true)}>{t('admin.revisions.pair')}</Button>
      {pairing && <PairDialog line={line} lines={lines} onClose={() => setPairing(false)} onPair={(old) => decide({ pairs: [{ position, itemId: old }] }, 'admin.revisions.pair_said')} />}
    </>
  );
};

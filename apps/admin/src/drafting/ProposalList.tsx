import type { Proposal } from '@kepu/contracts';
import { Box, Card, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { EmptyState, Loaded, Panel } from '../ui/Panels.js';
import { DecisionFilterField } from './DecisionFilterField.js';
import { ProposalDecisionInputs } from './DecisionInputs.js';
import { ProposalText } from './ProposalText.js';
import { textOrNull, useProposalAnswers, useProposals, type DecisionFilter } from './useDrafting.js';

const Decide = ({ proposal }: { proposal: Proposal }) => {
  const t = useTranslate();
  const { id, version, verdict, unit, text } = proposal;
  return (
    <ActionButton
      label={verdict ? 'admin.drafting.decide_again' : 'admin.drafting.decide'} variant={verdict ? 'text' : 'contained'} title={t('admin.drafting.decide_title', { unit: unit.name })} explanation={<Box component="blockquote" sx={{ m: 0, whiteSpace: 'pre-line' }}>{text}</Box>} submitLabel="ra.action.save" success="admin.drafting.decided"
      defaults={{ decision: verdict?.decision ?? 'adopted', text: verdict?.text ?? text, reason: verdict?.reason ?? '' }}
      run={(values) => {
        const [decision, words, reason] = [values['decision'] as 'adopted' | 'partly' | 'refused', textOrNull(values['text']), textOrNull(values['reason'])];
        return api.decideProposal({ params: { id }, body: { version, decision, ...(decision === 'partly' && words ? { text: words } : {}), ...(reason ? { reason } : {}) } });
      }}
    >
      <ProposalDecisionInputs />
    </ActionButton>
  );
};

/** What was handed in, to be read through and decided. */
export const ProposalList = ({ id }: { id: string }) => {
  const t = useTranslate();
  const may = useMay();
  const [decision, setDecision] = useState<DecisionFilter>(undefined);
  const [unitId, setUnitId] = useState('');
  const units = useProposalAnswers(id).data?.data.filter(({ state }) => state === 'submitted') ?? [];
  const query = useProposals(id, { decision, unitId: unitId === '' ? undefined : unitId });
  const filtered = decision !== undefined || unitId !== '';
  return (
    <Panel
      id="proposals" title={t('admin.drafting.list')}
      action={(
        <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1 }}>
          <DecisionFilterField value={decision} onChange={setDecision} />
          {units.length > 1 && (
            <TextField select size="small" fullWidth={false} label={t('admin.drafting.filter_unit')} value={unitId === '' ? 'all' : unitId} onChange={(event) => setUnitId(event.target.value === 'all' ? '' : event.target.value)} sx={{ width: 150 }}>
              <MenuItem value="all">{t('admin.drafting.all')}</MenuItem>
              {units.map(({ unit }) => <MenuItem key={unit.id} value={unit.id}>{unit.name}</MenuItem>)}
            </TextField>
          )}
        </Stack>
      )}
    >
      <Loaded query={query}>
        {({ data }) => (data.length === 0 ? <EmptyState title={filtered ? 'admin.drafting.nothing_found' : 'admin.drafting.nothing'} hint={filtered ? 'admin.drafting.nothing_found_hint' : 'admin.drafting.nothing_hint'} /> : data.map((one) => (
          <Card component="article" variant="outlined" key={one.id} aria-label={`${one.unit.name} ${one.seq}`} sx={{ p: 1.5, mb: 1 }}>
            <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'flex-start' }}>
              <Box sx={{ flex: '1 1 16rem', minWidth: 0 }}>
                <Typography component="h3" sx={{ fontWeight: 600 }}>{one.unit.name}</Typography>
                <ProposalText proposal={one} />
              </Box>
              {may('drafting:decide') && <Decide key={one.version} proposal={one} />}
            </Stack>
          </Card>
        )))}
      </Loaded>
    </Panel>
  );
};

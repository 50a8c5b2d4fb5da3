import type { Duplicate, Duplicates, Volunteer } from '@kepu/contracts';
import { Box, Link, Stack, Typography } from '@mui/material';
import { BooleanInput, RadioButtonGroupInput, useInput, useNotify, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { Link as RouterLink, useNavigate } from 'react-router-dom';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { Panel } from '../ui/Panels.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { Mark } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { MergeComparison, obstacle, useHoldings, type Side } from './MergeComparison.js';

const reasons = ['admin.merges.suggestions.phone', 'admin.merges.suggestions.desk', 'admin.merges.suggestions.unit'] as const;
const line = { py: 1, borderTop: 1, borderColor: 'divider' } as const;
const mustBe = (value: unknown): string | undefined => (value === true ? undefined : 'admin.merges.sure_needed');

/** While something stands against it, nothing is sent; the reason is on the screen. */
const Blocked = () => {
  useInput({ source: 'blocked', validate: () => 'admin.merges.irreversible' });
  return null;
};

/** The two, with the choice of which one stays. */
const Choice = ({ sides }: { sides: readonly [Side, Side] }) => {
  const t = useTranslate();
  const keep = useWatch({ name: 'keep' }) as string;
  const [stays, goes] = keep === sides[0].volunteer.id ? sides : [sides[1], sides[0]];
  return (
    <>
      <RadioButtonGroupInput source="keep" label="admin.merges.keep" row={false} helperText={false} choices={sides.map(({ volunteer: { id, number } }) => ({ id, name: t('admin.merges.keep_this', { number }) }))} translateChoice={false} />
      <MergeComparison stays={stays} goes={goes} />
      {obstacle(stays, goes) !== null ? <Blocked /> : (
        <Box sx={{ mt: 2 }}>
          <ReasonInput suggestions={reasons} />
          <BooleanInput source="sure" label="admin.merges.sure" helperText={false} validate={mustBe} />
        </Box>
      )}
    </>
  );
};

/** Whoever speaks for a body cannot go: then the other one does. Otherwise the one with more behind it stays. */
const suggested = (self: Side, other: Side): string => {
  const [forth, back] = [obstacle(self, other), obstacle(other, self)];
  if ((forth === null) !== (back === null)) return forth === null ? self.volunteer.id : other.volunteer.id;
  return other.holds.records > self.holds.records ? other.volunteer.id : self.volunteer.id;
};

const MergeButton = ({ self, other }: { self: Side; other: Duplicate }) => {
  const t = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const holdings = useHoldings();
  const merge = async ({ keep, reason }: Record<string, unknown>) => {
    const [stays, goes] = keep === self.volunteer.id ? [self, other] : [other, self];
    const done = await api.mergeVolunteers({ params: { id: stays.volunteer.id }, body: { from: goes.volunteer.id, version: stays.volunteer.version, fromVersion: goes.volunteer.version, reason: String(reason ?? '') } });
    const twice = holdings(done.joined);
    const message = [t('admin.merges.done', { number: done.number }), ...(twice ? [t('admin.merges.joined', { text: twice })] : [])].join(' ');
    notify(message, { type: 'success', autoHideDuration: 15_000, messageArgs: { _: message } });
    void navigate(`/volunteers/${done.id}`);
  };
  return (
    <ActionButton label="admin.merges.compare" wide danger title={t('admin.merges.title', { name: self.volunteer.name })} submitLabel="admin.merges.submit" defaults={{ keep: suggested(self, other), reason: '', sure: false }} run={merge}>
      <Choice sides={[self, other]} />
    </ActionButton>
  );
};

const Candidates = ({ data, self, merged }: Duplicates) => {
  const t = useTranslate();
  const { day } = useFormat();
  const heading = t(data.length > 0 ? 'admin.merges.heading' : 'admin.merges.heading_history');
  return (
    <Panel id="duplicates" title={heading}>
      {data.length > 0 && <Typography sx={{ mb: 1 }}>{t(`admin.merges.lead.${data.length === 1 ? 'one' : 'many'}`, { count: data.length })}</Typography>}
      <Box component="ul" aria-label={heading} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data.map((other) => (
          <Stack component="li" key={other.volunteer.id} direction="row" sx={{ ...line, flexWrap: 'wrap', gap: 1, alignItems: 'center', justifyContent: 'space-between' }}>
            <Box sx={{ minWidth: 0, flex: '1 1 14rem' }}>
              <Link component={RouterLink} to={`/volunteers/${other.volunteer.id}`} sx={{ fontWeight: 600 }}>{other.volunteer.name} · {other.volunteer.number}</Link>
              <Typography color="textSecondary">{[other.volunteer.county.name, other.volunteer.unit?.name].filter(Boolean).join(' · ')}</Typography>
              <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 0.5, mt: 0.5 }}>{other.reasons.map((reason) => <Mark key={reason} tone="waiting">{t(`terms.likenesses.${reason}`)}</Mark>)}</Stack>
            </Box>
            <MergeButton self={self} other={other} />
          </Stack>
        ))}
        {merged.map(({ number, at, by, reason }) => <Box component="li" key={number} sx={{ ...line, overflowWrap: 'anywhere' }}><Typography color="textSecondary">{t('admin.merges.history', { number, day: day(at.slice(0, 10), true), by: by ?? t('admin.registration.system'), reason })}</Typography></Box>)}
      </Box>
    </Panel>
  );
};

const Asked = ({ id }: { id: string }) => {
  const { data } = useApi(['duplicates', id], () => api.listDuplicates({ params: { id } }));
  return data && (data.total > 0 || data.merged.length > 0) ? <Candidates {...data} /> : null;
};

/** Registrations that may be of the same person; nothing where there are none, or for minors. */
export const MergePanel = ({ volunteer }: { volunteer: Volunteer }) => {
  const may = useMay();
  return may('volunteer:merge') && volunteer.ageBand !== 'minor' ? <Asked id={volunteer.id} /> : null;
};

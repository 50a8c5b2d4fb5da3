import type { ScorePart, Weights } from '@kepu/contracts';
import { Alert, Box, Typography } from '@mui/material';
import { NumberInput, required, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { api } from '../providers/api.js';
import { once } from '../providers/idempotency.js';
import { useMay } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState, Loaded, Panel } from '../ui/Panels.js';
import { Mark } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { LineInput } from '../ui/inputs.js';
import { useApi } from '../ui/useApi.js';
import { orderedParts, subtracted, weightSums } from './weightSums.js';

type Table = Weights['weights'];
const rule = required();

const Sum = () => {
  const t = useTranslate();
  const weights = useWatch({ name: 'weights' }) as Partial<Table> | undefined;
  const { most, off } = weightSums(weights ?? {});
  return <Alert severity="info" role="status" sx={{ my: 1.5, position: 'sticky', top: 0, zIndex: 1 }}>{t('admin.weights.sum', { most, off })}</Alert>;
};

/** New weights: each part explained, the sum in sight while they are set. */
const Change = ({ present }: { present: Weights }) => {
  const t = useTranslate();
  return (
    <ActionButton
      label="admin.weights.change" variant="contained" wide title={t('admin.weights.change')} explanation={t('admin.weights.change_explained', { version: present.version + 1 })} submitLabel="ra.action.save" success="admin.weights.changed" defaults={{ weights: { ...present.weights }, note: '' }}
      run={({ weights, note }) => {
        const body = { weights: weights as Table, note: String(note ?? '') };
        return once(`weights ${JSON.stringify(body)}`, (idempotencyKey) => api.createMatchingWeights({ body, idempotencyKey }));
      }}
    >
      <Sum />
      <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        {orderedParts(present.weights).map((part) => <NumberInput key={part} source={`weights.${part}`} label={`matching.parts.${part}`} helperText={`admin.weights.hints.${part}`} min={0} max={1} step={0.01} validate={rule} />)}
      </Box>
      <LineInput source="note" label="admin.weights.note" helperText="admin.weights.note_hint" rows={2} isRequired />
    </ActionButton>
  );
};

const Bars = ({ weights }: { weights: Table }) => {
  const t = useTranslate();
  const largest = Math.max(...Object.values(weights), 0.01);
  return (
    <Box component="ul" aria-label={t('admin.weights.parts')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {orderedParts(weights).map((part: ScorePart) => {
        const minus = subtracted.includes(part);
        return (
          <Box component="li" key={part} sx={{ py: 1, borderTop: 1, borderColor: 'divider', display: 'grid', columnGap: 2, alignItems: 'center', gridTemplateColumns: { xs: '1fr auto', sm: '9rem 1fr 4rem' } }}>
            <Typography sx={{ fontWeight: 600 }}>{t(`matching.parts.${part}`)}</Typography>
            <Box aria-hidden sx={{ display: { xs: 'none', sm: 'block' }, height: 10, borderRadius: 5, backgroundColor: 'background.default' }}><Box sx={{ height: 10, borderRadius: 5, width: `${(weights[part] / largest) * 100}%`, backgroundColor: minus ? 'warning.main' : 'primary.main' }} /></Box>
            <Typography sx={{ textAlign: 'right', fontWeight: 600 }}>{minus ? '−' : '+'}{Math.round(weights[part] * 100)}</Typography>
            <Typography color="textSecondary" sx={{ gridColumn: '1 / -1' }}>{t(`admin.weights.hints.${part}`)}</Typography>
          </Box>
        );
      })}
    </Box>
  );
};

/** How suggestions are ranked, for everybody who works with them to read; changed by an administrator, every version kept. */
const WeightsPage = () => {
  const t = useTranslate();
  const may = useMay();
  const { instant } = useFormat();
  const query = useApi(['weights'], () => api.listMatchingWeights());
  return (
    <Box sx={{ maxWidth: 960 }}>
      <Loaded query={query} rows={10}>
        {({ data }) => {
          const present = data[0];
          if (!present) return <EmptyState title="admin.weights.none" />;
          return (
            <>
              <PageHeader title={t('admin.menu.weights')} subtitle={t('admin.weights.subtitle')} mark={<Mark tone="good">{t('admin.weights.version', { version: present.version })}</Mark>} actions={may('matching:write') ? <Change present={present} /> : undefined} />
              <Panel id="present" title={t('admin.weights.present')}><Typography color="textSecondary" sx={{ mb: 1 }}>{t('admin.weights.sum', weightSums(present.weights))}</Typography><Bars weights={present.weights} /></Panel>
              <Panel id="versions" title={t('admin.weights.versions')}>
                <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
                  {data.map(({ version, note, createdAt, createdBy }) => <Box component="li" key={version} sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}><strong>{t('admin.weights.version', { version })}</strong> · {note}<Typography color="textSecondary">{instant(createdAt)} · {createdBy ?? t('admin.shell.system')}</Typography></Box>)}
                </Box>
              </Panel>
            </>
          );
        }}
      </Loaded>
    </Box>
  );
};
export default WeightsPage;

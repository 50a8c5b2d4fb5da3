import type { MinorPolicyVersion } from '@kepu/contracts';
import { Box, Typography } from '@mui/material';
import { BooleanInput, NumberInput, required, useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { once } from '../providers/idempotency.js';
import { useMay } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { PageHeader } from '../ui/PageHeader.js';
import { Facts, Loaded, Panel } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';
import { LineInput } from '../ui/inputs.js';
import { useApi } from '../ui/useApi.js';

type Bands = MinorPolicyVersion['bands'];
const rule = required();

/** New rules: the ages stay in a row, as the API demands and says where they do not. */
const Change = ({ present }: { present: MinorPolicyVersion }) => {
  const t = useTranslate();
  return (
    <ActionButton
      label="admin.minors.change" variant="contained" wide title={t('admin.minors.change')} explanation={t('admin.minors.change_explained', { version: present.version + 1 })} submitLabel="ra.action.save" success="admin.minors.changed" defaults={{ bands: present.bands.map((band) => ({ ...band })), note: '' }}
      run={({ bands, note }) => {
        const body = { bands: bands as Bands, note: String(note ?? '') };
        return once(`minors ${JSON.stringify(body)}`, (idempotencyKey) => api.createMinorPolicy({ body, idempotencyKey }));
      }}
    >
      {present.bands.map((band, index) => (
        <Box key={band.fromAge} component="fieldset" sx={{ border: 1, borderColor: 'divider', borderRadius: 1, my: 1.5, p: 2, display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
          <Typography component="legend" sx={{ fontWeight: 600, px: 1 }}>{t('admin.minors.band', { from: band.fromAge, to: band.toAge })}</Typography>
          <NumberInput source={`bands.${index}.fromAge`} label="admin.minors.from" min={8} max={17} validate={rule} />
          <NumberInput source={`bands.${index}.toAge`} label="admin.minors.to" min={8} max={17} validate={rule} />
          <NumberInput source={`bands.${index}.mostMinutes`} label="admin.minors.most" min={30} max={480} step={30} validate={rule} />
          <NumberInput source={`bands.${index}.latestHour`} label="admin.minors.latest" min={12} max={22} validate={rule} />
          <BooleanInput source={`bands.${index}.registersAlone`} label="admin.minors.alone" />
          <BooleanInput source={`bands.${index}.accompanied`} label="admin.minors.accompanied" />
        </Box>
      ))}
      <LineInput source="note" label="admin.minors.note" rows={2} isRequired />
    </ActionButton>
  );
};

/** What holds for minors by age, every version kept. */
const MinorPolicyPage = () => {
  const t = useTranslate();
  const may = useMay();
  const { instant } = useFormat();
  const query = useApi(['minor-policies'], () => api.listMinorPolicies());
  return (
    <Box sx={{ maxWidth: 960 }}>
      <Loaded query={query} rows={6}>
        {({ data }) => (
          <>
            <PageHeader title={t('admin.minors.policy')} subtitle={t('admin.minors.policy_subtitle')} actions={data[0] && may('minor:policy') ? <Change present={data[0]} /> : undefined} />
            {data.map((version) => (
              <Panel key={version.version} id={`version-${version.version}`} title={t('admin.minors.version', { version: version.version })}>
                <Typography color="textSecondary">{instant(version.since)} · {version.createdBy ?? t('admin.registration.system')} · {version.note}</Typography>
                <Facts rows={version.bands.map((band) => [t('admin.minors.band', { from: band.fromAge, to: band.toAge }), [
                  t(band.registersAlone ? 'admin.minors.alone' : 'admin.minors.by_guardian'), t(band.accompanied ? 'admin.minors.accompanied' : 'admin.minors.consented'), t('admin.minors.most_is', { count: band.mostMinutes }), t('admin.minors.latest_is', { hour: band.latestHour }),
                ].join('；')])} />
              </Panel>
            ))}
          </>
        )}
      </Loaded>
    </Box>
  );
};
export default MinorPolicyPage;

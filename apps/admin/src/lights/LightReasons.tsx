import type { AssignmentLight, LightReason } from '@kepu/contracts';
import { Box, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../ui/format.js';
import { LightChip } from './LightChip.js';

/** Why a light is as it is, in words. */
export const LightReasons = ({ reasons }: { reasons: readonly LightReason[] }) => {
  const t = useTranslate();
  const { day } = useFormat();
  const said = ({ code, params }: LightReason): string => t(`terms.lightReasons.${code}`, 'day' in params ? { ...params, day: day(String(params['day'])) } : params);
  return <Box component="ul" sx={{ m: 0, pl: 2.5 }}>{reasons.map((reason, index) => <li key={`${reason.code} ${index}`}>{said(reason)}</li>)}</Box>;
};

/** A light with its reasons, and what the office has set by hand. */
export const LightWithReasons = ({ row }: { row: AssignmentLight }) => {
  const t = useTranslate();
  const { day } = useFormat();
  const { light, rule, reasons, override, uncertain, chased } = row;
  return (
    <Box sx={{ mt: 1, '& ul': { mt: 0.5 } }}>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <LightChip light={light} />
        {override && <Typography component="span" color="textSecondary">{t('admin.lights.by_rule', { light: t(`terms.lights.${rule}`) })}</Typography>}
        {chased && <Typography component="span" color="textSecondary">{t('admin.lights.chased_times', { times: chased.times, day: day(chased.lastOn) })}</Typography>}
      </Stack>
      {override && <Typography>{t('admin.lights.by_hand_of', { by: override.by, light: t(`terms.lights.${override.light}`), day: day(override.expiresOn), reason: override.reason })}</Typography>}
      <LightReasons reasons={reasons} />
      {uncertain && <Typography color="textSecondary">{t('admin.lights.uncertain')}</Typography>}
    </Box>
  );
};

import type { ImportItem } from '@kepu/contracts';
import Edit from '@mui/icons-material/EditOutlined';
import { Box, Button, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { TargetChips } from '../items/TargetChips.js';
import { Mark } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';

const roles = ['responsible', 'lead', 'cooperating'] as const;

/** One item: where it stood, whose it is, what it says, what is odd about it. */
export const PreviewItem = ({ item, columns, marked, onEdit }: { item: ImportItem; columns: string; marked: boolean; onEdit?: () => void }) => {
  const t = useTranslate();
  const { place, colon } = useFormat();
  return (
    <Box
      component="li" data-position={item.position} tabIndex={-1}
      sx={({ palette: { tokens: c } }) => ({ display: 'grid', gap: { xs: 0.75, md: 2 }, gridTemplateColumns: { xs: '1fr', md: columns }, px: 1.5, py: 1.5, borderBottom: 1, borderColor: 'divider', alignItems: 'start', ...(marked ? { backgroundColor: c.primarySoft, borderRadius: 1 } : {}) })}
    >
      <Stack direction={{ xs: 'row', md: 'column' }} sx={{ columnGap: 1, flexWrap: 'wrap' }}>
        <Typography component="span" sx={{ fontWeight: 600 }}>{t('admin.imports.item_no', { no: item.position })}</Typography>
        <Typography component="span" color="textSecondary">{place(item.source)}</Typography>
        {item.corrected && <Mark tone="good">{t('admin.imports.corrected')}</Mark>}
      </Stack>
      <div>
        <Typography sx={{ fontWeight: 600 }}>{item.programme.name}</Typography>
        {item.programme.name !== item.programme.printed && <Typography color="textSecondary">{t('admin.items.printed_as', { name: item.programme.printed })}</Typography>}
        {item.programme.programmeId === null && <Mark tone="wrong">{t('admin.imports.only_unmatched_one')}</Mark>}
        {roles.filter((role) => item[role].length > 0).map((role) => (
          <Typography key={role} component="div">
            <Typography component="span" color="textSecondary">{colon(t(`terms.assignmentRoles.${role}`))}</Typography>
            {item[role].map(({ name, unitId }, index) => <span key={name}>{index > 0 && t('admin.shell.comma')}{name}{unitId === null && <>{' '}<Mark tone="wrong">{t('admin.imports.only_unmatched_one')}</Mark></>}</span>)}
          </Typography>
        ))}
        {item.roleHint && <Typography color="warning">{t('admin.imports.role_hint', { word: item.roleHint })}</Typography>}
      </div>
      <div>
        <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{item.number && <strong>{/^\d+$/.test(item.number) ? `${item.number}. ` : `${item.number} `}</strong>}{item.text}</Typography>
        <TargetChips targets={item.targets} due={item.due} />
        {item.warnings.length > 0 && (
          <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 0.5, mt: 0.5 }}>
            {item.warnings.map((code) => <Mark key={code} tone="waiting">{t(`admin.imports.warning_kinds.${code}`, { _: t(`warnings.${code}`, { value: '', suggestion: '' }) })}</Mark>)}
          </Stack>
        )}
      </div>
      <div>{onEdit && <Button startIcon={<Edit />} onClick={onEdit} aria-label={t('admin.imports.correct_no', { no: item.position })}>{t('admin.imports.correct')}</Button>}</div>
    </Box>
  );
};

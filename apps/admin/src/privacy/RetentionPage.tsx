import type { RetentionRuleView } from '@kepu/contracts';
import { retentionLabel } from '@kepu/domain';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { PageHeader } from '../ui/PageHeader.js';
import { Facts, Loaded, Panel } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';

const periodOf = ({ days, years }: RetentionRuleView, t: ReturnType<typeof useTranslate>): string => {
  const count = days ?? years;
  if (count === null) return t('portal.retention.kept');
  return t(`portal.retention.${days === null ? 'years' : 'days'}.${count === 1 ? 'one' : 'many'}`, { count });
};

/** How long data are kept, on what ground, and what went last night. */
const RetentionPage = () => {
  const t = useTranslate();
  const { instant } = useFormat();
  const query = useApi(['retention'], () => api.getRetention());
  return (
    <Box sx={{ maxWidth: 960 }}>
      <PageHeader title={t('admin.privacy.retention.title')} subtitle={t('admin.privacy.retention.subtitle')} />
      <Loaded query={query} rows={8}>
        {({ data }) => data.map((rule) => (
          <Panel key={rule.key} id={rule.key} title={t(retentionLabel(rule.key))}>
            <Facts rows={[
              ['admin.privacy.retention.long', periodOf(rule, t)], ['admin.privacy.retention.why', t(`portal.retention.articles.${rule.article}`)],
              ['admin.privacy.retention.last', rule.days === null && rule.years === null ? t('admin.privacy.retention.nothing') : rule.lastRunAt ? instant(rule.lastRunAt) : t('admin.privacy.retention.never')],
              ['admin.privacy.retention.removed', t('admin.privacy.retention.count', { count: rule.removed ?? 0 })], ['admin.privacy.retention.in_all', t('admin.privacy.retention.count', { count: rule.removedInAll })],
            ]} />
            <Typography color="textSecondary"><code>{rule.table}</code></Typography>
          </Panel>
        ))}
      </Loaded>
    </Box>
  );
};
export default RetentionPage;

import { Typography } from '@mui/material';
import { useEffect } from 'react';
import { useTranslate } from 'react-admin';
import { useLocation } from 'react-router-dom';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { Loaded, Panel } from '../ui/Panels.js';
import { useApi } from '../ui/useApi.js';
import { MeasureCard } from './MeasureCard.js';
import { MeasureCreate } from './MeasureDialogs.js';

/** What counts as done for an item, and how far it is. */
export const ItemMeasures = ({ itemId }: { itemId: string }) => {
  const t = useTranslate();
  const may = useMay();
  const query = useApi(['measures', itemId], () => api.listMeasures({ query: { itemId, perPage: 50 } }));
  const { hash } = useLocation();
  const ready = query.data !== undefined;
  // The ledger leads to one measure: it stands on the page only once the answer is there.
  useEffect(() => {
    if (ready && hash) document.getElementById(hash.slice(1))?.scrollIntoView?.({ block: 'center' });
  }, [ready, hash]);
  return (
    <Panel id="measures" title={t('admin.measures.title')} action={may('measure:write') ? <MeasureCreate itemId={itemId} /> : undefined}>
      <Loaded query={query} rows={3}>
        {({ data }) => (data.length === 0 ? <Typography color="textSecondary">{t(may('measure:write') ? 'admin.measures.none_office' : 'admin.measures.none')}</Typography> : data.map((measure) => <MeasureCard key={measure.id} measure={measure} />))}
      </Loaded>
    </Panel>
  );
};

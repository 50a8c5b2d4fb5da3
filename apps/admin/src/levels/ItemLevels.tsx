import type { DivisionPart, Item } from '@kepu/contracts';
import { Box, Link as MuiLink, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { ItemsInput } from '../items/ItemsInput.js';
import { usePlan } from '../plans/usePlan.js';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { Loaded, Panel } from '../ui/Panels.js';
import { Mark, StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { usePlanAbove } from './AddItem.js';

const list = { listStyle: 'none', m: 0, p: 0, '& > li + li': { borderTop: 1, borderColor: 'divider' } } as const;
const touchable = { display: 'inline-flex', alignItems: 'center', minHeight: 44, overflowWrap: 'anywhere' } as const;

const Relink = ({ item, planId }: { item: Item; planId: string }) => {
  const t = useTranslate();
  return (
    <ActionButton
      label="admin.levels.link_parents" variant="text" wide title={t('admin.levels.above')} submitLabel="ra.action.save" success="admin.levels.linked" defaults={{ parentIds: item.parents.map(({ id }) => id) }}
      run={({ parentIds }) => api.updateItem({ params: { id: item.id }, body: { version: item.version, parentIds: Array.isArray(parentIds) ? (parentIds as string[]) : [] } })}
    >
      <ItemsInput source="parentIds" label="admin.levels.parents" hint="admin.levels.parents_hint" planId={planId} />
    </ActionButton>
  );
};

const Above = ({ item }: { item: Item }) => {
  const t = useTranslate();
  const may = useMay();
  const plan = usePlan(item.planId).data;
  const above = usePlanAbove(plan ?? { divisionId: '', year: item.year });
  const editable = may('plan:write') && plan !== undefined && plan.state !== 'closed' && above !== undefined;
  if (item.parents.length === 0 && !editable) return null;
  return (
    <Panel id="items-above" title={t('admin.levels.above')} action={editable ? <Relink item={item} planId={above.id} /> : undefined}>
      {item.parents.length === 0 ? <Typography color="textSecondary">{t('admin.shell.none')}</Typography> : (
        <Box component="ul" sx={list}>
          {item.parents.map((parent) => (
            <li key={parent.id}><MuiLink component={Link} to={`/items/${parent.id}/show`} sx={touchable}>{t('admin.items.no', { seq: parent.seq })} {parent.text}</MuiLink>{parent.standing === 'withdrawn' && <> <Mark tone="wrong">{t('admin.levels.parent_gone')}</Mark></>}</li>
          ))}
        </Box>
      )}
    </Panel>
  );
};

const Division = ({ part }: { part: DivisionPart }) => {
  const t = useTranslate();
  const { day } = useFormat();
  return (
    <Box component="li" sx={{ py: 1 }}>
      <Typography component="h3" sx={{ fontWeight: 600 }}>{part.division.name} {part.handed && <StateChip of="handedStates" state={part.handed} />}</Typography>
      {part.items.length === 0 && <Typography color="textSecondary">{t('admin.levels.nothing_below')}</Typography>}
      {part.items.map((item) => (
        <Box key={item.id} sx={{ pl: 1.5, borderLeft: 2, borderColor: 'divider', mt: 1 }}>
          <MuiLink component={Link} to={`/items/${item.id}/show`} sx={touchable}>{item.text}</MuiLink>
          <Typography color="textSecondary">{[
            t('admin.levels.item_signed', { signed: item.signed, total: item.assignments }), ...item.measures.map(({ name, unitOfMeasure, progress }) => `${name} ${progress.value} ${unitOfMeasure}`), item.reportedAt ? t('admin.levels.reported', { day: day(item.reportedAt.slice(0, 10)) }) : t('admin.levels.not_reported'),
          ].join(' · ')}</Typography>
        </Box>
      ))}
    </Box>
  );
};

const Below = ({ item }: { item: Item }) => {
  const t = useTranslate();
  const query = useApi(['items-below', item.id], () => api.listItemsBelow({ params: { id: item.id } }));
  if (query.data?.total === 0) return null;
  return (
    <Panel id="items-below" title={t('admin.levels.below')}>
      <Loaded query={query}>{({ data }) => <Box component="ul" sx={list}>{data.map((part) => <Division key={part.division.id} part={part} />)}</Box>}</Loaded>
    </Panel>
  );
};

/** Which items above an item serves, and for an office what serves it below. */
export const ItemLevels = ({ item }: { item: Item }) => {
  const may = useMay();
  return (
    <>
      <Above item={item} />
      {may('sign-off:read') && <Below item={item} />}
    </>
  );
};

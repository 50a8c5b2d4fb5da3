import type { Order } from '@kepu/contracts';
import { Box, Link, Typography } from '@mui/material';
import { BooleanInput, FormDataConsumer, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { Loaded, Panel } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { instantOf, WhenInput, whenOf } from './WhenInput.js';

/** Orders of neighbours that one lecturer visits on one trip, and those that could be. */
export const Trip = ({ order }: { order: Order }) => {
  const t = useTranslate();
  const { day, instant } = useFormat();
  const { id, version, trip, may } = order;
  const query = useApi(['trip-partners', id, version], () => api.listTripPartners({ params: { id } }), { enabled: may.dispatch && trip === null });
  if (trip) {
    return (
      <Panel id="trip" title={t('admin.orders.trip')} action={may.dispatch ? <ActionButton label="admin.orders.trip_dissolve" title={t('admin.orders.trip_dissolve')} submitLabel="admin.orders.trip_dissolve" success="admin.orders.trip_dissolved" run={() => api.dissolveOrderTrip({ params: { id: trip.id } })} /> : undefined}>
        <Box component="ul" sx={{ m: 0, pl: 2.5 }}>{trip.orders.map((each) => <li key={each.id}><Link component={RouterLink} to={`/orders/${each.id}`}>{`${each.placeName} ${each.number}`}</Link> {each.startsAt ? instant(each.startsAt) : ''}</li>)}</Box>
      </Panel>
    );
  }
  if (!may.dispatch) return null;
  return (
    <Panel id="trip" title={t('admin.orders.trip')}>
      <Typography color="textSecondary" sx={{ mb: 1 }}>{t('admin.orders.trip_hint')}</Typography>
      <Loaded query={query}>{({ data }) => (data.length === 0 ? <Typography>{t('admin.orders.no_partners')}</Typography> : (
        <ActionButton
          label="admin.orders.trip" variant="outlined" wide title={t('admin.orders.trip_choose')} submitLabel="admin.orders.trip" success="admin.orders.trip_made" defaults={{ at: { [id]: whenOf(order.dates[0]?.startsAt) } }}
          run={(values) => {
            const [chosen, at] = [(values['chosen'] ?? {}) as Record<string, boolean>, (values['at'] ?? {}) as Record<string, unknown>];
            return api.createOrderTrip({ body: { orders: [{ id, version, startsAt: instantOf(at[id]) }, ...data.filter((each) => chosen[each.id]).map((each) => ({ id: each.id, version: each.version, startsAt: instantOf(at[each.id]) }))] } });
          }}
        >
          <WhenInput source={`at.${id}`} label={t('admin.orders.trip_start', { place: order.placeName })} />
          {data.map((each) => (
            <Box key={each.id}>
              <BooleanInput source={`chosen.${each.id}`} label={[each.placeName, each.number, each.wish, each.days.map((one) => day(one)).join(' / ')].join(' · ')} helperText={false} />
              <FormDataConsumer>{({ formData }) => ((formData['chosen'] as Record<string, boolean> | undefined)?.[each.id] ? <WhenInput source={`at.${each.id}`} label={t('admin.orders.trip_start', { place: each.placeName })} /> : null)}</FormDataConsumer>
            </Box>
          ))}
        </ActionButton>
      ))}</Loaded>
    </Panel>
  );
};

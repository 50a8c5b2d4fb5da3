import type { ThingBooking } from '@kepu/contracts';
import { Alert, Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { api } from '../providers/api.js';
import { History } from '../ui/History.js';
import { LoadedPage } from '../ui/LoadedPage.js';
import { PageHeader } from '../ui/PageHeader.js';
import { Facts, Loaded, Panel } from '../ui/Panels.js';
import { StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { useSlotWords } from './slots.js';
import { BookingActions } from './ThingActions.js';

const list = { to: '/thing-bookings', label: 'admin.things.bookings_title' };

const Body = ({ booking }: { booking: ThingBooking }) => {
  const t = useTranslate();
  const spoken = useSlotWords();
  const { instant } = useFormat();
  const { id, version, unit, keeper, activity, place, county, purpose, slots, clashes, reason, moved, askedBy, askedAt, decidedBy, decidedAt } = booking;
  const history = useApi(['booking-history', id, version], () => api.getThingBookingHistory({ params: { id } }));
  const fact = (label: string, value: string | null): [string, string][] => (value === null ? [] : [[label, value]]);
  return (
    <>
      {clashes.length > 0 && <Alert severity="warning" sx={{ mb: 2 }}>{t('admin.things.clash', { days: spoken(clashes) })}</Alert>}
      <Panel id="booking" title={t('admin.things.booking')}>
        <Facts rows={[
          ['admin.things.when', spoken(slots)], ['admin.things.place', `${county.name} ${place}`], ['admin.things.for_unit', unit.name], ['admin.things.purpose', purpose], ...(activity ? [['admin.things.activity', <Link key="activity" to={`/activities/${activity.id}`}>{activity.title}</Link>] as const] : []), ['admin.things.unit', keeper.name],
          ['admin.things.asked_by', t('admin.things.decided_line', { name: askedBy, at: instant(askedAt) })], ...(decidedBy && decidedAt ? fact('admin.things.decided', t('admin.things.decided_line', { name: decidedBy, at: instant(decidedAt) })) : []), ...fact('admin.things.reason', reason), ...fact('admin.things.moved', moved),
        ]} />
      </Panel>
      <Panel id="history" title={t('admin.shell.history')}><Loaded query={history}>{({ data }) => <History entries={data} of="bookingStates" />}</Loaded></Panel>
    </>
  );
};

/** One booking: for when and where, how it stands, and what can be decided. */
const BookingPage = () => {
  const { id = '' } = useParams();
  const query = useApi(['thing-booking', id], () => api.getThingBooking({ params: { id } }));
  return (
    <LoadedPage query={query} list={list}>
      {(booking) => (
        <Box sx={{ maxWidth: 960 }}>
          <PageHeader title={booking.thing.name} back={list} mark={<StateChip of="bookingStates" state={booking.state} />} actions={<BookingActions booking={booking} />} />
          <Body booking={booking} />
        </Box>
      )}
    </LoadedPage>
  );
};
export default BookingPage;

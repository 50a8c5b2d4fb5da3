import type { Account, Unit } from '@kepu/contracts';
import { Alert, Box, Link, Stack, Typography } from '@mui/material';
import { useDataProvider, useTranslate } from 'react-admin';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { History } from '../ui/History.js';
import { LoadedPage } from '../ui/LoadedPage.js';
import { PageHeader } from '../ui/PageHeader.js';
import { Facts, Loaded, Panel } from '../ui/Panels.js';
import { Mark } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { HandOverButton } from '../admission/HandOverButton.js';
import { InviteButton } from '../admission/InviteButton.js';
import { UnitActions } from './UnitActions.js';
import { UnitInputs } from './unitInputs.js';

// The form edits by id and code, the record names.
const asForm = (unit: Unit) => ({ ...unit, divisionCode: unit.division.code, parentId: unit.parent?.id ?? null });

const Edit = ({ unit }: { unit: Unit }) => {
  const dataProvider = useDataProvider();
  const start = asForm(unit);
  return (
    <ActionButton label="ra.action.edit" wide title={unit.name} submitLabel="ra.action.save" success="admin.shell.saved" defaults={start} run={(values) => dataProvider.update('units', { id: unit.id, data: values, previousData: start })}>
      <UnitInputs />
    </ActionButton>
  );
};

type Grant = Account['grants'][number];

const People = ({ unit }: { unit: Unit }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  const may = useMay();
  const query = useApi(['unit-people', unit.id], () => api.listAccounts({ query: { unitId: unit.id, perPage: 50 } }));
  const rolesIn = (grants: readonly Grant[]) => grants.filter(({ scope }) => scope.id === unit.id).map(({ role, post }) => [t(`terms.roles.${role}`), ...(post ? [t(`terms.posts.${post}`)] : [])].join(' ')).join(t('admin.shell.comma'));
  const liaisons = (query.data?.data ?? []).filter(({ grants }) => grants.some(({ role, scope }) => role === 'liaison' && scope.id === unit.id));
  const open = unit.closedOn === null;
  return (
    <Panel
      id="people" title={t('admin.units.people')}
      action={open ? <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>{may('invitation:write') && <InviteButton unitId={unit.id} variant="outlined" />}{may('grant:hand-over') && liaisons.length > 0 && <HandOverButton unit={unit} liaisons={liaisons} />}</Stack> : undefined}
    >
      <Loaded query={query} rows={2}>
        {({ data }) => (data.length === 0 ? <Typography color="textSecondary">{t('admin.units.no_people')}</Typography> : (
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {data.map(({ id, name, lastSignInAt, grants }) => <li key={id}><Link component={RouterLink} to={`/accounts/${id}`} underline="always">{name}</Link> · {rolesIn(grants)} · {lastSignInAt ? t('admin.sign_offs.last_seen', { when: instant(lastSignInAt) }) : t('admin.sign_offs.never_seen')}</li>)}
          </Box>
        ))}
      </Loaded>
    </Panel>
  );
};

const Names = ({ unit }: { unit: Unit }) => {
  const t = useTranslate();
  const { day, list } = useFormat();
  return (
    <Facts rows={[
      ['admin.units.full_name', unit.fullName], ['admin.units.kind', t(`terms.unitKinds.${unit.kind}`)], ['admin.units.division', unit.division.name],
      ['admin.units.aliases', unit.aliases.length > 0 ? list(unit.aliases) : t('admin.shell.none')],
      ['admin.units.former_names', unit.formerNames.length > 0 ? list(unit.formerNames.map(({ name, until }) => t('admin.units.until', { name, day: day(until, true) }))) : t('admin.shell.none')],
      ['admin.units.opened_on', day(unit.openedOn, true)],
    ]} />
  );
};

/** One unit: what it is, what it was called, who works there, what happened to it. */
const UnitPage = () => {
  const { id = '' } = useParams();
  const t = useTranslate();
  const may = useMay();
  const { day } = useFormat();
  const query = useApi(['unit', id], () => api.getUnit({ params: { id } }));
  const history = useApi(['unit-history', id], () => api.getUnitHistory({ params: { id } }));
  return (
    <LoadedPage query={query} list={{ to: '/units', label: 'admin.menu.units' }}>
      {(unit) => (
        <>
          <PageHeader
            title={unit.name} back={{ to: '/units', label: 'admin.menu.units' }} mark={<Mark tone={unit.closedOn ? 'quiet' : 'good'}>{t(unit.closedOn ? 'admin.shell.closed' : 'admin.shell.in_use')}</Mark>}
            actions={may('unit:write') && !unit.closedOn ? <UnitActions unit={unit} /> : undefined}
          />
          {unit.closedOn && <Alert severity="info" sx={{ mb: 2 }}>{unit.successor ? t('admin.units.merged_on', { day: day(unit.closedOn, true), name: unit.successor.name }) : t('admin.units.closed_on', { day: day(unit.closedOn, true) })}</Alert>}
          <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', lg: '3fr 2fr' }, alignItems: 'start' }}>
            <Box sx={{ minWidth: 0 }}>
              <Panel id="facts" title={t('admin.units.facts')} action={may('unit:write') && !unit.closedOn ? <Edit unit={unit} /> : undefined}><Names unit={unit} /></Panel>
            </Box>
            <Box sx={{ minWidth: 0 }}>
              {may('account:read') && <People unit={unit} />}
              <Panel id="history" title={t('admin.shell.history')}><Loaded query={history}>{({ data }) => <History entries={data} />}</Loaded></Panel>
            </Box>
          </Box>
        </>
      )}
    </LoadedPage>
  );
};
export default UnitPage;

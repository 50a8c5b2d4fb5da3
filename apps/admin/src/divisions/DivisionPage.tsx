import type { Division } from '@kepu/contracts';
import { Alert, Button } from '@mui/material';
import { ListBase, Pagination, useTranslate } from 'react-admin';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { api } from '../providers/api.js';
import { useMay, useSession } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { LoadedPage } from '../ui/LoadedPage.js';
import { PageHeader } from '../ui/PageHeader.js';
import { Panel } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';
import { DayInput, DivisionInput } from '../ui/inputs.js';
import { useApi } from '../ui/useApi.js';
import { DivisionCreate } from './DivisionCreate.js';
import { DivisionInputs } from './divisionInputs.js';
import { DivisionMarks, DivisionTable } from './DivisionTable.js';

const Actions = ({ division }: { division: Division }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const today = useSession()?.today ?? '';
  const { code, version, name, urbanCore, island, mountain } = division;
  return (
    <>
      <ActionButton
        label="ra.action.edit" title={name} submitLabel="ra.action.save" success="admin.shell.saved" defaults={{ name, urbanCore, island, mountain }}
        run={(values) => api.updateDivision({ params: { code }, body: { version, name: String(values['name'] ?? ''), urbanCore: Boolean(values['urbanCore']), island: Boolean(values['island']), mountain: Boolean(values['mountain']) } })}
      >
        <DivisionInputs />
      </ActionButton>
      <ActionButton
        label="admin.divisions.merge" danger title={t('admin.divisions.merge_title', { name })} explanation={t('admin.divisions.merge_explained')} submitLabel="admin.divisions.merge" success="admin.divisions.merged" defaults={{ on: today }}
        run={async (values) => {
          await api.mergeDivision({ params: { code }, body: { successorCode: String(values['successorCode'] ?? ''), on: String(values['on'] ?? '') } });
          void navigate(`/divisions/${String(values['successorCode'])}`);
        }}
      >
        <DivisionInput source="successorCode" label="admin.divisions.successor" isRequired />
        <DayInput source="on" label="admin.shell.from_day" isRequired />
      </ActionButton>
      <ActionButton
        label="admin.shell.close" danger variant="text" title={t('admin.divisions.close_title', { name })} explanation={t('admin.divisions.close_explained')} submitLabel="admin.shell.close" success="admin.shell.closed_done" defaults={{ on: today }}
        run={(values) => api.closeDivision({ params: { code }, body: { version, on: String(values['on'] ?? '') } })}
      >
        <DayInput source="on" label="admin.shell.last_day" isRequired />
      </ActionButton>
    </>
  );
};

/** One division, and those below it. */
const DivisionPage = () => {
  const { id: code = '' } = useParams();
  const t = useTranslate();
  const may = useMay();
  const { day } = useFormat();
  const query = useApi(['division', code], () => api.getDivision({ params: { code } }));
  return (
    <LoadedPage query={query} list={{ to: '/divisions', label: 'admin.menu.divisions' }}>
      {(division) => (
        <>
          <PageHeader
            title={division.name} subtitle={`${t(`terms.divisionKinds.${division.kind}`)} · ${division.code}`} mark={<DivisionMarks division={division} />}
            back={division.kind === 'county' || !division.parentCode ? { to: '/divisions', label: 'admin.menu.divisions' } : { to: `/divisions/${division.parentCode}`, label: 'admin.divisions.parent' }}
            actions={may('division:write') && !division.closedOn ? <Actions division={division} /> : undefined}
          />
          {division.closedOn && <Alert severity="info" sx={{ mb: 2 }}>{t('admin.units.closed_on', { day: day(division.closedOn, true) })}</Alert>}
          <Button component={Link} to={`/units?filter=${encodeURIComponent(JSON.stringify({ divisionCode: code, open: 'true' }))}`} sx={{ mb: 1 }}>{t('admin.divisions.go_units')}</Button>
          {division.kind === 'county' && (
            <Panel id="townships" title={t('admin.divisions.townships_of', { count: division.townships })} action={may('division:write') && !division.closedOn ? <DivisionCreate parentCode={code} /> : undefined}>
              <ListBase resource="divisions" filter={{ parentCode: code }} sort={{ field: 'code', order: 'ASC' }} perPage={50} disableSyncWithLocation>
                <DivisionTable />
                <Pagination />
              </ListBase>
            </Panel>
          )}
        </>
      )}
    </LoadedPage>
  );
};
export default DivisionPage;

import type { Credential } from '@kepu/contracts';
import { Box, Button, Link, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { LoadedPage } from '../ui/LoadedPage.js';
import { PageHeader } from '../ui/PageHeader.js';
import { Facts, Panel } from '../ui/Panels.js';
import { StateChip } from '../ui/StateChip.js';
import { saveFile } from '../ui/download.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { useRun } from '../ui/useRun.js';
import { CredentialActions } from './CredentialActions.js';
import { Span } from './Span.js';
import { useCredentialKinds } from './useCredentialKinds.js';

const list = { to: '/credentials', label: 'admin.credentials.title' };

const Photo = ({ credential: { id, file } }: { credential: Credential }) => {
  const t = useTranslate();
  const may = useMay();
  const { run, pending } = useRun();
  if (!file) return <>{t('admin.credentials.no_file')}</>;
  return (
    <Box>
      {file.name}
      {may('credential:confirm') && <Button disabled={pending} onClick={() => void run(async () => saveFile(await api.getCredentialFile({ params: { id } }), file.name))} sx={{ ml: 1 }}>{t('admin.credentials.open_file')}</Button>}
      <Typography color="textSecondary">{t('admin.credentials.open_logged')}</Typography>
    </Box>
  );
};

/** One certificate: what it says, how it was seen, and what can be decided. */
const CredentialPage = () => {
  const { id = '' } = useParams();
  const t = useTranslate();
  const { instant, list: listed } = useFormat();
  const kinds = useCredentialKinds().data?.data ?? [];
  const query = useApi(['credential', id], () => api.getCredential({ params: { id } }));
  return (
    <LoadedPage query={query} list={list}>
      {(credential) => {
        const implied = kinds.find((kind) => kind.id === credential.kind.id)?.implies.map(({ name }) => name) ?? [];
        const { confirmedAt, confirmedBy, proof, auditedAt, auditedBy, returned, byCourse, sampledAt, unit } = credential;
        return (
          <Box sx={{ maxWidth: 960 }}>
            <PageHeader title={`${credential.person.name} · ${credential.kind.name}`} back={list} mark={<StateChip of="credentialStates" state={credential.state} />} actions={<CredentialActions credential={credential} />} />
            <Panel id="credential" title={t('admin.credentials.one')}>
              <Facts rows={[
                ['admin.credentials.person', <Link key="person" component={RouterLink} to={`/volunteers/${credential.person.id}`}>{credential.person.name}</Link>], ['admin.credentials.unit', unit?.name ?? t('admin.shell.none')], ['admin.credentials.county', credential.county.name],
                ['admin.credentials.kind', <>{credential.kind.name}{implied.length > 0 && <Typography color="textSecondary">{t('admin.credentials.implies', { kinds: listed(implied) })}</Typography>}</>], ['admin.credentials.issuer', credential.issuer], ['admin.credentials.number', credential.number ?? t('admin.shell.none')],
                ['admin.credentials.span', <Span key="span" credential={credential} />], ['admin.credentials.file', byCourse ? t('admin.credentials.course', { title: byCourse.title }) : <Photo key="photo" credential={credential} />], ['admin.credentials.declared_at', instant(credential.declaredAt)],
              ]} />
            </Panel>
            <Panel id="seen" title={t('admin.shell.state')}>
              <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
                {confirmedAt && proof && <li>{t('admin.credentials.confirmed_by', { name: confirmedBy ?? '', at: instant(confirmedAt), proof: t(`terms.credentialProofs.${proof}`) })}</li>}
                {sampledAt && <li>{t('admin.credentials.drawn', { at: instant(sampledAt) })}</li>}
                {auditedAt && <li>{t('admin.credentials.audited_by', { name: auditedBy ?? '', at: instant(auditedAt) })}</li>}
                {returned && <li>{t('admin.credentials.returned_because', { at: instant(returned.at), reason: returned.reason })}</li>}
                {!confirmedAt && !returned && <li>{t('terms.credentialStates.declared')}</li>}
              </Box>
            </Panel>
          </Box>
        );
      }}
    </LoadedPage>
  );
};
export default CredentialPage;

import Print from '@mui/icons-material/PrintOutlined';
import type { Activity, Pupil, PupilClass, RiskText } from '@kepu/contracts';
import { consentVersions } from '@kepu/contracts/consents';
import { Box, Button, GlobalStyles, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { api } from '../providers/api.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState, Loaded } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';

/** On paper stands the slip alone. */
const paperOnly = <GlobalStyles styles={{ '@media print': { 'header.MuiAppBar-root, .MuiDrawer-root, footer': { display: 'none !important' } } }} />;

/** A line to write on. */
const Line = ({ label, value }: { label: string; value?: string | null }) => (
  <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'flex-end', mt: 1.5, flexWrap: 'wrap' }}>
    <Typography component="span">{label}</Typography>
    <Typography component="span" sx={{ flex: '1 1 8rem', borderBottom: 1, minHeight: '1.8em' }}>{value ?? ''}</Typography>
  </Box>
);

/** A page of paper: black on white whatever the theme. */
const Sheet = ({ title, held, pupil, children }: { title: string; held: PupilClass; pupil: Pupil | null; children: ReactNode }) => {
  const t = useTranslate();
  return (
    <Box component="section" className="slip" sx={{ backgroundColor: '#fff', color: '#000', border: 1, borderColor: 'divider', p: { xs: 2, sm: 4 }, mb: 2, maxWidth: '210mm', breakAfter: 'page', '@media print': { border: 0, p: 0, m: 0 } }}>
      <Typography variant="h2" component="h2" sx={{ textAlign: 'center', color: 'inherit' }}>{title}</Typography>
      <Typography sx={{ textAlign: 'center' }}>{held.unit.name} · {held.name} · {t('slip.code')} {held.code}</Typography>
      <Line label={t('slip.pupil')} value={pupil?.name ?? null} />
      <Line label={t('slip.born')} value={pupil?.bornOn ?? null} />
      {children}
      <Line label={t('slip.signature')} />
      <Line label={t('slip.date')} />
    </Box>
  );
};

const Registration = ({ held, pupil }: { held: PupilClass; pupil: Pupil | null }) => {
  const t = useTranslate();
  return (
    <Sheet title={t('slip.registration')} held={held} pupil={pupil}>
      <Typography variant="h3" component="h3" sx={{ mt: 2, color: 'inherit' }}>{t('slip.rules')}（{t('slip.version', { version: consentVersions.child })}）</Typography>
      <Typography>{t('consentTexts.child')}</Typography>
      <Typography sx={{ mt: 1, overflowWrap: 'anywhere' }}>{t('slip.privacy', { version: consentVersions.privacy, url: `${window.location.origin}/privacy` })}</Typography>
      <Line label={t('slip.guardian')} value={pupil?.guardian?.name ?? null} />
      <Line label={t('slip.relation')} />
      <Line label={t('slip.phone')} />
      <Typography sx={{ mt: 2 }}>{t('slip.consent')}</Typography>
      <Typography>□ {t('slip.adult')}</Typography>
    </Sheet>
  );
};

const Consent = ({ held, pupil, activity, risk }: { held: PupilClass; pupil: Pupil | null; activity: Activity; risk: RiskText }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  return (
    <Sheet title={t('slip.activity')} held={held} pupil={pupil}>
      <Line label={t('slip.title')} value={activity.title} />
      <Line label={t('slip.time')} value={activity.shifts.filter(({ cancelled }) => !cancelled).map(({ startsAt }) => instant(startsAt)).join('；')} />
      <Line label={t('slip.place')} value={activity.place} />
      <Line label={t('slip.insurance')} value={t(`terms.insurances.${risk.insurance}`)} />
      <Typography variant="h3" component="h3" sx={{ mt: 2, color: 'inherit' }}>{t('slip.risk')}（{t('slip.riskCode')} <b>{risk.hash.slice(0, 8).toUpperCase()}</b>）</Typography>
      <Typography sx={{ whiteSpace: 'pre-line' }}>{risk.text}</Typography>
      <Typography sx={{ mt: 2 }}>{t('slip.agree')}</Typography>
      <Typography>□ {t('slip.accompanies')}</Typography>
      <Typography>□ {t('slip.stays')}</Typography>
    </Sheet>
  );
};

/** Slips to print, one page for each pupil that still needs one, and a blank one: to register, or for one activity. */
const SlipsPage = () => {
  const { id = '', activityId } = useParams();
  const t = useTranslate();
  const held = useApi(['class', id], () => api.getClass({ params: { id } }));
  const roll = useApi(['pupils', id], () => api.listPupils({ params: { id } }));
  const about = useApi(['class-slip', activityId ?? ''], async () => ({ activity: await api.getActivity({ params: { id: activityId ?? '' } }), risk: await api.getRiskText({ params: { id: activityId ?? '' } }) }), { enabled: activityId !== undefined });
  return (
    <>
      {paperOnly}
      <Box sx={{ '@media print': { display: 'none' } }}>
        <PageHeader title={t(activityId ? 'slip.activity' : 'slip.registration')} subtitle={t('admin.classes.print_hint')} back={{ to: `/classes/${id}`, label: 'admin.classes.title' }} actions={<Button variant="contained" startIcon={<Print />} onClick={() => window.print()}>{t('admin.classes.print_now')}</Button>} />
      </Box>
      {about.error ? <EmptyState title="admin.classes.no_activity" /> : (
        <Loaded query={held} rows={4}>
          {(one) => (
            <Loaded query={roll} rows={4}>
              {({ data }) => {
                if (activityId && !about.data) return null;
                const pupils = data.filter(({ state }) => (activityId ? state === 'registered' : state === 'listed' || state === 'scanned'));
                return [...pupils, null].map((pupil) => (activityId && about.data ? <Consent key={pupil?.id ?? ''} held={one} pupil={pupil} {...about.data} /> : <Registration key={pupil?.id ?? ''} held={one} pupil={pupil} />));
              }}
            </Loaded>
          )}
        </Loaded>
      )}
    </>
  );
};
export default SlipsPage;

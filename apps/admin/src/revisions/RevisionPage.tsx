import type { PlanRevisionDetail } from '@kepu/contracts';
import { can, planRevisionLifecycle } from '@kepu/domain';
import Download from '@mui/icons-material/DownloadOutlined';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { api } from '../providers/api.js';
import { OfPlan } from '../plans/OfPlan.js';
import { useMay } from '../providers/session.js';
import { LoadedPage } from '../ui/LoadedPage.js';
import { PageHeader } from '../ui/PageHeader.js';
import { StateChip } from '../ui/StateChip.js';
import { saveFile } from '../ui/download.js';
import { useFormat } from '../ui/format.js';
import { useRun } from '../ui/useRun.js';
import { RevisionBar } from './RevisionBar.js';
import { RevisionFacts } from './RevisionFacts.js';
import { RevisionLines } from './RevisionLines.js';
import type { LineChoice } from './revisionLines.js';
import { useDecide, useRevision } from './useRevision.js';

const Body = ({ revision }: { revision: PlanRevisionDetail }) => {
  const may = useMay();
  const [only, setOnly] = useState<LineChoice>('all');
  const { decide, attempt } = useDecide(revision.id);
  const editable = can(planRevisionLifecycle, revision.state, 'decide') && may('plan:write');
  const toUndecided = () => {
    setOnly('undecided');
    document.getElementById('lines')?.scrollIntoView?.({ block: 'start' });
  };
  return (
    <>
      {/* What was saved elsewhere comes into the form; what is decided below leaves it alone. */}
      {editable && <RevisionFacts key={JSON.stringify([revision.title, revision.docNumber, revision.issuedOn])} revision={revision} attempt={attempt} />}
      <RevisionLines revision={revision} only={only} onOnly={setOnly} decide={editable ? decide : null} />
      <RevisionBar revision={revision} onUndecided={toUndecided} />
    </>
  );
};

/** A new paper beside the plan in force: item by item what changes, decided, issued; later to be read. */
const RevisionPage = () => {
  const { id = '' } = useParams();
  const t = useTranslate();
  const may = useMay();
  const { day, instant } = useFormat();
  const { run, pending } = useRun();
  const query = useRevision(id);
  return (
    <LoadedPage query={query} list={{ to: '/plans', label: 'admin.plans.title' }}>
      {(revision) => (
        <OfPlan id={revision.planId}>
          <PageHeader
            title={revision.title} back={{ to: `/plans/${revision.planId}`, label: 'admin.plans.title' }} mark={<StateChip of="planRevisionStates" state={revision.state} />}
            subtitle={[
              t('admin.revisions.edition', { edition: revision.edition }), revision.docNumber, revision.issuedOn ? day(revision.issuedOn, true) : null,
              revision.issuedAt ? t('admin.revisions.issued_on', { when: instant(revision.issuedAt) }) : `${t('admin.revisions.drafted', { day: instant(revision.createdAt) })} · ${revision.createdBy}`,
            ].filter(Boolean).join(' · ')}
            actions={may('plan:export') && <Button variant="outlined" startIcon={<Download />} disabled={pending} onClick={() => void run(async () => saveFile(await api.exportPlanRevision({ params: { id } }), `${revision.title}.xlsx`))}>{t('admin.revisions.export')}</Button>}
          />
          <Body revision={revision} />
        </OfPlan>
      )}
    </LoadedPage>
  );
};
export default RevisionPage;

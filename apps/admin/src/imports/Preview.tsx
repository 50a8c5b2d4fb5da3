import type { ImportItem, PlanImport } from '@kepu/contracts';
import { planImportLifecycle, can } from '@kepu/domain';
import { Alert } from '@mui/material';
import { useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useMay } from '../providers/session.js';
import { Figure, Figures, Panel } from '../ui/Panels.js';
import { DecisionBar } from './DecisionBar.js';
import { ItemDialog } from './ItemDialog.js';
import { OpenNames } from './OpenNames.js';
import { PaperFacts } from './PaperFacts.js';
import { PreviewItems } from './PreviewItems.js';
import { Warnings } from './Warnings.js';
import { openNames } from './preview.js';

/** What was read, beside where it stood; corrected here, then taken in whole or set aside. */
export const Preview = ({ value }: { value: PlanImport }) => {
  const t = useTranslate();
  const may = useMay();
  const editable = can(planImportLifecycle, value.state, 'commit') && may('plan-import:write');
  const [target, setTarget] = useState<{ position: number; turn: number } | null>(null);
  const [edited, setEdited] = useState<ImportItem | null>(null);
  const turn = useRef(0);
  const jump = (position: number) => setTarget({ position, turn: ++turn.current });
  const names = openNames(value);
  const { summary } = value;
  return (
    <>
      {value.state === 'discarded' && <Alert severity="info" sx={{ mb: 2 }}>{t('admin.imports.discarded_hint')}</Alert>}
      <Panel id="counts" title={t('admin.imports.counts')}>
        <Figures>
          <Figure value={summary.units} label="admin.plans.units" />
          <Figure value={summary.programmes} label="admin.plans.programmes" />
          <Figure value={summary.cells} label="admin.plans.cells" />
          <Figure value={summary.items} label="admin.plans.items" />
          <Figure value={summary.targets} label="admin.plans.targets" />
          <Figure value={summary.warnings} label="admin.imports.warnings" {...(summary.warnings > 0 ? { tone: 'waiting' as const } : {})} />
        </Figures>
      </Panel>
      {/* A new version brings new defaults into the forms. */}
      <PaperFacts key={`paper-${value.version}`} value={value} editable={editable} />
      {names.length > 0 && <OpenNames value={value} names={names} editable={editable} onJump={jump} />}
      {value.warnings.length > 0 && <Warnings importId={value.id} warnings={value.warnings} onJump={jump} />}
      <PreviewItems items={value.items} editable={editable} target={target} onEdit={setEdited} />
      {editable && <DecisionBar value={value} open={names.length} />}
      {edited && <ItemDialog importId={value.id} version={value.version} item={edited} onClose={() => setEdited(null)} />}
    </>
  );
};

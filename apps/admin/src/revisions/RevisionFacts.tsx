import type { PlanRevision } from '@kepu/contracts';
import { Alert, Box, Button } from '@mui/material';
import { useState } from 'react';
import { Form, useTranslate } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import { formErrors, messageOf } from '../providers/problem.js';
import { Panel } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';
import { DayInput, LineInput } from '../ui/inputs.js';
import { missingOf } from './revisionLines.js';
import type { Decision } from './useRevision.js';

const orNull = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);

/** What the new paper says of itself. An edition is issued under a number and a date of its own. */
export const RevisionFacts = ({ revision, attempt }: { revision: PlanRevision; attempt: (decision: Decision, success: string) => Promise<void> }) => {
  const t = useTranslate();
  const { list } = useFormat();
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { title, docNumber, issuedOn } = revision;
  const missing = missingOf(revision);
  const save = async (values: FieldValues) => {
    setRefusal(null);
    setPending(true);
    try {
      await attempt({ title: String(values['title'] ?? ''), docNumber: orNull(values['docNumber']), issuedOn: orNull(values['issuedOn']) }, 'admin.shell.saved');
      return undefined;
    } catch (error) {
      setRefusal(t(messageOf(error), { _: messageOf(error) }));
      return formErrors(error);
    } finally {
      setPending(false);
    }
  };
  return (
    <Panel id="revision-paper" title={t('admin.revisions.paper')}>
      <Form onSubmit={save} defaultValues={{ title, docNumber, issuedOn }} noValidate disableInvalidFormNotification>
        {missing.length > 0 && <Alert severity="warning" sx={{ mb: 1 }}>{t('admin.revisions.wait_missing', { fields: list(missing.map((field) => t(`terms.paperFields.${field}`))) })}</Alert>}
        {refusal && <Alert severity="error" sx={{ mb: 1 }}>{refusal}</Alert>}
        <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', lg: '2fr 1fr 1fr' } }}>
          <Box sx={{ gridColumn: { sm: '1 / -1', lg: 'auto' } }}><LineInput source="title" label="terms.paperFields.title" isRequired /></Box>
          <LineInput source="docNumber" label="terms.paperFields.docNumber" />
          <DayInput source="issuedOn" label="terms.paperFields.issuedOn" />
        </Box>
        <Button type="submit" variant="outlined" disabled={pending} sx={{ mt: 1 }}>{t('admin.revisions.paper_save')}</Button>
      </Form>
    </Panel>
  );
};

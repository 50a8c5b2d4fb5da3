import type { PlanImport } from '@kepu/contracts';
import { Alert, Box, Button } from '@mui/material';
import { useState } from 'react';
import { Form, NumberInput, useTranslate } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import { ApiProblem } from '@kepu/api-client/slim';
import { api } from '../providers/api.js';
import { fieldErrors, messageOf, type FieldErrors } from '../providers/problem.js';
import { Facts, Panel } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';
import { DayInput, LineInput } from '../ui/inputs.js';
import { useRun } from '../ui/useRun.js';

const fields = ['title', 'docNumber', 'issuer', 'year', 'issuedOn'] as const;

/** What the paper says of itself; what it does not say is asked for here. */
export const PaperFacts = ({ value, editable }: { value: PlanImport; editable: boolean }) => {
  const t = useTranslate();
  const { day, list } = useFormat();
  const { attempt, pending } = useRun();
  const [refusal, setRefusal] = useState<string | null>(null);
  const missing = fields.filter((field) => value.paper[field] === null);
  const save = async (values: FieldValues) => {
    const paper = Object.fromEntries(fields.map((field) => [field, values[field] === '' || values[field] === undefined ? null : (values[field] as string | number | null)]));
    setRefusal(null);
    try {
      await attempt(() => api.updatePlanImport({ params: { id: value.id }, body: { version: value.version, paper } }), { success: 'admin.shell.saved' });
      return undefined;
    } catch (error) {
      const message = messageOf(error);
      setRefusal(t(message, { _: message }));
      return error instanceof ApiProblem ? (fieldErrors(error.problem)['paper'] as FieldErrors | undefined) : undefined;
    }
  };
  return (
    <Panel id="paper" title={t('admin.imports.paper')}>
      {editable ? (
        <Form onSubmit={save} defaultValues={value.paper} noValidate disableInvalidFormNotification>
          {missing.length > 0 && <Alert severity="warning" sx={{ mb: 1 }}>{t('admin.imports.missing', { fields: list(missing.map((field) => t(`terms.paperFields.${field}`))) })}</Alert>}
          {refusal && <Alert severity="error" sx={{ mb: 1 }}>{refusal}</Alert>}
          <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', md: '2fr 1.2fr 1.6fr' } }}>
            <Box sx={{ gridColumn: { md: '1 / -1' } }}><LineInput source="title" label="terms.paperFields.title" /></Box>
            <LineInput source="issuer" label="terms.paperFields.issuer" />
            <LineInput source="docNumber" label="terms.paperFields.docNumber" />
            <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: '7rem 1fr' }}>
              <NumberInput source="year" label="terms.paperFields.year" helperText={false} />
              <DayInput source="issuedOn" label="terms.paperFields.issuedOn" />
            </Box>
          </Box>
          <Button type="submit" variant="outlined" disabled={pending} sx={{ mt: 1 }}>{t('admin.imports.save_paper')}</Button>
        </Form>
      ) : (
        <Facts rows={fields.map((field) => [`terms.paperFields.${field}`, field === 'issuedOn' ? day(value.paper.issuedOn, true) : value.paper[field] ?? t('admin.shell.none')] as const)} />
      )}
    </Panel>
  );
};

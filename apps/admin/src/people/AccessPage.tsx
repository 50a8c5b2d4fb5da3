import type { AccessExplanation, AccessSubject } from '@kepu/contracts';
import CheckCircle from '@mui/icons-material/CheckCircleOutlined';
import Block from '@mui/icons-material/Block';
import { Alert, Box, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { AutocompleteInput, Form, ReferenceInput, required, SelectInput, useTranslate } from 'react-admin';
import { useWatch, type FieldValues } from 'react-hook-form';
import { useSearchParams } from 'react-router-dom';
import { api } from '../providers/api.js';
import { PageHeader } from '../ui/PageHeader.js';
import { Loaded, Panel } from '../ui/Panels.js';
import { useApi } from '../ui/useApi.js';
import { words } from '../ui/words.js';
import { useScopeName } from './scope.js';

const find = (q: string) => ({ q });
/** Drafts too: they are what people ask about. */
const managed = { managed: true, from: '2000-01-01' };
const none = {};
interface Named { name?: string; title?: string; text?: string; unit?: { name: string } | null }
/** Lists in which the thing is looked for. Items are many and live below their plan: they are reached from their own page. */
const resources: Partial<Record<AccessSubject, string>> = { activity: 'activities', work_entry: 'work-entries', volunteer: 'volunteers', plan: 'plans', unit: 'units' };
const nameOf = ({ name, title, text, unit }: Named): string => [name ?? title ?? text ?? '', unit?.name].filter(Boolean).join(' · ');

const ThingInput = () => {
  const kind: unknown = useWatch({ name: 'kind' });
  const reference = typeof kind === 'string' ? resources[kind as AccessSubject] : undefined;
  if (!reference) return null;
  return (
    <ReferenceInput key={reference} source="id" reference={reference} filter={reference === 'activities' ? managed : none}>
      <AutocompleteInput label="admin.access.thing" optionText={nameOf} filterToQuery={find} helperText={false} validate={required()} />
    </ReferenceInput>
  );
};

/** The answer, step by step; what stands in the way says what to do. */
const Explanation = ({ answer }: { answer: AccessExplanation }) => {
  const t = useTranslate();
  const scopeName = useScopeName();
  const first = answer.checks.find(({ ok }) => !ok);
  const words = { name: answer.person.name, thing: answer.subject.name };
  return (
    <Panel id="answer" title={t(answer.sees ? 'admin.access.sees' : 'admin.access.sees_not', words)}>
      <Typography color="textSecondary" sx={{ mb: 1 }}>{[t('admin.access.needs', { permission: t(`terms.permissions.${answer.permission.replace(':', '_')}`) }), ...(answer.subject.unit ? [t('admin.access.unit', { unit: answer.subject.unit.name })] : [])].join(' · ')}</Typography>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {answer.checks.filter(({ ok }) => !(answer.sees && !ok)).map(({ check, ok, grants }) => (
          <Stack component="li" key={check} direction="row" sx={{ gap: 1, py: 0.75, alignItems: 'flex-start' }}>
            {ok ? <CheckCircle color="success" aria-hidden /> : <Block color="error" aria-hidden />}
            <Box>
              <Typography sx={{ fontWeight: 600 }}>{t(`admin.access.checks.${check}`)}{t('admin.shell.aside', { text: t(ok ? 'documents.yes' : 'documents.no') })}</Typography>
              {grants.map((grant) => <Typography key={grant.id} color="textSecondary">{t(`terms.roles.${grant.role}`)} · {scopeName(grant.scope)}</Typography>)}
            </Box>
          </Stack>
        ))}
      </Box>
      {!answer.sees && first && <Alert severity="warning" sx={{ mt: 1 }}>{t(`admin.access.remedies.${first.check}`)}</Alert>}
    </Panel>
  );
};

const Answer = ({ accountId, kind, id }: { accountId: string; kind: AccessSubject; id: string }) => {
  const query = useApi(['access', accountId, kind, id], () => api.explainAccess({ query: { accountId, kind, id } }));
  return <Loaded query={query} rows={4}>{(answer) => <Explanation answer={answer} />}</Loaded>;
};

/** Why somebody does not see a thing: asked of the system itself, with that person's rights. */
const AccessPage = () => {
  const t = useTranslate();
  const [search, setSearch] = useSearchParams();
  const [asked, setAsked] = useState(0);
  const accountId = search.get('person') ?? '';
  const kind = (search.get('kind') ?? '') as AccessSubject | '';
  const id = search.get('id') ?? '';
  const choices = words.accessSubjects.filter((choice) => choice.id in resources);
  return (
    <Box sx={{ maxWidth: 960 }}>
      <PageHeader title={t('admin.access.title')} subtitle={t('admin.access.subtitle')} back={{ to: '/grants', label: 'admin.menu.grants' }} />
      <Panel id="question" title={t('admin.access.ask')}>
        <Form
          defaultValues={{ accountId: accountId || null, kind: kind || 'activity', id: id || null }} noValidate
          onSubmit={(values: FieldValues) => { setSearch({ person: String(values['accountId']), kind: String(values['kind']), id: String(values['id']) }, { replace: true }); setAsked(asked + 1); }}
        >
          <ReferenceInput source="accountId" reference="accounts" sort={{ field: 'name', order: 'ASC' }}>
            <AutocompleteInput label="admin.access.person" optionText="name" filterToQuery={find} helperText={false} validate={required()} />
          </ReferenceInput>
          <SelectInput source="kind" label="admin.access.kind" choices={choices} helperText={false} validate={required()} />
          <ThingInput />
          <Button type="submit" variant="contained" sx={{ mt: 1 }}>{t('admin.access.ask')}</Button>
        </Form>
      </Panel>
      {accountId && kind && id ? <Answer key={`${accountId} ${id} ${asked}`} accountId={accountId} kind={kind} id={id} /> : <Typography color="textSecondary">{t('admin.access.pick')}</Typography>}
    </Box>
  );
};
export default AccessPage;

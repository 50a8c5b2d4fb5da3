import type { Prompt } from '@kepu/contracts';
import { Box, Link as MuiLink, Stack, Typography } from '@mui/material';
import { useEffect } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { LightReasons } from '../lights/LightReasons.js';
import { LightChip } from '../lights/LightChip.js';
import { api } from '../providers/api.js';
import { History } from '../ui/History.js';
import { LoadedPage } from '../ui/LoadedPage.js';
import { PageHeader } from '../ui/PageHeader.js';
import { Loaded, Panel } from '../ui/Panels.js';
import { Mark, StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { PromptActions } from './PromptActions.js';

/** Who did what with it, in the order in which it happened. */
const Course = ({ prompt }: { prompt: Prompt }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  const { written, approved, turnedDown, sent, read, closed, before, after, kind } = prompt;
  const said = (key: string, act: { by: string; at: string } | null, more: Record<string, string> = {}): string[] => (act === null ? [] : [t(`admin.prompts.${key}`, { name: act.by, at: instant(act.at), ...more })]);
  const lines = [
    ...said('written_by', written), ...said('turned_down_by', turnedDown, { reason: turnedDown?.reason ?? '' }), ...said('approved_by', approved), ...said('sent_by', sent), ...(sent && read === null && prompt.state === 'sent' && !prompt.mayReply ? [t('admin.prompts.unread')] : said('read_by', read)), ...said('closed_by', closed), ...(closed?.note ? [closed.note] : []),
    ...(prompt.endedReason === null ? [] : [t('admin.prompts.ended', { reason: prompt.endedReason })]),
  ];
  return (
    <Box sx={{ mt: 1.5 }}>
      {lines.map((line) => <Typography key={line} color="textSecondary">{line}</Typography>)}
      {before && <MuiLink component={Link} to={`/prompts/${before.id}`}>{t('admin.prompts.before', { number: before.number ?? t('admin.prompts.the_letter') })}</MuiLink>}
      {after && <MuiLink component={Link} to={`/prompts/${after.id}`}>{t('admin.prompts.after', { number: after.number ?? t(kind === 'letter' ? 'admin.prompts.the_order' : 'admin.prompts.the_letter') })}</MuiLink>}
    </Box>
  );
};

const Replies = ({ prompt }: { prompt: Prompt }) => {
  const t = useTranslate();
  const { instant, day, colon } = useFormat();
  if (prompt.sent === null) return null;
  return (
    <Panel id="replies" title={t('admin.prompts.replies')}>
      {prompt.replies.length === 0 && <Typography color="textSecondary">{t('admin.prompts.no_reply')}</Typography>}
      {prompt.replies.map((reply) => (
        <Box component="article" key={reply.id} sx={{ py: 1.5, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
          <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
            <Typography component="span" sx={{ fontWeight: 600 }}>{t('admin.prompts.reply_by_of', { name: reply.by, at: instant(reply.at) })}</Typography>
            {reply.late && <Mark tone="wrong">{t('admin.prompts.late')}</Mark>}
            {reply.takenBack && <Mark tone="quiet">{t('admin.prompts.reply_taken_back')}</Mark>}
            {reply.newDay && <Typography component="span" color="textSecondary">{t('admin.prompts.promised', { day: day(reply.newDay) })}</Typography>}
          </Stack>
          <Typography sx={{ whiteSpace: 'pre-line' }}>{colon(t('admin.prompts.reply_reason'))}{reply.reason}</Typography>
          <Typography sx={{ whiteSpace: 'pre-line' }}>{colon(t('admin.prompts.reply_measures'))}{reply.measures}</Typography>
          {reply.returned && <Typography sx={{ mt: 0.5 }}>{t('admin.prompts.reply_returned', { name: reply.returned.by, at: instant(reply.returned.at), reason: reply.returned.reason })}</Typography>}
        </Box>
      ))}
    </Panel>
  );
};

const Body = ({ prompt }: { prompt: Prompt }) => {
  const t = useTranslate();
  const { id, state, mayReply, read } = prompt;
  const unread = state === 'sent' && mayReply && read === null;
  // Opened is read (已阅); whether that was heard changes nothing on this page.
  useEffect(() => { if (unread) void api.readPrompt({ params: { id } }).catch(() => undefined); }, [unread, id]);
  const history = useApi(['prompt-history', id, prompt.version], () => api.getPromptHistory({ params: { id } }));
  return (
    <>
      <PromptActions prompt={prompt} />
      <Panel id="letter" title={t(`terms.promptKinds.${prompt.kind}`)}>
        <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{prompt.text}</Typography>
        {prompt.replyUncertain && <Typography color="textSecondary">{t('admin.prompts.uncertain')}</Typography>}
        <Course prompt={prompt} />
      </Panel>
      <Replies prompt={prompt} />
      <Panel id="items" title={t('admin.prompts.items')}>
        <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 1.5 }}>
          {prompt.items.map((item) => (
            <li key={item.assignmentId}>
              <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
                <LightChip light={item.light} />
                <MuiLink component={Link} to={`/items/${item.itemId}`}>{t('admin.items.title', { year: prompt.plan.year, seq: item.seq })}</MuiLink>
                <Typography component="span" color="textSecondary">{item.programme}</Typography>
              </Stack>
              <Typography sx={{ overflowWrap: 'anywhere' }}>{item.text}</Typography>
              <LightReasons reasons={item.reasons} />
            </li>
          ))}
        </Stack>
      </Panel>
      <Panel id="history" title={t('admin.shell.history')}><Loaded query={history}>{({ data }) => <History entries={data} of="promptStates" />}</Loaded></Panel>
    </>
  );
};

/** One letter or order: what it says, what it is about, what was replied, and what can be done about it. */
const PromptPage = () => {
  const { id = '' } = useParams();
  const t = useTranslate();
  const { day } = useFormat();
  const query = useApi(['prompt', id], () => api.getPrompt({ params: { id } }));
  return (
    <LoadedPage query={query} list={{ to: '/prompts', label: 'admin.prompts.title' }}>
      {(prompt) => (
        <>
          <PageHeader
            title={prompt.title} back={{ to: '/prompts', label: 'admin.prompts.title' }} mark={<><StateChip of="promptStates" state={prompt.state} />{prompt.overdue && <Mark tone="wrong">{t('admin.prompts.overdue_mark')}</Mark>}</>}
            subtitle={[prompt.number ?? t('admin.prompts.unnumbered'), prompt.unit.name, t('admin.prompts.reply_by', { day: day(prompt.replyBy) })].join(' · ')}
          />
          <Body prompt={prompt} />
        </>
      )}
    </LoadedPage>
  );
};
export default PromptPage;

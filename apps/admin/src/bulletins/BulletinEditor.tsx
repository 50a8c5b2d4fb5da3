import type { Bulletin, BulletinWord } from '@kepu/contracts';
import Add from '@mui/icons-material/Add';
import ArrowDownward from '@mui/icons-material/ArrowDownward';
import ArrowUpward from '@mui/icons-material/ArrowUpward';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import { Alert, Autocomplete, Box, Button, IconButton, Stack, TextField, Tooltip, Typography } from '@mui/material';
import { useRef, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { isStale, messageOf } from '../providers/problem.js';
import { Loaded, Panel } from '../ui/Panels.js';
import { useApi } from '../ui/useApi.js';
import { useKeptWork } from '../ui/useKeptWork.js';
import { useRun } from '../ui/useRun.js';

interface Draft { key: number; heading: string; text: string }
interface Work { readonly base: number; readonly title: string; readonly sections: readonly Draft[] }
const parts = ['progress', 'problems', 'nextStep'] as const;

/** What units have reported, to be quoted into the section that is written. */
const Words = ({ bulletin, onQuote }: { bulletin: Bulletin; onQuote: (text: string) => void }) => {
  const t = useTranslate();
  const [part, setPart] = useState<(typeof parts)[number]>('progress');
  const query = useApi(['bulletin-words', bulletin.id, bulletin.from, bulletin.to, part], () => api.listBulletinWords({ params: { id: bulletin.id }, query: { part, perPage: 200 } }));
  const quote = (word: BulletinWord): string => t('documents.bulletinText_problem', { unit: word.unit.name, text: (word[part] ?? '').replaceAll(/[{}]/gu, '') });
  return (
    <Panel id="words" title={t('admin.bulletins.words')}>
      <Typography color="textSecondary" sx={{ mb: 1 }}>{t('admin.bulletins.words_hint')}</Typography>
      <Stack direction="row" role="group" aria-label={t('admin.bulletins.words_part')} sx={{ gap: 1, mb: 1 }}>
        {parts.map((one) => <Button key={one} variant={one === part ? 'contained' : 'outlined'} aria-pressed={one === part} onClick={() => setPart(one)}>{t(`admin.bulletins.${one}`)}</Button>)}
      </Stack>
      <Loaded query={query} rows={3}>
        {({ data }) => (data.length === 0 ? <Typography color="textSecondary">{t('admin.bulletins.words_none')}</Typography> : (
          <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, maxHeight: 420, overflowY: 'auto' }}>
            {data.map((word) => (
              <Box component="li" key={`${word.unit.id} ${word.itemId} ${word.period}`} sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
                <Typography sx={{ fontWeight: 600 }}>{word.unit.name} · {word.period}</Typography>
                <Typography sx={{ overflowWrap: 'anywhere' }}>{word[part]}</Typography>
                <Button onClick={() => onQuote(quote(word))}>{t('admin.bulletins.quote')}</Button>
              </Box>
            ))}
          </Stack>
        ))}
      </Loaded>
    </Panel>
  );
};

/** The words of a draft, section by section. A number is put in by its name, and what somebody else saved meanwhile is written over by nobody. */
export const BulletinEditor = ({ bulletin, onDone }: { bulletin: Bulletin; onDone: () => void }) => {
  const t = useTranslate();
  const notify = useNotify();
  const { attempt, pending } = useRun();
  // As it was when the writing began: what is read anew meanwhile changes nothing here, and what is typed stays in the tab.
  const { typed, setTyped, restored } = useKeptWork<Work>(`bulletin-${bulletin.id}`);
  const [begun] = useState<Work>(() => ({ base: bulletin.version, title: bulletin.title, sections: bulletin.sections.map((section, key) => ({ key, ...section })) }));
  const { base, title, sections } = typed ?? begun;
  const latest = useRef({ base, title, sections });
  latest.current = { base, title, sections };
  const put = (changes: Partial<Work>): void => { latest.current = { ...latest.current, ...changes }; setTyped(latest.current); };
  const setTitle = (next: string): void => put({ title: next });
  const setSections = (next: (all: readonly Draft[]) => readonly Draft[]): void => put({ sections: next(latest.current.sections) });
  const [writing, setWriting] = useState(0);
  const [refusal, setRefusal] = useState<{ text: string; stale: boolean } | null>(null);
  const boxes = useRef(new Map<number, HTMLTextAreaElement>());
  const next = useRef(Math.max(0, ...sections.map(({ key }) => key)) + 1);
  const changed = typed !== null;
  const change = (key: number, changes: Partial<Draft>): void => setSections((all) => all.map((one) => (one.key === key ? { ...one, ...changes } : one)));
  const move = (at: number, by: number): void => setSections((all) => {
    const [from, to] = [all[at], all[at + by]];
    return from && to ? all.map((one, index) => (index === at ? to : index === at + by ? from : one)) : all;
  });
  const current = sections.find(({ key }) => key === writing) ?? sections[0];
  const insert = (name: string): void => {
    if (!current) return;
    const box = boxes.current.get(current.key);
    const at = box?.selectionStart ?? current.text.length;
    change(current.key, { text: `${current.text.slice(0, at)}{${name}}${current.text.slice(box?.selectionEnd ?? at)}` });
    box?.focus();
  };
  const save = async (): Promise<void> => {
    setRefusal(null);
    try {
      await attempt(() => api.updateBulletin({ params: { id: bulletin.id }, body: { version: base, title, sections: sections.map(({ heading, text }) => ({ heading, text })) } }), { success: 'admin.bulletins.saved' });
      setTyped(null);
      onDone();
    } catch (error) {
      const message = messageOf(error);
      const stale = isStale(error);
      setRefusal({ text: stale ? t('admin.bulletins.stale') : t(message, { _: message }), stale });
    }
  };
  const leave = (): void => {
    if (changed && !window.confirm(t('admin.bulletins.leave'))) return;
    setTyped(null);
    onDone();
  };
  return (
    <>
      {restored && <Alert severity="info" sx={{ mb: 2 }}>{t('admin.bulletins.restored')}</Alert>}
      <Panel>
        <TextField fullWidth label={t('admin.bulletins.field_title')} value={title} onChange={(event) => setTitle(event.target.value)} required sx={{ mb: 2 }} />
        <Box sx={{ position: 'sticky', top: 56, zIndex: 2, backgroundColor: 'background.paper', py: 1 }}>
          <Autocomplete
            options={bulletin.figures} getOptionLabel={({ name }) => name} getOptionKey={({ key }) => key} value={null} blurOnSelect clearOnBlur noOptionsText={t('admin.bulletins.insert_none')}
            onChange={(_, figure) => { if (figure) insert(figure.name); }} renderOption={({ key, ...props }, { name, shown }) => <li key={key} {...props}><span>{name}</span><Box component="span" sx={{ ml: 'auto', pl: 2, fontVariantNumeric: 'tabular-nums' }}>{shown}</Box></li>}
            renderInput={(props) => <TextField {...props} size="small" label={t('admin.bulletins.insert')} placeholder={t('admin.bulletins.insert_find')} helperText={t('admin.bulletins.text_hint')} />}
          />
        </Box>
        {sections.map(({ key, heading, text }, at) => (
          <Box component="fieldset" key={key} sx={{ border: 0, m: 0, p: 0, mt: 2 }}>
            <Stack direction="row" sx={{ gap: 1, alignItems: 'center', mb: 1 }}>
              <TextField size="small" label={t('admin.bulletins.heading')} value={heading} onChange={(event) => change(key, { heading: event.target.value })} required sx={{ flex: 1 }} />
              <Tooltip title={t('admin.bulletins.move_up')}><span><IconButton aria-label={t('admin.bulletins.move_up')} disabled={at === 0} onClick={() => move(at, -1)}><ArrowUpward /></IconButton></span></Tooltip>
              <Tooltip title={t('admin.bulletins.move_down')}><span><IconButton aria-label={t('admin.bulletins.move_down')} disabled={at === sections.length - 1} onClick={() => move(at, 1)}><ArrowDownward /></IconButton></span></Tooltip>
              <Tooltip title={t('admin.bulletins.remove_section')}><span><IconButton aria-label={t('admin.bulletins.remove_section')} disabled={sections.length === 1} onClick={() => setSections((all) => all.filter((one) => one.key !== key))}><DeleteOutlined /></IconButton></span></Tooltip>
            </Stack>
            <TextField fullWidth multiline minRows={4} label={t('admin.bulletins.text')} value={text} onChange={(event) => change(key, { text: event.target.value })} onFocus={() => setWriting(key)} inputRef={(box: HTMLTextAreaElement | null) => { if (box) boxes.current.set(key, box); else boxes.current.delete(key); }} required />
          </Box>
        ))}
        <Button startIcon={<Add />} sx={{ mt: 1 }} disabled={sections.length >= 20} onClick={() => { const key = next.current; next.current += 1; setSections((all) => [...all, { key, heading: '', text: '' }]); setWriting(key); }}>{t('admin.bulletins.add_section')}</Button>
        {refusal && <Alert severity="error" sx={{ mt: 2 }} action={refusal.stale && <Button color="inherit" onClick={leave}>{t('admin.bulletins.latest')}</Button>}>{refusal.text}</Alert>}
        <Stack direction="row" sx={{ gap: 1, mt: 2 }}>
          <Button variant="contained" disabled={pending || title.trim() === '' || sections.some(({ heading, text }) => heading.trim() === '' || text.trim() === '')} onClick={() => void save()}>{t('admin.bulletins.save')}</Button>
          <Button disabled={pending} onClick={leave}>{t('admin.bulletins.cancel')}</Button>
        </Stack>
      </Panel>
      <Words bulletin={bulletin} onQuote={(text) => { if (current) { change(current.key, { text: `${current.text.trimEnd()}\n${text}` }); notify('admin.bulletins.quoted', { messageArgs: { heading: current.heading } }); } }} />
    </>
  );
};

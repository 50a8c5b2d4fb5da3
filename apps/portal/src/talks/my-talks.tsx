import type { MyTalk, MyTalks, PublicDictionary } from '@kepu/contracts';
import { act, fill } from '../account/me/own.js';
import { attachForm } from '../account/forms.js';
import { talkEquipment, talkLanguages } from '../choices.js';
import { draw, part } from '../dom/draw.js';
import { newKey, type Browser } from '../islands/browser.js';
import { Chip } from '../layout/chip.js';
import { Icon } from '../layout/icon.js';
import { Verbatim } from '../layout/verbatim.js';
import { Choice, Field, Group } from '../register/fields.js';
import { showAllWrong } from '../register/form.js';
import { pathOf } from '../routes.js';

interface Here extends Browser { readonly host: HTMLElement; readonly announce: (text: string) => void; readonly dictionary: () => Promise<PublicDictionary> }
const looks = { draft: { tone: 'calm', icon: 'info' }, submitted: { tone: 'wait', icon: 'clock' }, returned: { tone: 'wrong', icon: 'alert' }, published: { tone: 'good', icon: 'check' }, withdrawn: { tone: 'calm', icon: 'cross' } } as const;
const months = Array.from({ length: 12 }, (_, index) => index + 1);
const TOPICS = 3;
const SUMMARY = 1000;

const Checks = ({ name, values, chosen, text, locale }: { readonly name: string; readonly values: readonly string[]; readonly chosen: readonly string[]; readonly text: (value: string) => string; readonly locale: Browser['locale'] }) => (
  <div className="choices">{values.map((value) => <Choice key={value} type="checkbox" name={name} value={value} text={text(value)} locale={locale} checked={chosen.includes(value)} />)}</div>
);

const TalkForm = ({ given, pools, dictionary: { topics, audiences }, here: { words, locale } }: { readonly given: MyTalk | null; readonly pools: MyTalks['pools']; readonly dictionary: PublicDictionary; readonly here: Here }) => {
  const lowest = topics.flatMap(({ id, name, children }) => (children.length > 0 ? children : [{ id, name }]));
  const ids = (all: readonly { readonly id: string }[] = []): string[] => all.map(({ id }) => id);
  const nameOf = (all: readonly { readonly id: string; readonly name: string }[]) => (value: string): string => all.find(({ id }) => id === value)?.name ?? '';
  return (
    <form className="form" noValidate>
      <h2 tabIndex={-1}>{given ? <Verbatim text={given.title} locale={locale} /> : words('myTalks.add')}</h2>
      {given?.state === 'published' && <p className="note note-wait"><Icon name="alert" /><span>{words('myTalks.edit_published')}</span></p>}
      {!given && (pools.length > 1 ? <Field name="poolId" label={words('myTalks.pool')}><select id="poolId" name="poolId">{pools.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</select></Field> : <input type="hidden" name="poolId" value={pools[0]?.id ?? ''} />)}
      <Field name="title" label={words('myTalks.name')} hint={words('myTalks.name_hint')}><input id="title" name="title" type="text" maxLength={300} defaultValue={given?.title ?? ''} aria-describedby="title-hint title-wrong" /></Field>
      <Field name="summary" label={words('myTalks.summary')} hint={words('myTalks.summary_hint', { count: SUMMARY })}><textarea id="summary" name="summary" rows={5} maxLength={SUMMARY} defaultValue={given?.summary ?? ''} aria-describedby="summary-hint summary-wrong" /></Field>
      <Group name="topicIds" label={words('myTalks.topics', { count: TOPICS })}><Checks name="topicIds" values={ids(lowest)} chosen={ids(given?.topics)} text={nameOf(lowest)} locale={locale} /></Group>
      <Group name="audienceIds" label={words('myTalks.audiences')}><Checks name="audienceIds" values={ids(audiences)} chosen={ids(given?.audiences)} text={nameOf(audiences)} locale={locale} /></Group>
      <Field name="minutes" label={words('myTalks.minutes')}><input id="minutes" name="minutes" type="number" inputMode="numeric" min={10} max={240} defaultValue={String(given?.minutes ?? 60)} aria-describedby="minutes-wrong" /></Field>
      <Field name="mostPeople" label={words('myTalks.most_people')}><input id="mostPeople" name="mostPeople" type="number" inputMode="numeric" min={1} max={5000} defaultValue={given?.mostPeople === null || !given ? '' : String(given.mostPeople)} aria-describedby="mostPeople-wrong" /></Field>
      <Group name="languages" label={words('myTalks.languages')}><Checks name="languages" values={talkLanguages} chosen={given?.languages ?? ['mandarin']} text={(value) => words(`terms.talkLanguages.${value}`)} locale={locale} /></Group>
      <Group name="equipment" label={words('myTalks.equipment')}><Checks name="equipment" values={talkEquipment} chosen={given?.equipment ?? []} text={(value) => words(`terms.talkEquipment.${value}`)} locale={locale} /></Group>
      <Field name="needs" label={words('myTalks.needs')}><textarea id="needs" name="needs" rows={2} maxLength={500} defaultValue={given?.needs ?? ''} aria-describedby="needs-wrong" /></Field>
      <Group name="months" label={words('myTalks.months')} hint={words('myTalks.months_hint')}><Checks name="months" values={months.map(String)} chosen={(given?.months ?? []).map(String)} text={(value) => words('myTalks.month', { month: value })} locale={locale} /></Group>
      {(given?.namesShown ?? pools.some(({ namesShown }) => namesShown)) && <div className="field"><label className="tick"><input type="checkbox" name="nameShown" value="1" defaultChecked={given?.nameShown ?? false} /><span>{words('myTalks.name_shown')}</span></label><p className="hint">{words('myTalks.name_hidden_hint')}</p></div>}
      <div className="form-end"><p className="note note-wrong form-wrong" role="alert" tabIndex={-1} hidden /><p className="ways"><button className="button" type="submit">{words('myTalks.save_submit')}</button><button className="button button-soft save" type="button">{words('myTalks.save')}</button><button className="quiet cancel" type="button">{words('myTalks.cancel')}</button></p></div>
    </form>
  );
};

/** Opens the form in the place of the list; what was sent shows it again. */
const openForm = async (given: MyTalk | null, pools: MyTalks['pools'], here: Here): Promise<void> => {
  const { host, client, words, announce } = here;
  draw(host, <TalkForm given={given} pools={pools} dictionary={await here.dictionary()} here={here} />);
  const form = part<HTMLFormElement>(host, 'form');
  const [key, state] = [newKey(), { submit: true }];
  part(form, '.cancel').addEventListener('click', () => void show(here));
  part(form, '.save').addEventListener('click', () => { state.submit = false; form.requestSubmit(); });
  part(form, 'button[type="submit"]').addEventListener('click', () => { state.submit = true; });
  attachForm(form, here, ['title', 'summary', 'topicIds', 'audienceIds', 'minutes', 'languages'], words('myTalks.saving'), async (value) => {
    const data = new FormData(form);
    const all = (name: string): string[] => data.getAll(name).map(String);
    const topicIds = all('topicIds');
    if (topicIds.length > TOPICS) { showAllWrong(form, new Map([['topicIds', words('myTalks.too_many', { count: TOPICS })]])); return; }
    const content = {
      title: value('title').trim(), summary: value('summary').trim(), topicIds, audienceIds: all('audienceIds'), minutes: Number(value('minutes')), mostPeople: value('mostPeople') === '' ? null : Number(value('mostPeople')), equipment: all('equipment') as MyTalk['equipment'], needs: value('needs').trim() || null,
      languages: all('languages') as MyTalk['languages'], months: all('months').map(Number), nameShown: data.has('nameShown'),
    };
    const saved = given ? await client.updateMyTalk({ params: { id: given.id }, body: { version: given.version, ...content } }) : await client.createMyTalk({ body: { poolId: value('poolId'), ...content }, idempotencyKey: key });
    if (state.submit) await client.submitMyTalk({ params: { id: saved.id }, body: { version: saved.version } });
    await show(here);
    announce(words(state.submit ? 'myTalks.submitted' : 'myTalks.saved'));
  });
  part(form, '[tabindex="-1"]').focus();
};

const Row = ({ talk, pools, here }: { readonly talk: MyTalk; readonly pools: MyTalks['pools']; readonly here: Here }) => {
  const { client, words, locale, announce, host } = here;
  const { id, version, state } = talk;
  const run = (said: string, call: () => Promise<unknown>, sure?: string) => ({ currentTarget }: { readonly currentTarget: HTMLButtonElement }): void => {
    if (sure !== undefined && !confirm(words(sure, { title: talk.title }))) return;
    void act(currentTarget, here, part(currentTarget.closest('.row') ?? host, '.wrong'), async () => { await call(); await show(here); announce(words(said)); });
  };
  const at = { params: { id }, body: { version } };
  return (
    <li className="row">
      <div>
        <p className="chips"><Chip {...looks[state]} word={words(`terms.talkStates.${state}`)} /></p>
        <h3><Verbatim text={talk.title} locale={locale} /></h3>
        <p className="soft"><Verbatim text={talk.pool.name} locale={locale} /> · {words('talks.minutes', { count: talk.minutes })}</p>
        {talk.onMenu && <p className="line"><Icon name="check" /><span>{words('myTalks.on_menu')}</span> <a href={pathOf('talk', locale, { params: { id } })}>{words('myTalks.see')}</a></p>}
        {talk.hidden && <p className="note note-wait"><Icon name="alert" /><span>{words('myTalks.hidden', { reason: words(`terms.talkHidings.${talk.hidden}`) })}</span></p>}
        {talk.returned && <p className="note note-wrong"><Icon name="alert" /><span>{words('myTalks.returned', { reason: talk.returned.reason })}</span></p>}
        {talk.withdrawn?.reason && <p className="note note-wait"><Icon name="info" /><span>{words('myTalks.withdrawn_because', { reason: talk.withdrawn.reason })}</span></p>}
        <p className="ways">
          {state !== 'submitted' && <button className="button button-soft" type="button" onClick={() => void openForm(talk, pools, here)}>{words('myTalks.edit')}</button>}
          {(state === 'draft' || state === 'returned' || state === 'withdrawn') && <button className="button" type="button" onClick={run('myTalks.submitted', () => client.submitMyTalk(at))}>{words('myTalks.submit')}</button>}
          {state === 'submitted' && <button className="button button-soft" type="button" onClick={run('myTalks.recalled', () => client.recallMyTalk(at))}>{words('myTalks.recall')}</button>}
          {state === 'published' && <button className="quiet" type="button" onClick={run('myTalks.withdrawn', () => client.withdrawMyTalk(at), 'myTalks.withdraw_sure')}>{words('myTalks.withdraw')}</button>}
          {(state === 'draft' || state === 'returned') && talk.publishedAt === null && <button className="quiet" type="button" onClick={run('myTalks.removed', () => client.deleteMyTalk({ params: { id } }), 'myTalks.remove_sure')}>{words('myTalks.remove')}</button>}
        </p>
        <p className="wrong" role="alert" />
      </div>
    </li>
  );
};

const show = (here: Here): Promise<void> => fill(here.host, here, () => here.client.getMyTalks(), ({ data, pools }) => (
  <>
    {data.length === 0 ? <div className="empty empty-small"><p>{here.words(pools.length > 0 ? 'myTalks.none' : 'myTalks.no_pool')}</p></div> : <ul className="rows plain-list">{data.map((talk) => <Row key={talk.id} talk={talk} pools={pools} here={here} />)}</ul>}
    {pools.length > 0 && <p className="ways"><button className="button" type="button" onClick={() => void openForm(null, pools, here)}>{here.words('myTalks.add')}</button></p>}
  </>
));

/** Fills the page of the own talks. */
export const attachMyTalks = (root: HTMLElement, browser: Browser): Promise<void> => {
  let asked: Promise<PublicDictionary> | null = null;
  const alert = part(root, '.own-alert');
  return show({ ...browser, host: part(root, '.own-content'), announce: (text) => draw(alert, <p className="note note-good">{text}</p>), dictionary: () => (asked ??= browser.client.getPublicDictionary()) });
};

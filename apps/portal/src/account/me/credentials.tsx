import type { CredentialKind, MyCredential } from '@kepu/contracts';
import { draw, part } from '../../dom/draw.js';
import { ledAway, newKey, told } from '../../islands/browser.js';
import { Chip } from '../../layout/chip.js';
import { Icon } from '../../layout/icon.js';
import { Verbatim } from '../../layout/verbatim.js';
import { Field } from '../../register/fields.js';
import { dateOf } from '../../times.js';
import { attachForm } from '../forms.js';
import { act, type Own } from './own.js';

/** The own certificates, and the kinds that can be declared. */
export interface OwnCredentials { readonly credentials: readonly MyCredential[]; readonly kinds: readonly CredentialKind[] }
/** Asks for both. */
export const askCredentials = async ({ client }: Own): Promise<OwnCredentials> => {
  const [{ data: credentials }, { data: kinds }] = await Promise.all([client.listMyCredentials(), client.listCredentialKinds()]);
  return { credentials, kinds };
};

const looks = { declared: { tone: 'wait', icon: 'clock' }, confirmed: { tone: 'good', icon: 'check' }, audited: { tone: 'good', icon: 'check' }, returned: { tone: 'wrong', icon: 'alert' } } as const;
const SOON_MS = 60 * 86_400_000;
const accepted = 'image/jpeg,image/png,application/pdf';

const correctable = ({ state, byCourse }: MyCredential): boolean => byCourse === null && (state === 'declared' || state === 'returned');

const Form = ({ given, kinds, own: { words, locale, today } }: { readonly given: MyCredential | null; readonly kinds: readonly CredentialKind[]; readonly own: Own }) => {
  const [kind] = kinds.filter(({ id }) => id === given?.kind.id);
  return (
    <form className="form credential-form" noValidate>
      <h3 tabIndex={-1}>{given ? <Verbatim text={given.kind.name} locale={locale} /> : words('credentials.add')}</h3>
      {!given && <Field name="kindId" label={words('credentials.kind')}><select id="kindId" name="kindId" defaultValue=""><option value="">{words('credentials.choose')}</option>{kinds.filter(({ retired }) => !retired).map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</select></Field>}
      <Field name="issuer" label={words('credentials.issuer')}><input id="issuer" name="issuer" type="text" maxLength={120} defaultValue={given?.issuer ?? ''} aria-describedby="issuer-wrong" /></Field>
      {(!given || given.number === null) && <Field name="number" label={words('credentials.number')} hint={words('credentials.numberHint')}><input id="number" name="number" type="text" maxLength={60} autoComplete="off" aria-describedby="number-hint number-wrong" /></Field>}
      <Field name="fromDay" label={words('credentials.fromDay')}><input id="fromDay" name="fromDay" type="date" max={today} defaultValue={given?.fromDay ?? ''} aria-describedby="fromDay-wrong" /></Field>
      <Field name="toDay" label={words('credentials.toDay')} hint={words(kind?.expires ? 'credentials.toDayNeeded' : 'credentials.toDayHint')}><input id="toDay" name="toDay" type="date" defaultValue={given?.toDay ?? ''} aria-describedby="toDay-hint toDay-wrong" /></Field>
      {!given?.file && <Field name="photo" label={words('credentials.photo')} hint={words('credentials.photoHint')}><input id="photo" name="photo" type="file" accept={accepted} aria-describedby="photo-hint photo-wrong" /></Field>}
      <div className="form-end"><p className="note note-wrong form-wrong" role="alert" tabIndex={-1} hidden /><p className="ways"><button className="button" type="submit">{words('credentials.save')}</button><button className="quiet cancel" type="button">{words('credentials.cancel')}</button></p></div>
    </form>
  );
};

const photoIn = (form: HTMLFormElement): File | null => {
  const file = form.querySelector<HTMLInputElement>('[name="photo"]')?.files?.[0];
  return file && file.size > 0 ? file : null;
};

/** Opens the form in the place of the list; what was sent shows it again. */
const openForm = (content: HTMLElement, given: MyCredential | null, all: OwnCredentials, own: Own): void => {
  const { client, words, announce } = own;
  draw(content, <Form given={given} kinds={all.kinds} own={own} />);
  const form = part<HTMLFormElement>(content, 'form');
  const key = newKey();
  const kindOf = (): CredentialKind | undefined => all.kinds.find(({ id }) => id === (given?.kind.id ?? form.querySelector<HTMLSelectElement>('[name="kindId"]')?.value));
  const again = async (): Promise<void> => { draw(content, <CredentialList {...await askCredentials(own)} own={own} />); };
  part(form, '.cancel').addEventListener('click', () => void again());
  form.querySelector('[name="kindId"]')?.addEventListener('change', () => { part(form, '#toDay-hint').textContent = words(kindOf()?.expires ? 'credentials.toDayNeeded' : 'credentials.toDayHint'); });
  attachForm(form, own, [...(given ? [] : ['kindId']), 'issuer', 'fromDay'], words('credentials.saving'), async (value) => {
    const number = value('number').trim();
    const days = { issuer: value('issuer').trim(), fromDay: value('fromDay'), toDay: value('toDay') || null };
    const saved = given
      ? await client.updateMyCredential({ params: { id: given.id }, body: { version: given.version, ...days, ...(number === '' ? {} : { number }) } })
      : await client.createMyCredential({ body: { kindId: value('kindId'), ...days, number: number || null }, idempotencyKey: key });
    const photo = photoIn(form);
    // What is written stands, whatever becomes of the photo: it can be sent again from the list.
    const failed = photo ? await client.setMyCredentialFile({ params: { id: saved.id }, file: photo, fileName: photo.name }).then(() => null, (error: unknown) => told(error, words)) : null;
    await again();
    announce(failed === null ? words('credentials.saved') : words('credentials.savedNoPhoto', { reason: failed }));
    await own.refresh();
  });
  part(form, '[tabindex="-1"]').focus();
};

const Row = ({ credential, all, own }: { readonly credential: MyCredential; readonly all: OwnCredentials; readonly own: Own }) => {
  const { client, words, locale, today, announce } = own;
  const { id, kind, state, toDay, file, returned, byCourse, implies } = credential;
  // What nobody has seen yet is corrected, not renewed.
  const counts = state === 'confirmed' || state === 'audited';
  const over = counts && toDay !== null && toDay < today;
  const soon = counts && toDay !== null && !over && Date.parse(toDay) - Date.parse(today) <= SOON_MS;
  const content = (target: Element): HTMLElement => target.closest<HTMLElement>('.own-content') ?? document.body;
  const upload = (event: { readonly currentTarget: HTMLInputElement }): void => {
    const { currentTarget: input } = event;
    const [host, photo] = [content(input), input.files?.[0]];
    if (!photo) return;
    const wrong = part(input.closest('.row') ?? document, '.wrong');
    input.disabled = true;
    client.setMyCredentialFile({ params: { id }, file: photo, fileName: photo.name }).then(async () => {
      draw(host, <CredentialList {...await askCredentials(own)} own={own} />);
      announce(words('credentials.saved'));
    }, (error: unknown) => {
      input.disabled = false;
      if (!ledAway(error, own)) draw(wrong, <><Icon name="alert" /> {told(error, words)}</>);
    });
  };
  const remove = ({ currentTarget }: { readonly currentTarget: HTMLButtonElement }): void => {
    if (!confirm(words('credentials.removeSure', { kind: kind.name }))) return;
    const host = content(currentTarget);
    void act(currentTarget, own, part(currentTarget.closest('.row') ?? document, '.wrong'), async () => {
      await client.deleteMyCredential({ params: { id } });
      draw(host, <CredentialList {...await askCredentials(own)} own={own} />);
      announce(words('credentials.removed'));
      await own.refresh();
    });
  };
  return (
    <li className="row credential-row">
      <div>
        <p className="chips"><Chip {...looks[state]} word={words(`terms.credentialStates.${state}`)} /></p>
        <h3><Verbatim text={kind.name} locale={locale} /></h3>
        <p className="soft"><Verbatim text={credential.issuer} locale={locale} />{credential.number && <> · {credential.number}</>} · {toDay ? words('credentials.until', { day: dateOf(toDay, locale, today) }) : words('credentials.always')}</p>
        {implies.length > 0 && <p className="hint">{words('credentials.implies', { kinds: implies.join(locale === 'en' ? ', ' : '、') })}</p>}
        {byCourse && <p className="hint">{words('credentials.course', { title: byCourse.title })}</p>}
        {returned && <p className="note note-wrong"><Icon name="alert" /><span>{words('credentials.returned', { reason: returned.reason })}</span></p>}
        {over && <p className="note note-wait"><Icon name="alert" /><span>{words('credentials.expired', { day: dateOf(toDay, locale, today) })}</span></p>}
        {soon && <p className="note note-wait"><Icon name="clock" /><span>{words('credentials.ending', { day: dateOf(toDay, locale, today) })}</span></p>}
        {!byCourse && <p className="line">{file ? <a href={`/api/v1/me/credentials/${id}/file`}>{words('credentials.open')}</a> : <span className="soft">{words('credentials.noPhoto')}</span>}</p>}
        <p className="ways">
          {correctable(credential) && <button className="button button-soft" type="button" onClick={(event) => openForm(content(event.currentTarget), credential, all, own)}>{words('credentials.edit')}</button>}
          {correctable(credential) && <label className="button button-soft file-button">{words(file ? 'credentials.replace' : 'credentials.upload')}<input type="file" accept={accepted} onChange={upload} /></label>}
          {!byCourse && (over || soon) && <button className="button button-soft" type="button" onClick={(event) => openForm(content(event.currentTarget), null, all, own)}>{words('credentials.renew')}</button>}
          <button className="quiet" type="button" onClick={remove}>{words('credentials.remove')}</button>
        </p>
        <p className="wrong" role="alert" />
      </div>
    </li>
  );
};

/** The own certificates, with what can be done about each. */
export const CredentialList = ({ credentials, kinds, own }: OwnCredentials & { readonly own: Own }) => {
  const { words } = own;
  const all = { credentials, kinds };
  const add = (event: { readonly currentTarget: HTMLButtonElement }): void => openForm(event.currentTarget.closest<HTMLElement>('.own-content') ?? document.body, null, all, own);
  return (
    <div className="credentials">
      {credentials.length === 0 ? <div className="empty empty-small"><p>{words('credentials.none')}</p></div> : <ul className="rows plain-list">{credentials.map((credential) => <Row key={credential.id} credential={credential} all={all} own={own} />)}</ul>}
      <p className="ways"><button className="button" type="button" onClick={add}>{words('credentials.add')}</button></p>
    </div>
  );
};

import type { RealName, RealNameGiven } from '@kepu/contracts';
import { ADULT_AGE, ageOn, readIdentityNumber } from '@kepu/domain';
import { draw, part } from '../../dom/draw.js';
import { codeOf, ledAway, told, type Browser } from '../../islands/browser.js';
import { Icon } from '../../layout/icon.js';
import { Field } from '../../register/fields.js';
import { showAllWrong, showWrong } from '../../register/form.js';
import { pathOf } from '../../routes.js';
import { dateOf } from '../../times.js';
import { attachForm } from '../forms.js';

/** `back`: where to go on; a guardian stays where the child's card is. */
interface Here extends Browser { readonly today: string; readonly back: string | null }

/** Why it is asked, and the one field. */
const RealNameForm = ({ words }: Here) => (
  <form className="form real-name-form" noValidate>
    <p className="lead">{words('realName.lead')}</p>
    <h2>{words('realName.whyHeading')}</h2>
    <p>{words('realName.why')}</p>
    <p>{words('realName.safe')}</p>
    {/* No numeric keyboard: telephones offer no X on it. */}
    <Field name="number" label={words('realName.number')} hint={words('realName.numberHint')}><input id="number" name="number" type="text" inputMode="text" autoCapitalize="characters" autoComplete="off" autoCorrect="off" spellCheck={false} maxLength={24} aria-describedby="number-hint number-wrong number-count" /></Field>
    <p className="hint" id="number-count" aria-live="off" />
    <p className="hint">{words('realName.passport')}</p>
    <div className="form-end"><p className="note note-wrong form-wrong" role="alert" tabIndex={-1} hidden /><button className="button button-large" type="submit">{words('realName.submit')}</button><p className="hint">{words('realName.next')}</p></div>
  </form>
);

/** What stands: the end of the number, and what followed from it. */
const Given = ({ name, corrected, here: { words, locale, today, back } }: { readonly name: RealName; readonly corrected: boolean; readonly here: Here }) => (
  <>
    {corrected && <p className="note note-wait"><span>{words('realName.corrected', { day: dateOf(name.bornOn, locale, today) })}</span></p>}
    {name.standing !== 'good' && <div className="note note-wrong"><Icon name="alert" /><div><b>{words('realName.frozenHeading')}</b><p>{words(ageOn(name.bornOn, today) < ADULT_AGE ? 'realName.minor' : 'realName.frozenText')}</p></div></div>}
    {name.given && <div className="note note-good note-large"><div><b>{words('realName.givenHeading')}</b><p>{words('realName.given', { masked: name.masked ?? '' })}</p>{name.byStaff && <p>{words('realName.byStaff')}</p>}<p>{words('realName.givenText')}</p></div></div>}
    {back !== null && <p className="ways"><a className="button" href={back}>{words('realName.back')}</a></p>}
  </>
);

/** Says what is wrong before anything is sent, and counts on the way: eighteen signs are many. */
const attachNumber = (host: HTMLElement, here: Here): void => {
  const { client, words } = here;
  draw(host, <RealNameForm {...here} />);
  const form = part<HTMLFormElement>(host, 'form');
  const input = part<HTMLInputElement>(form, 'input');
  input.addEventListener('input', () => {
    const count = input.value.replaceAll(/\s/g, '').length;
    part(form, '#number-count').textContent = count > 0 && count < 18 ? words('realName.faults.typed', { count }) : '';
    const read = readIdentityNumber(input.value);
    showWrong(form, 'number', count < 18 || read.ok ? '' : words(`realName.faults.${read.fault}`));
  });
  attachForm(form, here, ['number'], words('realName.sending'), async (value) => {
    const read = readIdentityNumber(value('number'));
    if (!read.ok) {
      showAllWrong(form, new Map([['number', words(`realName.faults.${read.fault}`)]]));
      return;
    }
    const given: RealNameGiven = await client.giveMyRealName({ body: { number: read.number } });
    draw(host, <Given name={given} corrected={given.corrected} here={here} />);
    host.querySelector<HTMLElement>('a')?.focus();
  });
};

/** What stands of the number, or the field for it. */
export const drawRealName = (host: HTMLElement, name: RealName, here: Here): void => {
  if (name.given || name.standing === 'void') draw(host, <Given name={name} corrected={false} here={here} />);
  else attachNumber(host, here);
};

/** Fills the page of the own number. */
export const attachRealName = async (root: HTMLElement, browser: Browser): Promise<void> => {
  const { client, words, locale, memory } = browser;
  const host = part(root, '.own-content');
  try {
    const [session, name] = await Promise.all([client.getSession(), client.getMyRealName()]);
    memory.remember(true);
    drawRealName(host, name, { ...browser, today: session.today, back: pathOf('me', locale) });
  } catch (error) {
    if (ledAway(error, browser)) return;
    if (codeOf(error) === 'volunteer.required') draw(host, <div className="note note-wait"><div><p>{words('realName.none')}</p><a className="button" href={pathOf('register', locale)}>{words('list.register')}</a></div></div>);
    else draw(host, <div className="note note-wrong"><div><p>{told(error, words)}</p><a className="button button-soft" href={pathOf('realName', locale)}>{words('form.retry')}</a></div></div>);
  }
};

import type { EmergencyCard, Roster } from '@kepu/contracts';
import { draw } from '../../dom/draw.js';
import { ledAway, told } from '../../islands/browser.js';
import type { Leading } from './leading.js';

const Sheet = ({ card, close, words }: { readonly card: EmergencyCard; readonly close: () => void; readonly words: Leading['words'] }) => (
  <>
    <h2 id="emergency-title" tabIndex={-1}>{words('leadMinors.cardFor', { name: card.child })}</h2>
    {card.guardians.length === 0 ? <p>{words('leadMinors.none')}</p> : (
      <ul className="emergency-list">{card.guardians.map(({ name, relation, phone, accompanies }) => (
        <li key={phone}><b>{name}</b> <span className="soft">{words(`terms.relations.${relation}`)}{accompanies && ` · ${words('leadMinors.accompanies')}`}</span><a className="button button-large" href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`} aria-label={`${words('leadMinors.call', { name })} ${phone}`}>{phone}</a></li>
      ))}</ul>
    )}
    <p className="hint">{words('leadMinors.logged')}</p>
    <p className="ways"><button className="quiet" type="button" onClick={close}>{words('leadMinors.close')}</button></p>
  </>
);

/** Opens whom to call for a child. The look is recorded and told to the family, and the sheet says so; closed, nothing of it stays on the page. */
export const showEmergencyCard = async (button: HTMLButtonElement, row: Roster['rows'][number], leading: Leading): Promise<void> => {
  const { client, words, say } = leading;
  button.disabled = true;
  try {
    const card = await client.getEmergencyCard({ params: { id: row.signupId } });
    const sheet = document.createElement('dialog');
    sheet.className = 'ask emergency-sheet';
    sheet.setAttribute('aria-labelledby', 'emergency-title');
    const close = (): void => {
      sheet.remove();
      button.focus();
    };
    draw(sheet, <Sheet card={card} close={close} words={words} />);
    sheet.addEventListener('cancel', close);
    document.body.append(sheet);
    button.disabled = false;
    // Older browsers inside other apps have no dialog: there it is a part of the page.
    if (typeof sheet.showModal === 'function') sheet.showModal();
    else sheet.setAttribute('open', '');
    sheet.querySelector<HTMLElement>('h2')?.focus();
  } catch (error) {
    button.disabled = false;
    if (!ledAway(error, leading)) say(words('leadMinors.failed', { text: told(error, words) }));
  }
};

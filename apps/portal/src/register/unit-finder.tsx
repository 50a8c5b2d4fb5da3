import type { Affiliation } from '@kepu/contracts';
import { draw, part } from '../dom/draw.js';
import type { Browser } from '../islands/browser.js';

/** What of a unit is chosen. */
export interface ChosenUnit { readonly id: string; readonly name: string; readonly countyName: string | null }
const waitMs = 250;

/**
 * A field that finds the unit one belongs to, by name, pinyin or initials (WAI-ARIA combobox with a list). The focus stays in the field; arrow keys
 * walk the list, Enter takes, Escape closes. What is typed and not chosen counts for nothing.
 */
export const attachUnitFinder = (field: HTMLElement, { client, words }: Pick<Browser, 'client' | 'words'>, changed: (unit: ChosenUnit | null) => void): { readonly set: (unit: ChosenUnit | null) => void; readonly chosen: () => ChosenUnit | null } => {
  const input = part<HTMLInputElement>(field, '[role="combobox"]');
  const list = part(field, '[role="listbox"]');
  const state = { unit: null as ChosenUnit | null, found: [] as readonly Affiliation[], at: -1, asked: 0, timer: 0 };
  const chosen = document.createElement('p');
  chosen.className = 'chosen-unit';
  chosen.setAttribute('role', 'status');
  list.after(chosen);

  const close = (): void => {
    list.hidden = true;
    state.at = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const set = (unit: ChosenUnit | null): void => {
    state.unit = unit;
    input.value = '';
    close();
    draw(chosen, unit && <><b>{words('register.units.chosen', { name: unit.name })}</b> <button className="quiet" type="button" onClick={() => { choose(null); input.focus(); }}>{words('register.units.clear')}</button></>);
  };
  const choose = (unit: ChosenUnit | null): void => {
    set(unit);
    changed(unit);
  };
  const walk = (to: number): void => {
    state.at = (to + state.found.length) % state.found.length;
    [...list.children].forEach((option, place) => {
      option.setAttribute('aria-selected', String(place === state.at));
      if (place === state.at) option.scrollIntoView?.({ block: 'nearest' });
    });
    input.setAttribute('aria-activedescendant', `unit-${state.at}`);
  };
  const open = (): void => {
    draw(list, state.found.length === 0
      ? <li className="none-found">{words('register.units.none')}</li>
      : state.found.map((unit, place) => (
        <li id={`unit-${place}`} role="option" aria-selected={false} onMouseDown={(event) => { event.preventDefault(); choose(unit); }}><span>{unit.name}</span><span className="soft">{[unit.parentName, unit.countyName].filter(Boolean).join(' · ')}</span></li>
      )));
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
  };
  const search = async (q: string): Promise<void> => {
    const asked = ++state.asked;
    const found = await client.listAffiliations({ query: { q } }).then(({ data }) => data, () => null);
    // An answer to what is no longer asked would replace the present one.
    if (asked !== state.asked || found === null) return;
    Object.assign(state, { found, at: -1 });
    open();
  };

  input.addEventListener('input', () => {
    window.clearTimeout(state.timer);
    const q = input.value.trim();
    if (q === '') {
      state.asked += 1;
      close();
    } else {
      state.timer = window.setTimeout(() => void search(q), waitMs);
    }
  });
  input.addEventListener('keydown', (event) => {
    if (list.hidden || state.found.length === 0) return;
    const unit = state.found[state.at];
    if (event.key === 'ArrowDown') walk(state.at + 1);
    else if (event.key === 'ArrowUp') walk(state.at < 0 ? -1 : state.at - 1);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && unit) choose(unit);
    else return;
    event.preventDefault();
  });
  input.addEventListener('blur', close);
  return { set, chosen: () => state.unit };
};

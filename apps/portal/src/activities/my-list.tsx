import type { ActivityRow } from '@kepu/contracts';
import type { ReactNode } from 'react';
import { draw, part } from '../dom/draw.js';
import { codeOf, told, type Browser } from '../islands/browser.js';
import { Icon } from '../layout/icon.js';
import { pathOf } from '../routes.js';
import { counted } from '../wording.js';
import { ActivityCard } from './card.js';
import type { ListQuery } from './filters.js';

/** In the address, so that the way back from an activity leads to the same list. */
const mark = '#mine';

/** Offers "only what I may do" to somebody who is signed in: that list is theirs alone, so the browser asks for it and draws it. */
export const attachMyList = (root: HTMLElement, { client, words, locale, memory }: Browser): void => {
  if (!memory.seemsSignedIn()) return;
  const query = JSON.parse(root.dataset['query'] ?? '{}') as ListQuery;
  const today = root.dataset['today'] ?? '';
  const results = part(document, '#results');
  const everybody = [...results.childNodes];
  const button = document.createElement('button');
  const status = document.createElement('span');
  Object.assign(button, { type: 'button', className: 'choice-button', textContent: words('list.mine') });
  Object.assign(status, { className: 'soft' });
  status.setAttribute('role', 'status');
  root.append(button, status);
  root.hidden = false;

  const list = (rows: readonly ActivityRow[], total: number, page: number): ReactNode => (
    <>
      <h2 className="count">{counted(words, 'list.mineFound', total)}</h2>
      <ol className="cards">{rows.map((activity) => <ActivityCard key={activity.id} activity={activity} today={today} locale={locale} words={words} />)}</ol>
      {rows.length < total && <p className="ways"><button className="button button-soft" type="button" onClick={() => void load(page + 1, rows)}>{words('list.more')}</button></p>}
    </>
  );
  const none = (
    <div className="empty"><h2>{words('list.mineNone')}</h2><p>{words('list.mineNoneText')}</p><p className="ways"><button className="button" type="button" onClick={() => turn(false)}>{words('list.all')}</button></p></div>
  );

  const load = async (page: number, before: readonly ActivityRow[] = []): Promise<void> => {
    try {
      const { data, total } = await client.listActivities({ query: { ...query, page, eligible: 'true' } });
      if (button.getAttribute('aria-pressed') !== 'true') return;
      const rows = [...before, ...data];
      draw(results, total > 0 ? list(rows, total, page) : none);
      status.textContent = words('list.mineOn');
    } catch (error) {
      const text = told(error, words);
      turn(false);
      if (codeOf(error) === 'auth.required') {
        memory.remember(false);
        root.hidden = true;
      } else {
        draw(status, <><Icon name="alert" /> {words('list.mineFailed', { text })} {codeOf(error) === 'volunteer.required' && <a href={pathOf('register', locale)}>{words('list.register')}</a>}</>);
      }
    }
  };
  const turn = (on: boolean): void => {
    button.setAttribute('aria-pressed', String(on));
    history.replaceState(null, '', on ? mark : `${location.pathname}${location.search}`);
    status.textContent = '';
    if (on) void load(1);
    else results.replaceChildren(...everybody);
  };
  button.addEventListener('click', () => turn(button.getAttribute('aria-pressed') !== 'true'));
  button.setAttribute('aria-pressed', 'false');
  if (location.hash === mark) turn(true);
};

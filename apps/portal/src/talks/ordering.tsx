import type { Client } from '@kepu/api-client';
import type { OrderPlace, OrderPlaced } from '@kepu/contracts';
import { askForCode } from '../account/code-step.js';
import { attachForm } from '../account/forms.js';
import { copyText } from '../activities/copying.js';
import { draw, part } from '../dom/draw.js';
import { codeOf, told, type Browser } from '../islands/browser.js';
import { Icon } from '../layout/icon.js';
import { showFormWrong } from '../register/form.js';
import { pathOf } from '../routes.js';
import { dateOf } from '../times.js';

type Body = Parameters<Client['createOrder']>[0]['body'];
/** Of 龙港市: there is no township step. */
const withoutTownships = '330383';
const PAUSE_MS = 250;

/** Names that are found while one types; `pick` is told which was meant. */
const attachFinder = (field: HTMLElement, { client }: Browser, countyOf: () => string, fits: (place: OrderPlace) => boolean, pick: (place: OrderPlace) => void): void => {
  const [input, found] = [part<HTMLInputElement>(field, 'input[type="text"]'), part(field, '.found')];
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async (): Promise<void> => {
    const [q, mine] = [input.value.trim(), asked += 1];
    if (q === '') { draw(found, null); return; }
    const county = countyOf();
    const places = await client.listOrderPlaces({ query: { q, ...(county ? { countyCode: county } : {}) } }).then(({ data }) => data.filter(fits), () => []);
    // A slow answer to what was typed before is of no use any more.
    if (mine !== asked) return;
    draw(found, places.map((place) => (
      <button className="choice-button" type="button" onClick={() => { pick(place); draw(found, null); }}>{place.name}<span className="soft"> {[place.kind === 'township' ? null : place.township?.name, place.county.name].filter(Boolean).join(' ')}</span></button>
    )));
  };
  input.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(() => void look(), PAUSE_MS); });
  // On a slow phone somebody has begun to type before this came.
  if (document.activeElement === input) void look();
};

/** The form of an order, and what it leads to: number and code, shown once. */
export const attachOrdering = (root: HTMLElement, browser: Browser): void => {
  const { client, words, locale } = browser;
  const form = part<HTMLFormElement>(root, 'form');
  const control = <T extends HTMLElement>(name: string): T => part<T>(form, `[name="${name}"]`);
  const [county, township, townshipName, place] = [control<HTMLSelectElement>('countyCode'), control<HTMLInputElement>('townshipCode'), control<HTMLInputElement>('townshipName'), control<HTMLInputElement>('placeName')];
  const field = (name: string): HTMLElement => part(form, `[data-field="${name}"]`);
  const settle = (): void => { field('townshipCode').hidden = county.value === withoutTownships; };
  const lie = (found: { readonly county: OrderPlace['county']; readonly township: OrderPlace['township'] }): void => {
    county.value = found.county.code;
    township.value = found.township?.code ?? '';
    townshipName.value = found.township?.name ?? '';
    settle();
  };
  county.addEventListener('change', () => { township.value = ''; townshipName.value = ''; settle(); });
  townshipName.addEventListener('input', () => { township.value = ''; });
  attachFinder(field('townshipCode'), browser, () => county.value, ({ kind }) => kind === 'township', (found) => lie({ county: found.county, township: found.township ?? null }));
  attachFinder(field('placeName'), browser, () => county.value, ({ kind }) => kind !== 'township', (found) => {
    place.value = found.name;
    lie(found);
    const kind = form.querySelector<HTMLInputElement>(`[name="ordererKind"][value="${found.kind}"]`);
    if (kind) kind.checked = true;
  });

  const body = (): Body => {
    const data = new FormData(form);
    const value = (name: string): string => String(data.get(name) ?? '').trim();
    const all = (name: string): string[] => data.getAll(name).map(String).filter((each) => each !== '');
    return {
      countyCode: value('countyCode'), townshipCode: value('townshipCode') || null, ordererKind: value('ordererKind') as Body['ordererKind'], placeName: value('placeName'), contactName: value('contactName'), phone: value('phone'), talkIds: all('talkIds'), topicIds: all('topicIds'), need: value('need') || null,
      dates: [1, 2, 3].filter((count) => value(`day${count}`) !== '').map((count) => ({ day: value(`day${count}`), part: value(`part${count}`) as Body['dates'][number]['part'], time: value(`time${count}`) || null })),
      people: Number(value('people')), venue: value('venue'), audienceIds: all('audienceIds'), language: (value('language') || null) as Body['language'], projector: data.has('projector'), minors: data.has('minors'), note: value('note') || null,
    };
  };
  const made = (order: OrderPlaced): void => {
    const copied = (done: boolean): void => { part(root, '.copied').textContent = words(done ? 'order.copied' : 'activity.copyFailed'); };
    draw(root, (
      <div className="note note-good note-large"><Icon name="check" /><div>
        <h2 tabIndex={-1}>{words('order.madeHeading')}</h2>
        <p><b>{words('order.madeText', { number: order.number, code: order.code, day: dateOf(order.reviewDueOn, locale, '') })}</b></p>
        <p className="link-text">{order.link}</p>
        <p className="soft">{words('order.madeHint')}</p>
        <p className="ways"><button className="button" type="button" onClick={() => void copyText(order.link).then(copied)}>{words('order.copy')}</button><a className="quiet" href={`${pathOf('orderStatus', locale, { query: { no: order.number } })}#${order.code}`}>{words('order.open')}</a></p>
        <p className="copied" role="status" />
      </div></div>
    ));
    part(root, 'h2').focus();
  };
  const proof = document.createElement('div');
  attachForm(form, browser, ['countyCode', 'placeName', 'contactName', 'phone', 'people', 'venue'], words('order.sending'), async () => {
    const given = body();
    try {
      made(await client.createOrder({ body: given }));
    } catch (error) {
      if (codeOf(error) !== 'auth.phone_proof_required') throw error;
      form.after(proof);
      await askForCode(proof, browser, {
        ask: () => client.createSessionChallenge({ body: { phone: given.phone, purpose: 'register' } }), sent: words('order.codeSent', { phone: given.phone }), submit: words('order.submit'),
        take: async ({ challengeId, code }) => made(await client.createOrder({ body: { ...body(), phoneProof: { challengeId, code } } })),
      }).catch((refused: unknown) => showFormWrong(form, told(refused, words)));
    }
  }, () => [
    ...county.value !== '' && county.value !== withoutTownships && township.value === '' ? [['townshipCode', words('order.townshipMissing')] as const] : [],
    ...body().dates.length < 2 ? [['dates', words('order.twoDates')] as const] : [],
  ]);
  settle();
};

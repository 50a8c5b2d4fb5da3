import type { RiskText } from '@kepu/contracts';
import { MOST_COMPANIONS } from '@kepu/domain';
import { draw, part } from '../dom/draw.js';
import type { Browser } from '../islands/browser.js';
import { Verbatim } from '../layout/verbatim.js';

type Shown = Pick<Browser, 'words' | 'locale'>;
/** How many children come along, with the hash of the text that was read for them. */
export interface Brought { readonly companions: number; readonly riskHash: string | null }

const numbers = Array.from({ length: MOST_COMPANIONS + 1 }, (_, number) => number);
const numberIn = (form: HTMLFormElement): number => Number(new FormData(form).get('companions') ?? 0);

/** How many children under 8 come along. The risks stand below as soon as there is one, with the tick that they were read. */
export const CompanionsFields = ({ risk, chosen, browser: { words, locale } }: { readonly risk: RiskText; readonly chosen: number; readonly browser: Shown }) => (
  <div className="companions">
    <label className="field"><span>{words('companions.number')}</span>
      <select name="companions" defaultValue={String(chosen)} onChange={({ currentTarget }) => { part(currentTarget.closest('.companions') ?? document, '.companions-risk').hidden = currentTarget.value === '0'; }}>
        {numbers.map((number) => <option key={number} value={String(number)}>{number === 0 ? words('companions.none') : words('companions.some', { count: number })}</option>)}
      </select>
    </label>
    <p className="hint">{words('companions.hint')}</p>
    <div className="companions-risk" hidden={chosen === 0}>
      <div className="child-risk"><b>{words('activity.risk')}</b>{risk.text.split('\n').map((line, place) => <p key={place}><Verbatim text={line} locale={locale} /></p>)}<p>{words('activity.insurance', { how: words(`terms.insurances.${risk.insurance}`) })}</p></div>
      <label className="tick"><input type="checkbox" name="riskRead" /><span>{words('companions.tick')}</span></label>
      <p className="wrong companions-wrong" role="alert" />
    </div>
  </div>
);

/** What the fields say; null, and a word beside the tick, where the risks were not read. */
export const companionsOf = (form: HTMLFormElement, risk: RiskText, { words }: Shown): Brought | null => {
  const companions = numberIn(form);
  if (companions === 0) return { companions, riskHash: null };
  const read = new FormData(form).has('riskRead');
  draw(part(form, '.companions-wrong'), !read && words('companions.tickNeeded'));
  if (read) return { companions, riskHash: risk.hash };
  part(form, '[name="riskRead"]').focus();
  return null;
};

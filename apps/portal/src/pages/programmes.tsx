import type { Locale } from '@kepu/contracts/labels';
import { sentence, Verbatim } from '../layout/verbatim.js';
import type { Home } from '../site.js';
import type { Words } from '../wording.js';

interface ProgrammesProps { readonly home: Home; readonly locale: Locale; readonly words: Words }

const kinds = ['action', 'project'] as const;

/** The year's programmes with how many tasks each has, or an honest sentence while no paper has been issued. */
export const Programmes = ({ home, locale, words }: ProgrammesProps) => {
  const most = Math.max(1, ...home.programmes.map(({ items }) => items));
  const issued = home.planTitle !== null && home.programmes.length > 0;
  const groups = kinds.map((kind) => ({ kind, programmes: home.programmes.filter((programme) => programme.kind === kind) })).filter(({ programmes }) => programmes.length > 0);
  return (
    <section className="section wrap" aria-labelledby="programmes">
      <h2 id="programmes">{home.year === null ? words('programmes.headingWithoutYear') : words('programmes.heading', { year: home.year })}</h2>
      {!issued && <div className="none"><h3>{words('programmes.noneHeading')}</h3><p>{words('programmes.none')}</p></div>}
      {issued && <p className="source">{sentence(words, 'programmes.source', 'title', home.planTitle ?? '', locale)}</p>}
      {issued && (
        <div className="groups">
          {groups.map(({ kind, programmes }) => (
            <section key={kind} className="group" aria-labelledby={kind}>
              <h3 id={kind}>{words(`programmes.${kind}`)}</h3>
              <ul>
                {programmes.map(({ name, items }) => (
                  <li key={name} className="programme">
                    <span><Verbatim text={name} locale={locale} /></span>{' '}
                    <b>{words(items === 1 ? 'programmes.item' : 'programmes.items', { count: items })}</b>
                    <svg className="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                      <rect className="bar-ground" width="100" height="4" /><rect className="bar-part" width={Math.round((items / most) * 100)} height="4" />
                    </svg>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </section>
  );
};

import type { Locale } from '@kepu/contracts/labels';
import { label } from '@kepu/contracts/labels';
import type { ReactNode } from 'react';
import { Verbatim } from '../layout/verbatim.js';
import type { Home } from '../site.js';
import type { Words } from '../words.js';

interface ProgrammesProps { readonly home: Home; readonly locale: Locale; readonly words: Words; readonly source: ReactNode }

/** A sentence with one parameter that is more than text. */
const sentence = (words: Words, key: string, name: string, node: ReactNode) => {
  const [before, after] = words(key).split(`{${name}}`);
  return <>{before}{node}{after}</>;
};

/** The year's programmes with how many tasks each has, or an honest sentence while no paper has been issued. */
export const Programmes = ({ home, locale, words, source }: ProgrammesProps) => {
  const most = Math.max(1, ...home.programmes.map(({ items }) => items));
  const issued = home.planTitle !== null && home.programmes.length > 0;
  return (
    <section className="section wrap" aria-labelledby="programmes">
      <h2 id="programmes">{home.year === null ? words('programmes.headingWithoutYear') : words('programmes.heading', { year: home.year })}</h2>
      {!issued && <div className="none"><h3>{words('programmes.noneHeading')}</h3><p>{words('programmes.none')}</p></div>}
      {issued && (
        <>
          <p className="source">{sentence(words, 'programmes.source', 'title', source)}</p>
          <ul className="programmes">
            {home.programmes.map(({ name, shortName, kind, items }) => (
              <li key={name} className="programme">
                <p className={`kind kind-${kind}`}>{label(locale, `terms.programmeKinds.${kind}`)}</p>
                <h3 title={name}><Verbatim text={shortName} locale={locale} /></h3>
                <p className="count">{words(items === 1 ? 'programmes.item' : 'programmes.items', { count: items })}</p>
                <svg className="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                  <rect className="bar-ground" width="100" height="4" /><rect className="bar-part" width={Math.round((items / most) * 100)} height="4" />
                </svg>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};

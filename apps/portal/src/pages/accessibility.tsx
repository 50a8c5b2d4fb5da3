import { cityOf } from '../load.js';
import type { PageContext, Tell } from '../page.js';

/** The day on which the statement was last gone through. */
const statementDate = '2026-11-23';

const parts = [['done', ['doneText', 'doneElder', 'doneAloud', 'doneLogin']], ['gaps', ['gapsFiles', 'gapsTables', 'gapsAudit']]] as const;

/** 无障碍声明 (无障碍环境建设法, art. 32): what works, what does not yet, whom to tell. */
const AccessibilityPage = ({ words, site, locale }: PageContext) => {
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${statementDate}T00:00:00Z`));
  return (
    <article className="wrap prose">
      <h1>{words('accessibility.title')}</h1>
      <p className="lead">{words('accessibility.lead')}</p>
      <h2>{words('accessibility.basisHeading')}</h2>
      <p>{words('accessibility.basis')}</p>
      {parts.map(([part, points]) => (
        <section key={part} aria-labelledby={part}>
          <h2 id={part}>{words(`accessibility.${part}Heading`)}</h2>
          <ul>{points.map((point) => <li key={point}>{words(`accessibility.${point}`)}</li>)}</ul>
        </section>
      ))}
      <h2>{words('accessibility.contactHeading')}</h2>
      <p>{site.contact ? words('accessibility.contact', { contact: site.contact }) : words('accessibility.contactNone')}</p>
      <h2>{words('accessibility.dateHeading')}</h2>
      <p>{words('accessibility.date', { date })}</p>
    </article>
  );
};

export const tellAccessibility: Tell = async (ask) => ({
  title: ask.words('accessibility.title'), description: ask.words('accessibility.description'), published: statementDate, cityName: await cityOf(ask), body: (context) => <AccessibilityPage {...context} />,
});

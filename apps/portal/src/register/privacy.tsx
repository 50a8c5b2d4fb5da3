import { sentence } from '../layout/verbatim.js';
import type { PageContext } from '../page.js';

const parts = ['what', 'why', 'who', 'long', 'rights', 'machine'] as const;
const points: Readonly<Record<(typeof parts)[number], readonly string[]>> = {
  what: ['identity', 'contact', 'document', 'wishes', 'records', 'none', 'device'], why: ['match', 'reach', 'record', 'report', 'only'], who: ['unit', 'reveal', 'leader', 'nobody', 'abroad'],
  long: ['profile', 'service', 'other'], rights: ['see', 'change', 'withdraw', 'leave', 'complain'], machine: ['order', 'off', 'decide'],
};

/** 个人信息处理说明 (个人信息保护法, art. 17, 24): what is kept, why, who sees it, how long, and what one can ask for. The same text on its page and at the registration. */
export const PrivacyText = ({ words, site, locale, version }: Pick<PageContext, 'words' | 'site' | 'locale'> & { readonly version: string }) => (
  <div className="privacy">
    <p>{sentence(words, 'privacy.handler', 'name', site.organiser ?? words('privacy.office'), locale)}</p>
    {parts.map((part) => (
      <section key={part}>
        <h2>{words(`privacy.${part}.heading`)}</h2>
        <ul>{points[part].map((point) => <li key={point}>{words(`privacy.${part}.${point}`)}</li>)}</ul>
      </section>
    ))}
    <h2>{words('privacy.contactHeading')}</h2>
    <p>{site.contact ? words('privacy.contact', { contact: site.contact }) : words('privacy.contactNone')}</p>
    <p className="soft" lang={locale}>{words('privacy.version', { version })}</p>
  </div>
);

import { retentionRules, type RetentionRule } from '@kepu/domain';
import type { PageContext } from '../page.js';
import { capital, counted } from '../wording.js';

const Rules = ({ rules, words }: Pick<PageContext, 'words'> & { readonly rules: readonly RetentionRule[] }) => (
  <ul>{rules.map(({ key, keep, article, apart }) => (
    <li key={key}><b>{apart ? capital(words(`terms.keptApart.${key}`)) : words(`retention.rules.${key}`)}</b>: {keep === null ? words('retention.kept') : 'days' in keep ? counted(words, 'retention.days', keep.days) : counted(words, 'retention.years', keep.years)}<br /><span className="soft">{words(`retention.articles.${article}`)}</span></li>
  ))}</ul>
);

/** How long data are kept, and on what ground (个人信息保护法, art. 17, 19): the rules that the nightly job applies. What is no part of the notice that volunteers agree to (rosters, complaints, signed slips) has a list of its own. */
export const RetentionTable = ({ words }: Pick<PageContext, 'words'>) => (
  <section className="retention" aria-labelledby="retention">
    <h2 id="retention">{words('retention.heading')}</h2>
    <Rules rules={retentionRules.filter((rule: RetentionRule) => !rule.apart)} words={words} />
    <h2 id="retention-apart">{words('retentionApart.heading')}</h2>
    <Rules rules={retentionRules.filter((rule: RetentionRule) => rule.apart)} words={words} />
  </section>
);

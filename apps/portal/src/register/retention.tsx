import { retentionRules, type RetentionRule } from '@kepu/domain';
import type { PageContext } from '../page.js';
import { counted } from '../wording.js';

/** How long data are kept, and on what ground (个人信息保护法, art. 17, 19): the rules that the nightly job applies. */
export const RetentionTable = ({ words }: Pick<PageContext, 'words'>) => (
  <section className="retention" aria-labelledby="retention">
    <h2 id="retention">{words('retention.heading')}</h2>
    <ul>{retentionRules.filter((rule: RetentionRule) => !rule.apart).map(({ key, keep, article }: RetentionRule) => (
      <li key={key}><b>{words(`retention.rules.${key}`)}</b>: {keep === null ? words('retention.kept') : 'days' in keep ? counted(words, 'retention.days', keep.days) : counted(words, 'retention.years', keep.years)}<br /><span className="soft">{words(`retention.articles.${article}`)}</span></li>
    ))}</ul>
  </section>
);

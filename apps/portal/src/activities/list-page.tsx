import type { ActivityRow, PublicDictionary } from '@kepu/contracts';
import { dictionaryOf } from '../load.js';
import type { PageContext, Tell } from '../page.js';
import { Icon } from '../layout/icon.js';
import { pathOf } from '../routes.js';
import { counted } from '../wording.js';
import { wordsFor } from '../words.js';
import { ActivityCard } from './card.js';
import { ChosenFilters, FilterForm } from './filter-form.js';
import { isFiltered, listPath, perPage, queryOf, type Filters, type ListQuery } from './filters.js';

interface ListProps extends PageContext { readonly filters: Filters; readonly query: ListQuery; readonly dictionary: PublicDictionary; readonly rows: readonly ActivityRow[]; readonly total: number }

/** Nothing to show, and what can be done about it. */
const Empty = ({ filters, locale, words }: ListProps) => {
  const which = isFiltered(filters) ? 'filtered' : 'none';
  return (
    <div className="empty">
      <h2>{words(`list.${which}Heading`)}</h2>
      <p>{words(`list.${which}Text`)}</p>
      <p className="ways">
        {which === 'filtered' && <a className="button" href={pathOf('activities', locale)}>{words('list.all')}</a>}
        <a className={which === 'filtered' ? 'quiet' : 'button'} href={pathOf('register', locale)}>{words('list.register')}</a>
        <a className="quiet" href={pathOf('calendar', locale)}>{words('list.calendar')}</a>
      </p>
    </div>
  );
};

const Pages = ({ filters, total, locale, words }: ListProps) => {
  const [page, last] = [Number(filters.page ?? 1), Math.ceil(total / perPage)];
  if (last <= 1) return null;
  const to = (number: number) => listPath(locale, filters, { page: number > 1 ? String(number) : undefined });
  return (
    <nav className="pages" aria-label={words('list.pages')}>
      {page > 1 && <a className="tool" rel="prev" href={to(page - 1)}><Icon name="back" />{words('list.previous')}</a>}
      <span>{words('list.page', { page, last })}</span>
      {page < last && <a className="tool" rel="next" href={to(page + 1)}>{words('list.next')}<Icon name="next" /></a>}
    </nav>
  );
};

const ListPage = (props: ListProps) => {
  const { filters, query, dictionary, rows, total, locale, words } = props;
  return (
    <div className="wrap page">
      <h1>{words('list.heading')}</h1>
      <p className="lead">{words('list.lead')}</p>
      <FilterForm filters={filters} dictionary={dictionary} locale={locale} words={words} />
      <div className="mine" data-island="list" data-words={wordsFor(locale, ['list', 'card', 'free', 'minors.welcome', 'minors.dangerous', 'when', 'terms.activityKinds', 'offline'])} data-query={JSON.stringify(query)} data-today={dictionary.today} hidden />
      <ChosenFilters filters={filters} dictionary={dictionary} locale={locale} words={words} />
      <div id="results">
        {total > 0 && <h2 className="count">{counted(words, 'list.found', total)}</h2>}
        {rows.length > 0 ? <ol className="cards">{rows.map((activity) => <ActivityCard key={activity.id} activity={activity} today={dictionary.today} locale={locale} words={words} />)}</ol> : <Empty {...props} />}
        <Pages {...props} />
      </div>
    </div>
  );
};

/** Activities to come, by filters. */
export const tellActivities: Tell = async (ask) => {
  const { client, visit, words } = ask;
  const filters = visit.query as Filters;
  // Which week it is depends on the server's day, so a filter by week waits for it; everything else does not.
  const dictionary = await dictionaryOf(ask);
  const query = queryOf(filters, dictionary.today);
  const { data, total } = await client.listActivities({ query });
  return {
    title: words('list.title'), description: words('list.description', { city: dictionary.cityName }), cityName: dictionary.cityName, sheets: ['activities'], islands: ['list'],
    canonical: (locale) => pathOf('activities', locale, { query: { page: filters.page } }),
    body: (context) => <ListPage {...context} filters={filters} query={query} dictionary={dictionary} rows={data} total={total} />,
  };
};

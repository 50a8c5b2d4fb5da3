import type { PublicDictionary, PublicTalk, PublicTalks } from '@kepu/contracts';
import { talkLanguages, talkLengths } from '../choices.js';
import { Icon } from '../layout/icon.js';
import { langOf, Verbatim } from '../layout/verbatim.js';
import { dictionaryOf } from '../load.js';
import type { PageContext, Tell } from '../page.js';
import { pathOf } from '../routes.js';
import { capital } from '../wording.js';
import { Lecturer, languagesOf, namesOf, seasonOf } from './facts.js';

/** What an address of the menu says, each name once. */
type Filters = Readonly<Partial<Record<'topic' | 'audience' | 'language' | 'longest' | 'month' | 'q' | 'page', string>>>;
interface Option { readonly value: string; readonly name: string }
interface MenuProps extends PageContext { readonly filters: Filters; readonly dictionary: PublicDictionary; readonly found: PublicTalks }
const perPage = 20;
const months = Array.from({ length: 12 }, (_, index) => index + 1);

const Select = ({ name, label, value, any, options, locale }: Pick<PageContext, 'locale'> & { readonly name: keyof Filters; readonly label: string; readonly value: string | undefined; readonly any: string; readonly options: readonly Option[] }) => (
  <label className="field"><span>{label}</span>
    <select name={name} defaultValue={value ?? ''}><option value="">{any}</option>{options.map((option) => <option key={option.value} value={option.value} lang={langOf(option.name, locale)}>{option.name}</option>)}</select>
  </label>
);

/** The filters as a plain form: it works without scripts, and its address can be passed on. */
const FilterForm = ({ filters, dictionary, locale, words }: MenuProps) => {
  const further = (['audience', 'language', 'longest', 'month'] as const).filter((name) => filters[name]).length;
  const any = words('talks.any');
  return (
    <form className="filters" action={pathOf('talks', locale)} method="get" role="search" aria-label={words('talks.filter')}>
      <label className="field filter-search"><span>{words('talks.q')}</span><input type="search" name="q" defaultValue={filters.q ?? ''} maxLength={100} /></label>
      <Select locale={locale} name="topic" label={words('talks.topic')} value={filters.topic} any={any} options={dictionary.topics.flatMap(({ id, name, children }) => [{ value: id, name }, ...children.map((child) => ({ value: child.id, name: `\u3000${child.name}` }))])} />
      <Select locale={locale} name="audience" label={words('talks.audience')} value={filters.audience} any={any} options={dictionary.audiences.map(({ id, name }) => ({ value: id, name }))} />
      <details className="further" open={further > (filters.audience ? 1 : 0)}>
        <summary>{words('filters.more')}</summary>
        <div className="further-fields">
          <Select locale={locale} name="language" label={words('talks.language')} value={filters.language} any={any} options={talkLanguages.map((value) => ({ value, name: words(`terms.talkLanguages.${value}`) }))} />
          <Select locale={locale} name="longest" label={words('talks.length')} value={filters.longest} any={any} options={talkLengths.map((value) => ({ value, name: words('talks.longest', { count: value }) }))} />
          <Select locale={locale} name="month" label={words('talks.month')} value={filters.month} any={any} options={months.map((month) => ({ value: String(month), name: capital(words('talks.month_n', { month })) }))} />
        </div>
      </details>
      <button className="button" type="submit"><Icon name="search" />{words('talks.apply')}</button>
    </form>
  );
};

const Card = ({ talk, locale, words }: Pick<PageContext, 'locale' | 'words'> & { readonly talk: PublicTalk }) => (
  <li className="card">
    <div className="card-text">
      <h3><a className="card-way" href={pathOf('talk', locale, { params: { id: talk.id } })}><Verbatim text={talk.title} locale={locale} /></a></h3>
      <p className="chips"><span className="chip chip-kind"><Verbatim text={namesOf(talk.topics, locale)} locale={locale} /></span><span className="chip chip-calm">{words('talks.minutes', { count: talk.minutes })}</span></p>
      <p className="line"><Icon name="people" /><span><Verbatim text={namesOf(talk.audiences, locale)} locale={locale} /></span></p>
      <p className="soft">{languagesOf(talk, words, locale)} · {seasonOf(talk, words, locale)}</p>
      <p className="soft"><Lecturer talk={talk} locale={locale} words={words} /></p>
      {talk.rating && <p className="line"><Icon name="star" /><span>{words('talks.rating', { average: talk.rating.average, count: talk.rating.count })}</span></p>}
    </div>
  </li>
);

const MenuPage = (props: MenuProps) => {
  const { filters, found: { data, total }, locale, words } = props;
  const [page, last] = [Number(filters.page ?? 1), Math.max(1, Math.ceil(total / perPage))];
  const to = (number: number) => pathOf('talks', locale, { query: { ...filters, page: number > 1 ? String(number) : undefined } });
  const { page: _, ...chosen } = filters;
  return (
    <div className="wrap page" data-island="talks" data-words="{}">
      <h1>{words('talks.heading')}</h1>
      <p className="lead">{words('talks.lead')}</p>
      <p className="ways"><a className="button" href={pathOf('order', locale)}>{words('talks.order_many')}</a><a className="quiet" href={pathOf('talksPrint', locale)}>{words('talks.print')}</a></p>
      <FilterForm {...props} />
      <div id="results">
        {Object.keys(chosen).length > 0 && <p><a className="quiet" href={pathOf('talks', locale)}>{words('talks.clear')}</a></p>}
        {data.length === 0 ? <div className="empty"><h2>{words('talks.none')}</h2><p>{words('talks.none_hint')}</p><p className="ways"><a className="button" href={pathOf('talks', locale)}>{words('talks.all')}</a></p></div>
          : <><h2 className="count">{words('talks.count', { count: total })}</h2><ol className="cards">{data.map((talk) => <Card key={talk.id} talk={talk} locale={locale} words={words} />)}</ol></>}
        {last > 1 && (
          <nav className="pages" aria-label={words('talks.heading')}>
            {page > 1 && <a className="tool" rel="prev" href={to(page - 1)}><Icon name="back" />{words('talks.previous')}</a>}
            <span>{words('talks.page_n', { page, pages: last })}</span>
            {page < last && <a className="tool" rel="next" href={to(page + 1)}>{words('talks.next')}<Icon name="next" /></a>}
          </nav>
        )}
      </div>
    </div>
  );
};

/** 讲座菜单: what villages and communities order from. */
export const tellTalks: Tell = async (ask) => {
  const { client, visit, words } = ask;
  const filters = visit.query as Filters;
  const { topic, audience, language, longest, month, q, page } = filters;
  const [dictionary, found] = await Promise.all([dictionaryOf(ask), client.listPublicTalks({ query: {
    perPage, page: Number(page ?? 1), sort: 'topic', ...(topic && { topicId: topic }), ...(audience && { audienceId: audience }), ...(language && { language: language as PublicTalk['languages'][number] }), ...(longest && { longest: Number(longest) }), ...(month && { month: Number(month) }), ...(q && { q }),
  } })]);
  return {
    title: words('talks.title'), description: words('talks.description'), cityName: dictionary.cityName, sheets: ['activities', 'talks'], islands: ['talks'], canonical: (locale) => pathOf('talks', locale, { query: { page } }),
    body: (context) => <MenuPage {...context} filters={filters} dictionary={dictionary} found={found} />,
  };
};

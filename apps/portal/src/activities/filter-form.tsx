import type { PublicDictionary } from '@kepu/contracts';
import type { Locale } from '@kepu/contracts/labels';
import { kinds } from '../choices.js';
import { Icon } from '../layout/icon.js';
import { langOf, Verbatim } from '../layout/verbatim.js';
import { pathOf } from '../routes.js';
import { dateOf } from '../times.js';
import { capital, type Words } from '../wording.js';
import { furtherFilters, isFiltered, listPath, type Filters } from './filters.js';

interface FormProps { readonly filters: Filters; readonly dictionary: PublicDictionary; readonly locale: Locale; readonly words: Words }
interface Option { readonly value: string; readonly name: string }

const Select = ({ name, label, value, any, options, locale }: { readonly name: keyof Filters; readonly locale: Locale; readonly label: string; readonly value: string | undefined; readonly any: string; readonly options: readonly Option[] }) => (
  <label className="field"><span>{label}</span>
    <select name={name} defaultValue={value ?? ''}>
      <option value="">{any}</option>
      {options.map((option) => <option key={option.value} value={option.value} lang={langOf(option.name, locale)}>{option.name}</option>)}
    </select>
  </label>
);

const topicsOf = ({ topics }: PublicDictionary): Option[] => topics.flatMap(({ id, name, children }) => [{ value: id, name }, ...children.map((child) => ({ value: child.id, name: `\u3000${child.name}` }))]);
const named = ({ id, name }: { id: string; name: string }): Option => ({ value: id, name });

/** The filters as a plain form: it works without scripts, and its address can be passed on. */
export const FilterForm = ({ filters, dictionary, locale, words }: FormProps) => {
  const further = furtherFilters.filter((name) => filters[name]).length;
  const any = words('filters.any');
  return (
    <form className="filters" action={pathOf('activities', locale)} method="get" role="search" aria-label={words('filters.label')}>
      <label className="field filter-search"><span>{words('filters.q')}</span><input type="search" name="q" defaultValue={filters.q ?? ''} maxLength={100} placeholder={words('filters.hint')} /></label>
      <Select locale={locale} name="county" label={words('filters.county')} value={filters.county} any={words('filters.anyCounty')} options={dictionary.counties.map(({ code, name }) => ({ value: code, name }))} />
      <Select locale={locale} name="when" label={words('filters.when')} value={filters.when} any={words('filters.anyTime')} options={(['week', 'month'] as const).map((value) => ({ value, name: words(`filters.${value}`) }))} />
      <details className="further" open={further > 0}>
        <summary>{words('filters.more')}{further > 0 && <span className="badge">{further}</span>}</summary>
        <div className="further-fields">
          <Select locale={locale} name="kind" label={words('filters.kind')} value={filters.kind} any={any} options={kinds.map((kind) => ({ value: kind, name: capital(words(`terms.activityKinds.${kind}`)) }))} />
          <Select locale={locale} name="topic" label={words('filters.topic')} value={filters.topic} any={any} options={topicsOf(dictionary)} />
          <Select locale={locale} name="audience" label={words('filters.audience')} value={filters.audience} any={any} options={dictionary.audiences.map(named)} />
          <label className="field"><span>{words('filters.from')}</span><input type="date" name="from" defaultValue={filters.from} /></label>
          <label className="field"><span>{words('filters.to')}</span><input type="date" name="to" defaultValue={filters.to} /></label>
          <label className="tick"><input type="checkbox" name="free" value="1" defaultChecked={filters.free === '1'} /><span>{words('filters.free')}</span></label>
          <label className="tick"><input type="checkbox" name="minors" value="1" defaultChecked={filters.minors === '1'} /><span>{words('minors.filter')}</span></label>
        </div>
      </details>
      <button className="button" type="submit"><Icon name="search" />{words('filters.submit')}</button>
    </form>
  );
};

const nameIn = (options: readonly Option[], value: string | undefined): string | undefined => options.find((option) => option.value === value)?.name.trim();

/** What is chosen, each to be taken back by one link. */
export const ChosenFilters = ({ filters, dictionary, locale, words }: FormProps) => {
  if (!isFiltered(filters)) return null;
  const day = (value: string | undefined) => value && dateOf(value, locale, dictionary.today);
  const chosen: readonly (readonly [keyof Filters, string | undefined])[] = [
    ['q', filters.q && words('filters.quoted', { text: filters.q })], ['county', nameIn(dictionary.counties.map(({ code, name }) => ({ value: code, name })), filters.county)],
    ['when', filters.when && !filters.from && !filters.to ? words(`filters.${filters.when}`) : undefined], ['kind', filters.kind && capital(words(`terms.activityKinds.${filters.kind}`))],
    ['topic', nameIn(topicsOf(dictionary), filters.topic)], ['audience', nameIn(dictionary.audiences.map(named), filters.audience)],
    ['from', filters.from && words('filters.since', { day: day(filters.from) ?? '' })], ['to', filters.to && words('filters.until', { day: day(filters.to) ?? '' })], ['free', filters.free && words('filters.free')], ['minors', filters.minors && words('minors.filter')],
  ];
  return (
    <ul className="chosen" aria-label={words('filters.chosen')}>
      {chosen.map(([name, text]) => text && (
        <li key={name}><a className="chosen-one" href={listPath(locale, filters, { [name]: undefined })} aria-label={words('filters.remove', { name: text })}><Verbatim text={text} locale={locale} /><Icon name="cross" /></a></li>
      ))}
      <li><a className="quiet" href={pathOf('activities', locale)}>{words('filters.clear')}</a></li>
    </ul>
  );
};

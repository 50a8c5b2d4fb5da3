import type { PublicStop, PublicThings } from '@kepu/contracts';
import { Icon } from '../layout/icon.js';
import { Verbatim } from '../layout/verbatim.js';
import { dictionaryOf } from '../load.js';
import type { PageContext, Tell } from '../page.js';
import { pathOf } from '../routes.js';
import { dateOf } from '../times.js';

interface SharedProps extends PageContext { readonly things: PublicThings; readonly only: string | null }

const Stop = ({ stop, asOf, locale, words }: Pick<PageContext, 'locale' | 'words'> & { readonly stop: PublicStop; readonly asOf: string }) => {
  const day = (given: string): string => dateOf(given, locale, asOf);
  return (
    <li className="printed-talk">
      <h3><Verbatim text={stop.thing.name} locale={locale} /></h3>
      <p className="line"><Icon name="clock" /><span>{stop.from === stop.to ? day(stop.from) : words('things.span', { from: day(stop.from), to: day(stop.to) })} {stop.parts.map((part) => words(`terms.dayParts.${part}`)).join(words('things.parts'))}</span></p>
      <p className="line"><Icon name="place" /><span><Verbatim text={[stop.countyName, stop.place].join(' · ')} locale={locale} /></span></p>
      <p className="soft"><Verbatim text={words('things.host', { unit: stop.unit })} locale={locale} />{stop.activity && <> · <a href={pathOf('activity', locale, { params: { id: stop.activity.id } })}>{words('things.activity')}</a></>}</p>
    </li>
  );
};

const SharedPage = ({ things: { asOf, data, stops }, only, locale, words }: SharedProps) => (
  <div className="wrap page printed" data-island="talks" data-words="{}">
    <div className="printed-head"><div><h1>{words('things.heading')}</h1><p className="lead">{words('things.lead')}</p><p className="soft">{words('things.asOf', { day: dateOf(asOf, locale, '') })}</p><p className="ways"><button className="button by-script print" type="button">{words('things.print')}</button>{only !== null && <> <a className="quiet" href={pathOf('shared', locale)}>{words('things.all')}</a></>}</p></div></div>
    <section className="printed-topic"><h2>{words('things.next')}</h2>{stops.length === 0 ? <p>{words('things.none')}</p> : <ol className="plain-list">{stops.map((stop) => <Stop key={`${stop.thing.id} ${stop.from} ${stop.parts.join()}`} stop={stop} asOf={asOf} locale={locale} words={words} />)}</ol>}</section>
    <section className="printed-topic">
      <h2>{words('things.what')}</h2>
      {data.length === 0 && <p>{words('things.noThings')}</p>}
      <ul className="plain-list">{data.map((thing) => (
        <li key={thing.id} className="printed-talk">
          <h3><Verbatim text={thing.name} locale={locale} /></h3>
          <p className="soft">{words(`terms.thingKinds.${thing.kind}`)} · <Verbatim text={words('things.by', { unit: thing.unit })} locale={locale} />{only === null && data.length > 1 && <> · <a href={pathOf('shared', locale, { query: { thing: thing.id } })}>{words('things.one')}</a></>}</p>
          {thing.about && <p><Verbatim text={thing.about} locale={locale} /></p>}
          {thing.needs && <p className="soft"><Verbatim text={words('things.needs', { text: thing.needs })} locale={locale} /></p>}
        </li>
      ))}</ul>
      <p>{words('things.ask')}</p>
    </section>
  </div>
);

/** Where the van and the travelling museum come next: read, passed on, and printed for the village board. */
export const tellShared: Tell = async (ask) => {
  const { client, words, visit } = ask;
  const only = visit.query['thing'] ?? null;
  const [things, { cityName }] = await Promise.all([client.getPublicThings({ query: only === null ? {} : { thingId: only } }), dictionaryOf(ask)]);
  return { title: words('things.title'), description: words('things.description'), cityName, sheets: ['talks'], islands: ['talks'], body: (context) => <SharedPage {...context} things={things} only={only} /> };
};

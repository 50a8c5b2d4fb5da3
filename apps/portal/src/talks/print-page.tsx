import type { PublicTalk } from '@kepu/contracts';
import { Icon } from '../layout/icon.js';
import { Qr } from '../layout/qr.js';
import { Verbatim } from '../layout/verbatim.js';
import { dictionaryOf, orNone } from '../load.js';
import type { PageContext, Tell } from '../page.js';
import { pathOf } from '../routes.js';
import { dateOf } from '../times.js';
import { inRow, Lecturer, languagesOf, namesOf, seasonOf } from './facts.js';

interface PrintProps extends PageContext { readonly talks: readonly PublicTalk[]; readonly qr: string | null; readonly asOf: string }
const perPage = 200;
/** More than a city's lecturers offer. */
const mostPages = 5;

const PrintPage = ({ talks, qr, asOf, locale, words }: PrintProps) => {
  const topics = [...new Map(talks.flatMap(({ topics: [first] }) => (first ? [[first.id, first.name] as const] : [])))];
  return (
    <div className="wrap page printed" data-island="talks" data-words="{}">
      <p className="trail"><a href={pathOf('talks', locale)}><Icon name="back" />{words('talks.heading')}</a></p>
      <div className="printed-head">
        <div><h1>{words('talks.printed')}</h1><p className="lead">{words('talks.printed_lead')}</p><p className="soft">{words('talks.printed_on', { day: dateOf(asOf, locale, '') })} {words('talks.count', { count: talks.length })}</p><p className="ways"><button className="button by-script print" type="button">{words('talks.print')}</button></p></div>
        {qr && <Qr svg={qr} alt={words('talks.printed_lead')} />}
      </div>
      {topics.map(([id, name]) => (
        <section key={id} className="printed-topic">
          <h2><Verbatim text={name} locale={locale} /></h2>
          <ol className="plain-list">
            {talks.filter(({ topics: [first] }) => first?.id === id).map((talk) => (
              <li key={talk.id} className="printed-talk">
                <h3><Verbatim text={talk.title} locale={locale} /></h3>
                <p>{talk.summary.split('\n').map((line, place) => <span key={place}><Verbatim text={line} locale={locale} /> </span>)}</p>
                <p className="soft">{words('talks.for_whom')}: <Verbatim text={namesOf(talk.audiences, locale)} locale={locale} /> · {words('talks.minutes', { count: talk.minutes })} · {languagesOf(talk, words, locale)} · {seasonOf(talk, words, locale)} · <Lecturer talk={talk} locale={locale} words={words} />{talk.equipment.length > 0 && <> · {words('talks.needs')}: {inRow(talk.equipment.map((each) => words(`terms.talkEquipment.${each}`)), locale)}</>}</p>
              </li>
            ))}
          </ol>
        </section>
      ))}
      {talks.length === 0 && <p>{words('talks.none')}</p>}
    </div>
  );
};

/** The whole menu on paper: a village board has no screen. */
export const tellTalksPrint: Tell = async (ask) => {
  const { client, words } = ask;
  const talks: PublicTalk[] = [];
  let asOf = '';
  for (let page = 1; page <= mostPages; page += 1) {
    const found = await client.listPublicTalks({ query: { page, perPage, sort: 'topic' } });
    talks.push(...found.data);
    asOf = found.asOf;
    if (talks.length >= found.total) break;
  }
  const [{ cityName }, share] = await Promise.all([dictionaryOf(ask), orNone(ask, client.getTalkMenuShare())]);
  return { title: words('talks.printed'), description: words('talks.description'), cityName, sheets: ['talks'], islands: ['talks'], body: (context) => <PrintPage {...context} talks={talks} qr={share?.qr ?? null} asOf={asOf} /> };
};

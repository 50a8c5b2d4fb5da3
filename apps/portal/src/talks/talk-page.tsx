import type { PublicTalk } from '@kepu/contracts';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../layout/icon.js';
import { Qr } from '../layout/qr.js';
import { langOf, Verbatim } from '../layout/verbatim.js';
import { dictionaryOf, orNone } from '../load.js';
import type { PageContext, Tell } from '../page.js';
import { pathOf } from '../routes.js';
import { wordsFor } from '../words.js';
import { inRow, Lecturer, languagesOf, namesOf, seasonOf } from './facts.js';

interface TalkProps extends PageContext { readonly talk: PublicTalk; readonly share: { readonly text: string; readonly qr: string } | null }

const Fact = ({ icon, name, children }: { readonly icon: IconName; readonly name: string; readonly children: ReactNode }) => <div className="fact"><dt><Icon name={icon} />{name}</dt><dd>{children}</dd></div>;

const TalkPage = ({ talk, share, locale, words }: TalkProps) => (
  <article className="wrap page activity" data-island="talks" data-words={wordsFor(locale, ['activity.copied', 'activity.copyFailed'])}>
    <p className="trail"><a href={pathOf('talks', locale)}><Icon name="back" />{words('talks.heading')}</a></p>
    <h1><Verbatim text={talk.title} locale={locale} /></h1>
    <p className="chips"><span className="chip chip-kind"><Verbatim text={namesOf(talk.topics, locale)} locale={locale} /></span></p>
    <dl className="facts-list">
      <Fact icon="people" name={words('talks.for_whom')}><Verbatim text={namesOf(talk.audiences, locale)} locale={locale} /></Fact>
      <Fact icon="clock" name={words('talks.how_long')}>{words('talks.minutes', { count: talk.minutes })}{talk.mostPeople !== null && <> · {words('talks.people', { count: talk.mostPeople })}</>}</Fact>
      <Fact icon="calendar" name={words('talks.when')}>{seasonOf(talk, words, locale)}</Fact>
      <Fact icon="topic" name={words('talks.speaks')}>{languagesOf(talk, words, locale)}</Fact>
      <Fact icon="star" name={words('talks.lecturer')}><Lecturer talk={talk} locale={locale} words={words} /></Fact>
      {talk.rating && <Fact icon="star" name={words('talks.rated')}>{words('talks.rating', { average: talk.rating.average, count: talk.rating.count })}</Fact>}
      {talk.equipment.length > 0 && <Fact icon="info" name={words('talks.needs')}>{inRow(talk.equipment.map((each) => words(`terms.talkEquipment.${each}`)), locale)}</Fact>}
      {talk.needs && <Fact icon="info" name={words('talks.other_needs')}><Verbatim text={talk.needs} locale={locale} /></Fact>}
    </dl>
    <p className="ways"><a className="button button-large" href={pathOf('order', locale, { query: { talks: talk.id } })}>{words('talks.order')}</a></p>
    <section className="block" aria-labelledby="about"><h2 id="about">{words('talks.about')}</h2>{talk.summary.split('\n').map((line, place) => <p key={place}><Verbatim text={line} locale={locale} /></p>)}</section>
    {share && (
      <section className="block share" aria-labelledby="share">
        <div>
          <h2 id="share">{words('activity.share')}</h2>
          <p className="share-text" lang={langOf(share.text, locale)}>{share.text}</p>
          <p><button className="button button-soft copy by-script" type="button" data-text={share.text}><Icon name="copy" />{words('activity.copy')}</button> <span className="copied" role="status" /></p>
        </div>
        <Qr svg={share.qr} alt={words('talks.scan')} />
      </section>
    )}
  </article>
);

/** One talk of the menu. */
export const tellTalk: Tell = async (ask) => {
  const { client, visit: { params } } = ask;
  const id = params['id'] ?? '';
  const [{ cityName }, talk, share] = await Promise.all([dictionaryOf(ask), client.getPublicTalk({ params: { id } }), orNone(ask, client.getTalkMenuShare({ query: { talkId: id } }))]);
  return { title: talk.title, description: talk.summary.replaceAll(/\s+/g, ' ').slice(0, 120), cityName, sheets: ['activities', 'talks'], islands: ['talks'], body: (context) => <TalkPage {...context} talk={talk} share={share} /> };
};

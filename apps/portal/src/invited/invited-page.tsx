import type { InvitationPage } from '@kepu/contracts';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../layout/icon.js';
import { NoScript } from '../layout/parts.js';
import { Verbatim } from '../layout/verbatim.js';
import { When } from '../layout/when.js';
import { dictionaryOf, isAbsent } from '../load.js';
import type { PageContext, Tell } from '../page.js';
import { pathOf } from '../routes.js';
import { wordsFor } from '../words.js';
import { Answer } from './answer.js';

interface InvitedProps extends PageContext { readonly invitation: InvitationPage; readonly token: string; readonly today: string }

const Fact = ({ icon, name, children }: { readonly icon: IconName; readonly name: string; readonly children: ReactNode }) => <div className="fact"><dt><Icon name={icon} />{name}</dt><dd>{children}</dd></div>;

const InvitedPage = (props: InvitedProps) => {
  const { invitation, token, today, words, locale } = props;
  return (
    <article className="wrap page form-page">
      <h1>{invitation.givenName === '' ? words('invited.hello_plain') : words('invited.hello', { name: invitation.givenName })}</h1>
      <p className="lead">{invitation.origin === 'waiting' ? words('invited.asks_waiting') : words('invited.asks', { unit: invitation.unitName })}</p>
      <dl className="facts-list">
        <Fact icon="star" name={words('invited.what')}><Verbatim text={invitation.activity.name} locale={locale} />{invitation.position && <> · <Verbatim text={invitation.position.name} locale={locale} /></>}</Fact>
        <Fact icon="clock" name={words('invited.when')}><When time={invitation} locale={locale} today={today} words={words} /></Fact>
        <Fact icon="place" name={words('invited.where')}><Verbatim text={`${invitation.countyName} ${invitation.place}`} locale={locale} /></Fact>
        {invitation.reasons.length > 0 && <Fact icon="people" name={words('invited.why')}>{invitation.reasons.map(({ code, params }) => <span key={code} className="reason-line">{words(`matching.reasons.${code}`, params)}<br /></span>)}</Fact>}
      </dl>
      <NoScript {...props} what="signup" />
      <div className="island by-script" data-island="invited" data-token={token} data-today={today} data-page={JSON.stringify(invitation)} data-words={wordsFor(locale, ['invited', 'when', 'offline', 'terms.noThanksReasons'])}>
        <div className="invited-answer" tabIndex={-1}><Answer page={invitation} words={words} locale={locale} today={today} /></div>
        <p className="note note-wrong invited-wrong" role="alert" tabIndex={-1} hidden />
        <p className="ways">
          <a className="quiet" href={pathOf('activity', locale, { params: { id: invitation.activity.id } })}>{words('invited.details')}</a>
          {!invitation.off && <button className="quiet invited-stop" type="button">{words('invited.stop')}</button>}
        </p>
        <p className="soft invited-stopped" role="status">{invitation.off ? words('invited.stopped') : ''}</p>
      </div>
      <p className="soft">{words('invited.kept')} <a href={pathOf('matching', locale)}>{words('invited.how')}</a></p>
    </article>
  );
};

/** A link that is not ours, or too old: said kindly, and with the way to where invitations stand. */
const UnknownPage = ({ words, locale }: PageContext) => (
  <div className="wrap page form-page"><h1>{words('invited.unknown')}</h1><p className="lead">{words('invited.unknown_text')}</p><p className="ways"><a className="button" href={`${pathOf('me', locale)}#invitations`}>{words('invited.to_me')}</a></p></div>
);

/** Where the link of an invitation leads: what is asked, and two buttons. Looking changes nothing. */
export const tellInvited: Tell = async (ask) => {
  const token = ask.visit.params['token'] ?? '';
  const [{ cityName, today }, invitation] = await Promise.all([dictionaryOf(ask), ask.client.getInvitationPage({ params: { token } }).catch((error: unknown) => {
    if (isAbsent(error)) return null;
    throw error;
  })]);
  const told = { title: ask.words('invited.title'), description: ask.words('invited.description'), cityName };
  return invitation === null ? { ...told, body: (context) => <UnknownPage {...context} /> } : { ...told, sheets: ['activities', 'forms'], islands: ['invited'], body: (context) => <InvitedPage {...context} invitation={invitation} token={token} today={today} /> };
};

import { NoScript, Skeleton } from '../layout/parts.js';
import { cityOf } from '../load.js';
import type { PageContext, Tell } from '../page.js';
import { wordsFor } from '../words.js';

const InvitationPage = (context: PageContext) => {
  const { words, locale } = context;
  return (
    <div className="wrap page form-page form-narrow">
      <h1>{words('invitation.heading')}</h1>
      <NoScript {...context} what="signIn" />
      <div className="island by-script" data-island="invitation" data-words={wordsFor(locale, ['invitation', 'form', 'offline', 'terms.roles'])}><Skeleton words={words} lines={4} /></div>
    </div>
  );
};

/** Where the link of an invitation leads. */
export const tellInvitation: Tell = async (ask) => ({
  title: ask.words('invitation.title'), description: ask.words('invitation.description'), cityName: await cityOf(ask), sheets: ['forms'], islands: ['invitation'], body: (context) => <InvitationPage {...context} />,
});

import type { PublicDictionary } from '@kepu/contracts';
import { NoScript } from '../layout/parts.js';
import { dictionaryOf } from '../load.js';
import type { PageContext, Tell } from '../page.js';
import { Choice, Field, Group } from '../register/fields.js';
import { pathOf } from '../routes.js';
import { capital } from '../wording.js';
import { wordsFor } from '../words.js';

/** What can be complained about, in the order of the form. */
const kinds = ['false_hours', 'forced_service', 'charging', 'personal_data', 'minor_safety', 'wrong_content', 'matching', 'other'] as const;

const ComplaintsPage = (context: PageContext) => {
  const { words, locale } = context;
  return (
    <div className="wrap page form-page">
      <h1>{words('complaints.heading')}</h1>
      <p className="lead">{words('complaints.lead')}</p>
      <NoScript {...context} what="own" />
      <div className="island by-script" data-island="complaints" data-words={wordsFor(locale, ['complaints', 'form', 'offline', 'activity.copyFailed'])}>
        <form className="form" method="post" noValidate>
          <p className="about-page soft" hidden />
          <Group name="kind" label={words('complaints.kind')}><div className="choices choices-three">{kinds.map((kind) => <Choice key={kind} type="radio" name="kind" value={kind} text={capital(words(`terms.complaintKinds.${kind}`))} locale={locale} />)}</div></Group>
          <Field name="text" label={words('complaints.text')} hint={words('complaints.textHint')}><textarea id="text" name="text" rows={6} maxLength={10_000} required aria-describedby="text-hint text-wrong" /></Field>
          <Field name="contact" label={words('complaints.contact')} hint={words('complaints.contactHint')}><input id="contact" name="contact" autoComplete="off" maxLength={254} aria-describedby="contact-hint contact-wrong" /></Field>
          <Field name="name" label={words('complaints.name')}><input id="name" name="name" autoComplete="off" maxLength={60} aria-describedby="name-wrong" /></Field>
          <p className="soft">{words('complaints.kept')}</p>
          <div className="form-end"><p className="note note-wrong form-wrong" role="alert" tabIndex={-1} hidden /><button className="button button-large" type="submit" disabled>{words('complaints.submit')}</button></div>
        </form>
      </div>
      <p className="form-aside">{words('complaints.look')}</p>
      <p className="form-aside soft">{words('complaints.law')}</p>
    </div>
  );
};

/** 投诉与建议: anybody, without an account; every page leads here. */
export const tellComplaints: Tell = async (ask) => {
  const { cityName }: PublicDictionary = await dictionaryOf(ask);
  return {
    title: ask.words('complaints.title'), description: ask.words('complaints.description'), cityName, canonical: (locale) => pathOf('complaints', locale), sheets: ['forms'], islands: ['complaints'], body: (context) => <ComplaintsPage {...context} />,
  };
};

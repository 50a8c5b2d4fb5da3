import type { MinorPolicy, PublicDictionary } from '@kepu/contracts';
import { occupations } from '../choices.js';
import { NoScript } from '../layout/parts.js';
import { langOf } from '../layout/verbatim.js';
import { dictionaryOf, orNone } from '../load.js';
import type { PageContext, Tell } from '../page.js';
import { pathOf } from '../routes.js';
import { capital } from '../wording.js';
import { wordsFor } from '../words.js';
import { Availability, Choice, Field, Group } from './fields.js';
import { PrivacyText } from './privacy.js';

interface RegisterProps extends PageContext { readonly dictionary: PublicDictionary; readonly policy: MinorPolicy | null }

const Person = ({ words }: RegisterProps) => (
  <>
    <Field name="name" label={words('register.name')} hint={words('register.nameHint')}><input id="name" name="name" autoComplete="name" maxLength={60} required aria-describedby="name-hint name-wrong" /></Field>
    <Field name="phone" label={words('register.phone')} hint={words('register.phoneHint')}><input id="phone" name="phone" type="tel" inputMode="tel" autoComplete="tel" maxLength={20} required aria-describedby="phone-hint phone-wrong" /></Field>
    <Field name="bornOn" label={words('register.bornOn')} hint={words('register.bornOnHint')}><input id="bornOn" name="bornOn" inputMode="numeric" autoComplete="bday" maxLength={14} required aria-describedby="bornOn-hint bornOn-read bornOn-wrong" /><p className="read" id="bornOn-read" role="status" /></Field>
  </>
);

const Work = ({ dictionary, words, locale }: RegisterProps) => (
  <>
    <Group name="occupation" label={words('register.occupation')}>
      <div className="choices choices-three">{occupations.map((one) => <Choice key={one} type="radio" name="occupation" value={one} text={capital(words(`terms.occupations.${one}`))} locale={locale} />)}</div>
    </Group>
    <Field name="unitId" label={words('register.unit')} optional={words('register.optional')} hint={words('register.unitHint')}>
      <div className="finder"><input id="unitId" type="text" role="combobox" aria-expanded="false" aria-controls="units" aria-autocomplete="list" autoComplete="off" maxLength={100} aria-describedby="unitId-hint unitId-wrong" /><ul id="units" role="listbox" aria-label={words('register.unit')} hidden /></div>
    </Field>
    <Group name="countyCode" label={words('register.county')}>
      <div className="choices choices-three">{dictionary.counties.map(({ code, name }) => <Choice key={code} type="radio" name="countyCode" value={code} text={name} locale={locale} />)}</div>
    </Group>
  </>
);

const Wishes = ({ dictionary, words, locale }: RegisterProps) => (
  <>
    <Group name="availability" label={words('register.availability')} optional={words('register.optional')}><Availability words={words} locale={locale} /></Group>
    <details className="topics">
      <summary>{words('register.topics')} <span className="soft">{words('register.optional')}</span></summary>
      <p className="hint">{words('register.topicsHint')}</p>
      {dictionary.topics.map(({ id, name, children }) => (
        <fieldset key={id} className="topic-group"><legend lang={langOf(name, locale)}>{name}</legend><div className="choices">{(children.length > 0 ? children : [{ id, name }]).map((topic) => <Choice key={topic.id} type="checkbox" name="topicIds" value={topic.id} text={topic.name} locale={locale} />)}</div></fieldset>
      ))}
    </details>
  </>
);

const Closing = ({ dictionary, ...context }: RegisterProps) => {
  const { words, locale } = context;
  return (
    <>
      <Field name="password" label={words('register.password')} hint={words('register.passwordHint')}>
        <div className="secret"><input id="password" name="password" type="password" autoComplete="new-password" maxLength={200} required aria-describedby="password-hint password-wrong" /><button className="tool reveal" type="button" aria-pressed="false" aria-controls="password">{words('register.reveal')}</button></div>
      </Field>
      <div className="field" data-field="consent">
        <label className="tick"><input id="consent" type="checkbox" name="consent" value={dictionary.consentVersion} required aria-describedby="consent-wrong" /><span>{words('register.consent')}</span></label>
        <p className="wrong" id="consent-wrong" role="alert" />
        <details className="privacy-details"><summary>{words('register.readPrivacy')}</summary><div className="privacy-scroll" role="region" tabIndex={0} aria-label={words('privacy.title')}><PrivacyText {...context} version={dictionary.consentVersion} /></div><p><a href={pathOf('privacy', locale)}>{words('register.privacyPage')}</a></p></details>
      </div>
    </>
  );
};

const RegisterPage = (props: RegisterProps) => {
  const { words, locale, dictionary, policy } = props;
  return (
    <div className="wrap page form-page">
      <h1>{words('register.heading')}</h1>
      <p className="lead">{words('register.lead')}</p>
      <NoScript {...props} what="register" />
      <form className="form by-script" method="post" data-island="register" data-today={dictionary.today} data-bands={policy && JSON.stringify(policy.bands)} data-words={wordsFor(locale, ['register', 'entry', 'form', 'offline', 'activity.copyFailed'])} noValidate>
        <Person {...props} /><Work {...props} /><Wishes {...props} /><Closing {...props} />
        <div className="form-end">
          <p className="note note-wrong form-wrong" role="alert" tabIndex={-1} hidden />
          <button className="button button-large" type="submit" disabled>{words('register.submit')}</button>
          <p>{words('register.already')} <a className="to-sign-in" href={pathOf('signIn', locale)}>{words('register.signIn')}</a></p>
          <p><a href={pathOf('family', locale)}>{words('register.minor.toFamily')}</a></p>
        </div>
      </form>
    </div>
  );
};

/** Registration as a volunteer: drawn by the server, sent by an island. */
export const tellRegister: Tell = async (ask) => {
  const [dictionary, policy] = await Promise.all([dictionaryOf(ask), orNone(ask, ask.client.getMinorPolicy())]);
  return {
    title: ask.words('register.title'), description: ask.words('register.description'), cityName: dictionary.cityName, sheets: ['forms'], islands: ['register'],
    body: (context) => <RegisterPage {...context} dictionary={dictionary} policy={policy} />,
  };
};

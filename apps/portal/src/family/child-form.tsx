import type { PublicDictionary } from '@kepu/contracts';
import { consentVersions } from '@kepu/contracts/consents';
import { relations } from '../choices.js';
import { langOf } from '../layout/verbatim.js';
import type { PageContext } from '../page.js';
import { Choice, Field, Group } from '../register/fields.js';
import { pathOf } from '../routes.js';
import { capital } from '../wording.js';
import { GuardianBirth } from './guardian-birth.js';
import { PrivacyTick, ReadTick } from './guardian-form.js';

/** The form by which a guardian registers a child. Two texts, each with a tick of its own: what a child needs is no small print of what everybody agrees to. */
export const ChildForm = ({ dictionary, ...context }: PageContext & { readonly dictionary: PublicDictionary }) => {
  const { words, locale } = context;
  return (
    <form className="form child-form" method="post" data-today={dictionary.today} noValidate>
      <h2 tabIndex={-1}>{words('myFamily.form.heading')}</h2>
      <Field name="name" label={words('myFamily.form.name')} hint={words('myFamily.form.nameHint')}><input id="name" name="name" autoComplete="off" maxLength={60} required aria-describedby="name-hint name-wrong" /></Field>
      <Field name="bornOn" label={words('myFamily.form.bornOn')} hint={words('myFamily.form.bornOnHint')}><input id="bornOn" name="bornOn" inputMode="numeric" autoComplete="off" maxLength={14} required aria-describedby="bornOn-hint bornOn-read bornOn-wrong" /><p className="read" id="bornOn-read" role="status" /></Field>
      <Group name="relation" label={words('myFamily.form.relation')}><div className="choices">{relations.map((one) => <Choice key={one} type="radio" name="relation" value={one} text={capital(words(`terms.relations.${one}`))} locale={locale} />)}</div></Group>
      <div className="guardian-birth" hidden><GuardianBirth name="guardianBornOn" words={words} /></div>
      <Group name="countyCode" label={words('myFamily.form.county')}><div className="choices choices-three">{dictionary.counties.map(({ code, name }) => <Choice key={code} type="radio" name="countyCode" value={code} text={name} locale={locale} />)}</div></Group>
      <Field name="unitId" label={words('myFamily.form.school')} optional={words('register.optional')} hint={words('myFamily.form.schoolHint')}>
        <div className="finder"><input id="unitId" type="text" role="combobox" aria-expanded="false" aria-controls="units" aria-autocomplete="list" autoComplete="off" maxLength={100} aria-describedby="unitId-hint unitId-wrong" /><ul id="units" role="listbox" aria-label={words('myFamily.form.school')} hidden /></div>
      </Field>
      <details className="topics">
        <summary>{words('myFamily.form.topics')} <span className="soft">{words('register.optional')}</span></summary>
        {dictionary.topics.map(({ id, name, children }) => (
          <fieldset key={id} className="topic-group"><legend lang={langOf(name, locale)}>{name}</legend><div className="choices">{(children.length > 0 ? children : [{ id, name }]).map((topic) => <Choice key={topic.id} type="checkbox" name="topicIds" value={topic.id} text={topic.name} locale={locale} />)}</div></fieldset>
        ))}
      </details>
      <p className="hint">{words('myFamily.form.separate')}</p>
      <PrivacyTick {...context} version={dictionary.consentVersion} label={words('myFamily.form.privacy')} />
      <ReadTick name="childConsent" version={consentVersions.child} label={words('myFamily.form.child')} read={words('myFamily.form.readChild')} page={words('myFamily.form.childPage')} href={pathOf('children', locale)} region={words('childrenPage.title')}><p>{words('consentTexts.child')}</p></ReadTick>
      <div className="form-end"><p className="note note-wrong form-wrong" role="alert" tabIndex={-1} hidden /><p className="ways"><button className="button button-large" type="submit" disabled>{words('myFamily.form.submit')}</button><button className="quiet cancel" type="button">{words('myFamily.form.cancel')}</button></p></div>
    </form>
  );
};

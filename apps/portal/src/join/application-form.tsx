import type { PublicDictionary } from '@kepu/contracts';
import type { Locale } from '@kepu/contracts/labels';
import { Choice, Field, Group } from '../register/fields.js';
import { capital, type Words } from '../wording.js';

/** Bodies that apply by themselves, in the order of the form. */
export const applicantKinds = ['school', 'hospital', 'village', 'community', 'township', 'enterprise', 'society', 'institution', 'other'] as const;

/** The fields of an application: the body, and who speaks for it. */
export const ApplicationFields = ({ words, locale, counties }: { readonly words: Words; readonly locale: Locale; readonly counties: PublicDictionary['counties'] }) => (
  <>
    <h2>{words('join.unit')}</h2>
    <Field name="unitName" label={words('join.unitName')} hint={words('join.unitNameHint')}><input id="unitName" name="unitName" autoComplete="organization" maxLength={120} required aria-describedby="unitName-hint unitName-wrong" /></Field>
    <Group name="kind" label={words('join.kind')}>
      <div className="choices choices-three">{applicantKinds.map((kind) => <Choice key={kind} type="radio" name="kind" value={kind} text={capital(words(`terms.unitKinds.${kind}`))} locale={locale} />)}</div>
    </Group>
    <Group name="countyCode" label={words('join.county')}>
      <div className="choices choices-three">{counties.map(({ code, name }) => <Choice key={code} type="radio" name="countyCode" value={code} text={name} locale={locale} />)}</div>
    </Group>
    <Field name="place" label={words('join.place')}><input id="place" name="place" autoComplete="street-address" maxLength={200} required aria-describedby="place-wrong" /></Field>
    <h2>{words('join.person')}</h2>
    <Field name="name" label={words('join.name')}><input id="name" name="name" autoComplete="name" maxLength={60} required aria-describedby="name-wrong" /></Field>
    <Field name="duty" label={words('join.duty')} hint={words('join.dutyHint')}><input id="duty" name="duty" autoComplete="organization-title" maxLength={200} required aria-describedby="duty-hint duty-wrong" /></Field>
    <Field name="contact" label={words('join.contact')} hint={words('join.contactHint')}><input id="contact" name="contact" autoComplete="tel" maxLength={254} required aria-describedby="contact-hint contact-wrong" /></Field>
    <Field name="note" label={words('join.note')}><textarea id="note" name="note" rows={3} maxLength={500} aria-describedby="note-wrong" /></Field>
  </>
);

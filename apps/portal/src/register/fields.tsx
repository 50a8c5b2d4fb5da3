import type { Locale } from '@kepu/contracts/labels';
import type { ReactNode } from 'react';
import { dayParts, weekdays } from '../choices.js';
import { Verbatim } from '../layout/verbatim.js';
import { capital, type Words } from '../wording.js';

interface FieldProps { readonly name: string; readonly label: string; readonly hint?: string | undefined; readonly optional?: string | undefined; readonly children: ReactNode }

/** A field with its label above, its hint below and room for what is wrong with it. */
export const Field = ({ name, label, hint, optional, children }: FieldProps) => (
  <div className="field" data-field={name}>
    <label htmlFor={name}>{label}{optional && <span className="soft"> {optional}</span>}</label>
    {children}
    {hint && <p className="hint" id={`${name}-hint`}>{hint}</p>}
    <p className="wrong" id={`${name}-wrong`} role="alert" />
  </div>
);

interface GroupProps extends Omit<FieldProps, 'children'> { readonly children: ReactNode }

/** Several choices under one question. */
export const Group = ({ name, label, hint, optional, children }: GroupProps) => (
  <fieldset className="field" data-field={name} id={name} tabIndex={-1} aria-describedby={`${name}-wrong`}>
    <legend>{label}{optional && <span className="soft"> {optional}</span>}</legend>
    {hint && <p className="hint">{hint}</p>}
    {children}
    <p className="wrong" id={`${name}-wrong`} role="alert" />
  </fieldset>
);

/** One of the large buttons that stand for a choice. */
export const Choice = ({ type, name, value, text, locale, checked = false }: { readonly type: 'radio' | 'checkbox'; readonly name: string; readonly value: string; readonly text: string; readonly locale: Locale; readonly checked?: boolean }) => (
  <label className="choice"><input type={type} name={name} value={value} defaultChecked={checked} /><span><Verbatim text={text} locale={locale} /></span></label>
);

/** When a person has time: what most people say is one tap, and every part of a week can be said. */
export const Availability = ({ words, locale, value = '' }: { readonly words: Words; readonly locale: Locale; readonly value?: string }) => (
  <>
    <div className="choices">{(['weekend', 'evenings', 'all'] as const).map((preset) => <button key={preset} className="choice-button" type="button" data-preset={preset} aria-pressed="false">{words(`register.${preset}`)}</button>)}</div>
    <details className="week-details">
      <summary>{words('register.week')}</summary>
      <table className="week">
        <thead><tr><td />{dayParts.map((part) => <th key={part} scope="col">{capital(words(`terms.dayParts.${part}`))}</th>)}</tr></thead>
        <tbody>
          {weekdays.map((day, row) => (
            <tr key={day}>
              <th scope="row">{words(`terms.weekdays.${day}`)}</th>
              {dayParts.map((part, column) => (
                <td key={part}><label className="week-part"><input type="checkbox" name="availability" value={String(row * 3 + column)} defaultChecked={value[row * 3 + column] === '1'} /><span className="unseen">{words(`terms.weekdays.${day}`)}{locale === 'en' ? ' ' : ''}{words(`terms.dayParts.${part}`)}</span></label></td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  </>
);

import { ApiProblem } from '@kepu/api-client/slim';
import type { Collection, CollectionField } from '@kepu/contracts';

/** A column as it is designed: numbers are text until it is saved, and options stand one a line. `key` is null for a new one; `at` tells it from the others on the page. */
export interface Designed { readonly at: string; readonly key: string | null; readonly label: string; readonly type: CollectionField['type']; readonly required: boolean; readonly help: string; readonly unitOfMeasure: string; readonly places: number; readonly min: string; readonly max: string; readonly maxLength: string; readonly options: string; readonly sum: CollectionField['sum']; readonly personalReason: string }

const textOf = (value: number | string | null): string => (value === null ? '' : String(value));
/** Columns of a collection, as the page shows them. */
export const designedOf = ({ fields }: Pick<Collection, 'fields'>): Designed[] => fields.map((field) => ({
  at: field.key, key: field.key, label: field.label, type: field.type, required: field.required, help: textOf(field.help), unitOfMeasure: textOf(field.unitOfMeasure), places: field.places, min: textOf(field.min), max: textOf(field.max), maxLength: textOf(field.maxLength), options: field.options.join('\n'), sum: field.sum, personalReason: textOf(field.personalReason),
}));
/** A new column: what is asked for most is how many there are. */
export const newField = (at: string): Designed => ({ at, key: null, label: '', type: 'whole', required: false, help: '', unitOfMeasure: '', places: 2, min: '', max: '', maxLength: '', options: '', sum: 'sum', personalReason: '' });

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
const numberOrNull = (text: string): number | null => { const value = Number(text.trim()); return text.trim() === '' || !Number.isFinite(value) ? null : value; };
const optionsOf = (text: string): string[] => text.split('\n').map((one) => one.trim()).filter((one) => one !== '');
const isNumber = (type: CollectionField['type']): boolean => type === 'whole' || type === 'decimal';
const isText = (type: CollectionField['type']): boolean => type === 'text' || type === 'long';
const isChoice = (type: CollectionField['type']): boolean => type === 'choice' || type === 'choices';
/** What a type has to be told; the rest of what was typed is not sent. */
export const asks = { number: isNumber, text: isText, choice: isChoice } as const;

/** Columns as they are sent. */
export const fieldsOf = (designed: readonly Designed[]) => designed.map(({ key, label, type, required, help, unitOfMeasure, places, min, max, maxLength, options, sum, personalReason }) => ({
  key, label: label.trim(), type, required, help: textOrNull(help), unitOfMeasure: isNumber(type) ? textOrNull(unitOfMeasure) : null, places, min: isNumber(type) ? numberOrNull(min) : null, max: isNumber(type) ? numberOrNull(max) : null, maxLength: isText(type) ? numberOrNull(maxLength) : null, options: isChoice(type) ? optionsOf(options) : [], sum, personalReason: textOrNull(personalReason),
}));
/** Columns as a unit would see them, before they are saved. */
export const previewOf = (designed: readonly Designed[]): CollectionField[] => fieldsOf(designed).map((field, index) => ({ ...field, key: designed[index]?.at ?? String(index) }));

/** What was refused of a design, by the place of the column. Words of each part; those of no part go to the name. */
export const faultsOf = (error: unknown): ReadonlyMap<number, Readonly<Record<string, string>>> => {
  const faults = new Map<number, Record<string, string>>();
  if (!(error instanceof ApiProblem)) return faults;
  for (const { path, message } of error.problem.errors ?? []) {
    const found = /^body\.fields\.(\d+)(?:\.(\w+))?/.exec(path);
    if (found) faults.set(Number(found[1]), { ...faults.get(Number(found[1])), [found[2] ?? 'label']: message });
  }
  return faults;
};

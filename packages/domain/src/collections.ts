import type { CollectionField, CollectionRow, CollectionSum } from '@kepu/contracts';
import { isEmptyCell, type CellFault } from './collection-cells.js';

/** How many workdays before the last day those are reminded who have not answered. */
export const COLLECTION_REMIND_WORKDAYS = 2;

const personal = /身份证|证件号|手机|电话|联系方式|姓名|名字|微信号|住址|家庭地址|出生|银行卡|邮箱|id.?(?:card|number)|phone|mobile|e-?mail/iu;
/** Words of a column that seem to ask for somebody's data. What a unit is called, or how many names there are, is asked for by other words. */
export const asksForPersonalData = (label: string): boolean => personal.test(label);

const numeric: ReadonlySet<string> = new Set(['whole', 'decimal']);
const countable: ReadonlySet<string> = new Set(['flag', 'choice', 'choices']);
/** What can be made of a column of a type. */
export const sumsFor = (type: CollectionField['type']): readonly CollectionField['sum'][] => (numeric.has(type) ? ['none', 'sum', 'average'] : countable.has(type) ? ['none', 'count'] : ['none']);

/** What is wrong with the design of a column, by its place from 0 and the part that is wrong. */
export interface FieldFault extends CellFault { readonly index: number; readonly part: 'label' | 'options' | 'min' | 'sum' | 'personalReason' }
/** All that is wrong with some columns. */
export const fieldFaults = (fields: readonly Pick<CollectionField, 'label' | 'type' | 'options' | 'min' | 'max' | 'sum' | 'personalReason'>[]): FieldFault[] => fields.flatMap((field, index) => {
  const faults: FieldFault[] = [];
  const add = (part: FieldFault['part'], code: string, params?: CellFault['params']): void => { faults.push({ index, part, code, ...(params ? { params } : {}) }); };
  if (fields.some((other, place) => place < index && other.label === field.label)) add('label', 'label_twice', { value: field.label });
  if (field.type === 'choice' || field.type === 'choices') {
    if (field.options.length < 2) add('options', 'options_missing');
    const twice = field.options.find((option, place) => field.options.indexOf(option) !== place);
    if (twice !== undefined) add('options', 'option_twice', { value: twice });
    // Parted by these in a sheet: one option would be read as two.
    if (field.type === 'choices') { const parted = field.options.find((option) => /[、,，;；]/u.test(option)); if (parted !== undefined) add('options', 'option_parted', { value: parted }); }
  }
  if (field.min !== null && field.max !== null && field.min > field.max) add('min', 'bounds');
  if (!sumsFor(field.type).includes(field.sum)) add('sum', 'sum_unfit');
  if (field.personalReason === null && asksForPersonalData(field.label)) add('personalReason', 'personal_reason');
  return faults;
});

/** Why columns of a collection that somebody has answered cannot be changed so: gone, holding something else, or demanded though new. */
export const structureFault = (before: readonly CollectionField[], after: readonly CollectionField[]): { readonly code: 'field_gone' | 'field_retyped' | 'field_demanded'; readonly label: string } | null => {
  const next = new Map(after.map((field) => [field.key, field]));
  for (const field of before) {
    const now = next.get(field.key);
    if (!now) return { code: 'field_gone', label: field.label };
    const same = now.type === field.type && now.places === field.places && now.unitOfMeasure === field.unitOfMeasure && now.min === field.min && now.max === field.max && now.maxLength === field.maxLength && field.options.every((option) => now.options.includes(option)) && (field.required || !now.required);
    if (!same) return { code: 'field_retyped', label: field.label };
  }
  const known = new Set(before.map(({ key }) => key));
  const demanded = after.find((field) => !known.has(field.key) && field.required);
  return demanded ? { code: 'field_demanded', label: demanded.label } : null;
};

/** Whether a column still holds what it held under the same key in an earlier collection: so that a figure in 元 is not taken for one in 万元. */
export const holdsTheSame = (now: CollectionField, before: CollectionField): boolean =>
  now.key === before.key && now.type === before.type && now.unitOfMeasure === before.unitOfMeasure && before.options.every((option) => now.options.includes(option));

const scaleOf = (field: Pick<CollectionField, 'type' | 'places'>): number => 10 ** (field.type === 'decimal' ? field.places : 0);
/** What is made of each column over some rows. Decimals are added up as whole numbers of their smallest part, so that 0.1 and 0.2 are 0.3; an average has two places more than its column. */
export const sumRows = (fields: readonly CollectionField[], rows: readonly CollectionRow[]): CollectionSum[] => fields.map((field) => {
  const values = rows.map((row) => row[field.key]).filter((value) => !isEmptyCell(value));
  const scale = scaleOf(field);
  const numbers = values.filter((value) => typeof value === 'number');
  const total = Number(numbers.reduce((sum, value) => sum + BigInt(Math.round(value * scale)), 0n));
  const value = field.sum === 'sum' ? total / scale : field.sum === 'average' && numbers.length > 0 ? Math.round((total / numbers.length) * 100) / (scale * 100) : null;
  const words = field.type === 'flag' ? ['true', 'false'] : field.options;
  const counts = field.sum === 'count' ? words.map((option) => ({ option, count: values.filter((one) => (Array.isArray(one) ? one.includes(option) : String(one) === option)).length })) : [];
  return { key: field.key, filled: values.length, empty: rows.length - values.length, value, counts };
});

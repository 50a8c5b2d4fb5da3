import { occupations, type Occupation, type RosterProblemCode } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import { lengths } from '@kepu/contracts';
import { ADULT_AGE, ageOn } from '@kepu/domain';
import { normalisePhone } from '../../platform/crypto/normalise.js';
import { Finder, plain } from './roster-columns.js';

/** What a cell says, or what is wrong with it. */
export type Read<T> = { readonly value: T } | { readonly code: RosterProblemCode; readonly suggestion?: string | null };

/** Nobody is older. */
const OLDEST = 120;
/** What people call what they do, beside the words that the pages use. */
const alsoCalled: Readonly<Partial<Record<Occupation, readonly string[]>>> = {
  teacher: ['老师', '中小学教师', '大学教师', '教职工'], medical: ['医生', '护士', '医师', '医务人员', '医护', '医护人员'], university_student: ['大学生', '研究生', '学生', '高校学生', '在校大学生'], researcher: ['科研人员', '工程师', '科技人员'],
  agronomist: ['农技员', '农艺师'], village_official: ['村官'], employee: ['职工', '企业员工', '员工', '工人'], media_arts: ['媒体', '文艺', '记者'], retired: ['退休', '离退休人员', '退休教师'], other: ['公务员', '干部', '机关干部', '事业单位人员', '社区工作者', '自由职业', '农民'],
};
/** Words for occupations. */
export const occupationFinder = (): Finder => new Finder(occupations.map((id) => ({
  id, names: [label('zh-CN', `terms.occupations.${id}`), label('en', `terms.occupations.${id}`), ...(alsoCalled[id] ?? [])],
})));

/** A person's name. */
export const readName = (text: string): Read<string> => {
  const name = plain(text);
  if (name === '') return { code: 'missing' };
  return name.length > lengths.personName || !/^[\p{L}\p{M}][\p{L}\p{M}\p{N} .·•'’-]*$/u.test(name) ? { code: 'bad_name' } : { value: name.replaceAll('•', '·') };
};

/** A number; one that the sheet has rounded is not guessed. */
export const readPhone = (text: string): Read<string> => {
  const given = plain(text).replace(/\.0+$/u, '');
  if (given === '') return { code: 'missing' };
  const scientific = /^(\d)(?:\.(\d+))?e\+?(\d{1,2})$/iu.exec(given);
  if (scientific) {
    const [, first = '', rest = '', power = '0'] = scientific;
    // Excel keeps all digits of a number and only shows it shorter; what was copied as text has lost them.
    const whole = rest.length <= Number(power) && rest.length >= 6 ? `${first}${rest.padEnd(Number(power), '0')}` : '';
    const phone = normalisePhone(whole);
    return phone && rest.length >= Number(power) - 1 ? { value: phone } : { code: 'phone_rounded' };
  }
  const phone = normalisePhone(given);
  return phone ? { value: phone } : { code: 'bad_phone' };
};

const two = (text: string): string => text.padStart(2, '0');
const isDay = (day: string): boolean => { const date = new Date(`${day}T00:00:00Z`); return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day); };

/** A day as people write one. */
export const readBirthDate = (text: string, today: string): Read<string> => {
  const given = plain(text).replace(/[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/u, '');
  if (given === '') return { code: 'missing' };
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(given.replaceAll(' ', '')) ?? /^(\d{4})(\d{2})(\d{2})$/u.exec(given);
  const day = parts ? `${parts[1] ?? ''}-${two(parts[2] ?? '')}-${two(parts[3] ?? '')}` : null;
  if (day === null) return { code: 'bad_date', suggestion: fromSerial(given) };
  if (!isDay(day) || day > today || ageOn(day, today) > OLDEST) return { code: 'bad_date', suggestion: null };
  return ageOn(day, today) < ADULT_AGE ? { code: 'under_age' } : { value: day };
};

/** A cell of the format “general” holds the day as a number, counted from 1900. */
const fromSerial = (text: string): string | null => (/^[1-4]\d{4}$/u.test(text) ? new Date(Date.UTC(1899, 11, 30) + Number(text) * 86_400_000).toISOString().slice(0, 10) : null);

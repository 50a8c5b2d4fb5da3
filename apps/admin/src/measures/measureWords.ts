import type { Evidence, Measure } from '@kepu/contracts';
import { useTranslate } from 'react-admin';
import { useFormat } from '../ui/format.js';

/** Service is counted in minutes and told in hours; everything else is told as it is counted. */
export const isTime = ({ sources }: Pick<Measure, 'sources'>): boolean => sources.includes('volunteer_minutes');
/** Minutes of an hour: what a person enters in hours is kept in minutes. */
export const minutesPerHour = 60;

/** The numbers of a measure as people say them. */
export const useMeasureWords = () => {
  const t = useTranslate();
  const { number } = useFormat();
  const told = (measure: Pick<Measure, 'sources'>, value: number): string => number(isTime(measure) ? Math.round((value / minutesPerHour) * 10) / 10 : value);
  return {
    told,
    /** What is wanted: 不少于 8,000 人次, 2–3 家. Empty without a number. */
    wanted: (measure: Measure): string => {
      const { min, max, approx, unitOfMeasure } = measure;
      if (min === null && max === null) return '';
      const about = approx ? t('admin.items.about') : '';
      if (min !== null && max !== null) return min === max ? `${about}${told(measure, min)} ${unitOfMeasure}` : `${about}${told(measure, min)}–${told(measure, max)} ${unitOfMeasure}`;
      return min !== null ? `${about}${told(measure, min)} ${unitOfMeasure}` : `${t('admin.items.at_most')}${told(measure, max ?? 0)} ${unitOfMeasure}`;
    },
    /** One line of evidence: +320, −2 h. */
    quantity: ({ metric, quantity }: Pick<Evidence, 'metric' | 'quantity'>): string => {
      const value = metric === 'volunteer_minutes' ? `${number(Math.round((quantity / minutesPerHour) * 10) / 10)} ${t('admin.measures.hours')}` : number(quantity);
      return quantity > 0 ? `+${value}` : value;
    },
  };
};

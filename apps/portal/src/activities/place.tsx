import type { ActivityRow } from '@kepu/contracts';
import type { Locale } from '@kepu/contracts/labels';
import { Chip } from '../layout/chip.js';
import { Verbatim } from '../layout/verbatim.js';
import { counted, type Words } from '../wording.js';

/** 瓯海区 · 三垟街道 · 文化礼堂. */
export const Place = ({ county, township, place, locale }: { readonly county: { name: string }; readonly township?: { name: string } | null; readonly place?: string; readonly locale: Locale }) =>
  <Verbatim text={[county.name, township?.name, place].filter(Boolean).join(' · ')} locale={locale} />;

/** Whether there is a place to have, or what else has become of the activity. */
export const FreeChip = ({ activity: { state, free, wanted }, words }: { readonly activity: Pick<ActivityRow, 'state' | 'free' | 'wanted'>; readonly words: Words }) => {
  if (state === 'cancelled') return <Chip tone="wrong" icon="alert" word={words('free.cancelled')} />;
  if (state !== 'open' || wanted === 0) return <Chip tone="calm" icon="clock" word={words('free.over')} />;
  return free > 0 ? <Chip tone="good" icon="people" word={counted(words, 'free.places', free)} /> : <Chip tone="wait" icon="queue" word={words('free.full')} />;
};

/** Whether minors are welcome, or must not come; most activities say neither. */
export const MinorsChip = ({ activity: { minors, dangerous }, words }: { readonly activity: Pick<ActivityRow, 'minors' | 'dangerous'>; readonly words: Words }) => {
  if (dangerous) return <Chip tone="wrong" icon="alert" word={words('minors.dangerous')} />;
  return minors && <Chip tone="good" icon="star" word={words('minors.welcome')} />;
};

import type { Position } from '@kepu/contracts';
import type { Locale } from '@kepu/contracts/labels';
import { Chip } from '../layout/chip.js';
import { counted, type Words } from '../wording.js';

type Counted = Pick<Position, 'minimum' | 'maximum' | 'confirmed' | 'waiting' | 'free'>;

/** Whether there is room. */
export const FreeChip = ({ free, words }: Pick<Counted, 'free'> & { readonly words: Words }) =>
  (free > 0 ? <Chip tone="good" icon="people" word={counted(words, 'free.places', free)} /> : <Chip tone="wait" icon="queue" word={words('free.full')} />);

/** How many are wanted, and how many are there. */
export const countsText = ({ minimum, maximum, confirmed, waiting }: Counted, locale: Locale, words: Words): string =>
  [words(minimum === maximum ? 'activity.wantedExactly' : 'activity.wanted', { minimum, maximum }), `${counted(words, 'activity.confirmed', confirmed)}${waiting > 0 ? counted(words, 'activity.waiting', waiting) : ''}`].join(locale === 'en' ? ' ' : '');

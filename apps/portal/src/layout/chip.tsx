import { Icon, type IconName } from './icon.js';

/** What a state means to the reader: good, still waiting, wrong or late, or neither. */
export type Tone = 'good' | 'wait' | 'wrong' | 'calm';

/** A state that cannot be mistaken: a colour, a drawing and a word. */
export const Chip = ({ tone, icon, word }: { readonly tone: Tone; readonly icon: IconName; readonly word: string }) => (
  <span className={`chip chip-${tone}`}><Icon name={icon} />{word}</span>
);

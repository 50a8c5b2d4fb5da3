import type { MySignup } from '@kepu/contracts';
import type { IconName } from './icon.js';
import type { Tone } from './chip.js';

/** How a sign-up's state looks. "Asked for" and "has the place" can never be taken for each other. */
export const signupLooks: Readonly<Record<MySignup['state'], { readonly tone: Tone; readonly icon: IconName }>> = {
  requested: { tone: 'wait', icon: 'clock' }, waiting: { tone: 'wait', icon: 'queue' }, confirmed: { tone: 'good', icon: 'check' },
  refused: { tone: 'wrong', icon: 'cross' }, withdrawn: { tone: 'calm', icon: 'leave' }, cancelled: { tone: 'wrong', icon: 'alert' },
};

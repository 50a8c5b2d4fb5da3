import { randomBytes } from 'node:crypto';

const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A code that can be read out and is not guessed: 50 bits, and guesses are counted. */
export const newTeamCode = (): string => [...randomBytes(10)].map((byte) => letters[byte % letters.length]).join('');

import { attachRosterAnswer } from '../join/answering.js';
import { browserOf, islandsOf } from './browser.js';

for (const root of islandsOf('roster')) attachRosterAnswer(root, { ...browserOf(root), token: location.hash.slice(1) });

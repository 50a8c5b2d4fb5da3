import { attachInvitation } from '../join/accepting.js';
import { browserOf, islandsOf } from './browser.js';

for (const root of islandsOf('invitation')) attachInvitation(root, { ...browserOf(root), token: location.hash.slice(1) });

import { attachJoin } from '../join/joining.js';
import { browserOf, islandsOf } from './browser.js';

for (const root of islandsOf('join')) attachJoin(root, { ...browserOf(root), token: location.hash.slice(1) });

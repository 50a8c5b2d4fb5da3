import { attachDoor } from '../teams/door.js';
import { browserOf, islandsOf } from './browser.js';

for (const root of islandsOf('team-door')) void attachDoor(root, browserOf(root));

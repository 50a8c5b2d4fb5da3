import { attachInvited } from '../invited/answering.js';
import { browserOf, islandsOf } from './browser.js';

for (const root of islandsOf('invited')) attachInvited(root, browserOf(root));

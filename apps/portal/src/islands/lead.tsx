import { attachLead } from '../account/lead/leading.js';
import { browserOf, islandsOf } from './browser.js';

for (const root of islandsOf('lead')) void attachLead(root, browserOf(root));

import { attachComplaintStatus } from '../complaints/following.js';
import { browserOf, islandsOf } from './browser.js';

for (const root of islandsOf('complaint-status')) attachComplaintStatus(root, { ...browserOf(root), token: location.hash.slice(1) });

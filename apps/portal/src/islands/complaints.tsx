import { aboutOf, attachComplaints } from '../complaints/complaining.js';
import { browserOf, islandsOf } from './browser.js';

for (const root of islandsOf('complaints')) attachComplaints(root, { ...browserOf(root), about: aboutOf(location.search) });

import { adminActivities } from './admin-activities.js';
import { adminPaper } from './admin-paper.js';
import { adminPeople } from './admin-people.js';
import { adminPrivacy } from './admin-privacy.js';
import { adminReference } from './admin-reference.js';
import { adminShell } from './admin-shell.js';
import { adminVolunteers } from './admin-volunteers.js';
import { adminWork } from './admin-work.js';

/** Labels of the back office. */
export const admin = { ...adminShell, ...adminPaper, ...adminReference, ...adminPeople, ...adminWork, ...adminActivities, ...adminVolunteers, ...adminPrivacy } as const;

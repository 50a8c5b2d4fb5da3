import { adminActivities } from './admin-activities.js';
import { adminJoint } from './admin-joint.js';
import { adminMinors } from './admin-minors.js';
import { adminPaper } from './admin-paper.js';
import { adminPeople } from './admin-people.js';
import { adminPrivacy } from './admin-privacy.js';
import { adminRegistration, hoursWait } from './registration.js';
import { adminReference } from './admin-reference.js';
import { adminRevisions } from './admin-revisions.js';
import { adminRights } from './rights.js';
import { adminRosters } from './rosters.js';
import { adminShell } from './admin-shell.js';
import { adminSignIn } from './admin-sign-in.js';
import { adminVolunteers } from './admin-volunteers.js';
import { adminWork } from './admin-work.js';

/** Labels of the back office. */
export const admin = { ...adminShell, ...adminPaper, ...adminRevisions, ...adminJoint, ...adminReference, ...adminPeople, ...adminRights, ...adminWork, ...adminActivities, ...adminVolunteers, ...adminRosters, ...adminMinors, ...adminSignIn, ...adminPrivacy, ...adminRegistration, hoursWait } as const;

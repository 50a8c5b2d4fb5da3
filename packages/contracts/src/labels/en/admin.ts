import { adminPaper } from './admin-paper.js';
import { adminPeople } from './admin-people.js';
import { adminReference } from './admin-reference.js';
import { adminShell } from './admin-shell.js';

/** Labels of the back office. */
export const admin = { ...adminShell, ...adminPaper, ...adminReference, ...adminPeople } as const;

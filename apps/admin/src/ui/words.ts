import { labels } from '@kepu/contracts/labels';
import { choices } from './format.js';

// The catalogue holds the same keys as the schemas' lists (a test of contracts compares them), and loads no zod.
const terms = labels.en.terms;
const of = (name: 'unitKinds' | 'divisionKinds' | 'termKinds' | 'programmeKinds' | 'workdayKinds' | 'roles' | 'accountStates' | 'planStates' | 'assignmentStates' | 'importStates') =>
  choices(Object.keys(terms[name]), `terms.${name}`);

/** Choices of the lists of words, each `{ id, name }` with a key of the catalogue. */
export const words = {
  unitKinds: of('unitKinds'), divisionKinds: of('divisionKinds').filter(({ id }) => id !== 'city'), programmeKinds: of('programmeKinds'), workdayKinds: of('workdayKinds'),
  roles: of('roles'), accountStates: of('accountStates'), assignmentStates: of('assignmentStates'), importStates: of('importStates'),
};

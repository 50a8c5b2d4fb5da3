import { labels } from '@kepu/contracts/labels';
import { choices } from './format.js';

// The catalogue holds the same keys as the schemas' lists (a test of contracts compares them), and loads no zod.
const terms = labels.en.terms;
const of = (name: keyof typeof terms) =>
  choices(Object.keys(terms[name]), `terms.${name}`);

/** Choices of the lists of words, each `{ id, name }` with a key of the catalogue. */
export const words = {
  unitKinds: of('unitKinds'), divisionKinds: of('divisionKinds').filter(({ id }) => id !== 'city'), programmeKinds: of('programmeKinds'), workdayKinds: of('workdayKinds'),
  roles: of('roles'), accountStates: of('accountStates'), assignmentStates: of('assignmentStates'), importStates: of('importStates'),
  activityKinds: of('activityKinds'), activityStates: of('activityStates'), signupFlows: of('signupFlows'), whoMayServe: of('whoMayServe'), positionRoles: of('positionRoles'), turnoutMethods: of('turnoutMethods'), insurances: of('insurances'),
  signupStates: of('signupStates'), talkStates: of('talkStates'), teamStates: of('teamStates'), thingKinds: of('thingKinds'), bookingStates: of('bookingStates'), orderStates: of('orderStates'), ordererKinds: of('ordererKinds'), dayParts: of('dayParts'), talkLanguages: of('talkLanguages'), talkEquipment: of('talkEquipment'), nominationStates: of('nominationStates'), poolEntries: of('poolEntries'), poolOwnerKinds: of('poolOwnerKinds'), occupations: of('occupations'), ledgers: of('ledgers'), workEntryKinds: of('workEntryKinds'), workEntryStates: of('workEntryStates'),
  measureKinds: of('measureKinds'), measureSources: of('measureSources'), measureStates: of('measureStates'),
  standings: of('standings'), skillLevels: of('skillLevels'), termAnswers: of('termAnswers'), nominationConsents: of('nominationConsents'), willingnesses: of('willingnesses'), credentialStates: of('credentialStates'), credentialProofs: of('credentialProofs'), posts: of('posts'), invitationStates: of('invitationStates'), rosterEntryStates: of('rosterEntryStates'), applicationStates: of('applicationStates'), accessSubjects: of('accessSubjects'), complaintStates: of('complaintStates'), complaintKinds: of('complaintKinds'), complaintOutcomes: of('complaintOutcomes'), relations: of('relations'),
};

import type { ActivityKind, Occupation, OrdererKind, PublicTalk, Relation, SkillLevel } from '@kepu/contracts';

/** What a page offers to choose from, in its order. A test holds these against the catalogue: the schemas themselves are too heavy for a page. */
export const kinds = ['lecture', 'exhibition', 'outreach', 'consultation', 'training', 'open_day', 'competition', 'performance', 'other'] as const satisfies readonly ActivityKind[];
/** What a person does. */
export const occupations = [
  'teacher', 'medical', 'university_student', 'pupil', 'researcher', 'technology_envoy', 'agronomist', 'village_official', 'employee', 'media_arts', 'retired', 'other',
] as const satisfies readonly Occupation[];
/** How well somebody knows a topic. */
export const skillLevels = ['interested', 'practised', 'teaching'] as const satisfies readonly SkillLevel[];
/** The days of a week, and the parts of a day: a week has 21 parts, Monday morning first. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export const dayParts = ['morning', 'afternoon', 'evening'] as const;
/** Parts of the score, in the order of the published principle. */
export const scoreParts = ['topic', 'audience', 'availability', 'travel', 'wish', 'growth', 'need', 'rural', 'first_service', 'connections', 'load', 'reliability'] as const;
/** What a guardian is to a child. */
export const relations = ['mother', 'father', 'grandparent', 'sibling', 'other'] as const satisfies readonly Relation[];
/** What talks can be given in. */
export const talkLanguages = ['mandarin', 'wenzhou', 'english'] as const satisfies readonly PublicTalk['languages'][number][];
/** What a room has to offer for a talk. */
export const talkEquipment = ['projector', 'microphone', 'computer', 'network', 'tables', 'power', 'open_air'] as const satisfies readonly PublicTalk['equipment'][number][];
/** Lengths of talks by which one looks for them, in minutes at most. */
export const talkLengths = ['30', '45', '60', '90', '120'] as const;
/** Who orders. */
export const ordererKinds = ['village', 'community', 'school', 'other'] as const satisfies readonly OrdererKind[];

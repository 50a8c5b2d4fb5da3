export { PositionIndex } from './position-index.js';
export type { Standing } from './volunteer-columns.js';
export { VolunteerIndex, type Found, type Scope } from './volunteer-index.js';
export type { Reach } from './volunteer-search.js';

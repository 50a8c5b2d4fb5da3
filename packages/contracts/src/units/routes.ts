import { pageOf } from '../paging.js';
import { byId, done } from '../primitives.js';
import { defineRoute } from '../route.js';
import { z } from 'zod';
import * as s from './schemas.js';

/** Routes of divisions and units. */
export const unitRoutes = {
  listDivisions: defineRoute('listDivisions', { summary: 'Counties and townships', access: 'division:read', query: s.divisionQuery, response: pageOf(s.division) }),
  getDivision: defineRoute('getDivision', { summary: 'One division', access: 'division:read', params: s.byCode, response: s.division }),
  createDivision: defineRoute('createDivision', { summary: 'Add a division', access: 'division:write', body: s.divisionInput, response: s.division, status: 201, repeatable: true, errors: ['division.code_taken', 'reference.not_found'] }),
  updateDivision: defineRoute('updateDivision', { summary: 'Change a division', access: 'division:write', params: s.byCode, body: s.divisionChange, response: s.division, errors: ['version.stale'] }),
  closeDivision: defineRoute('closeDivision', { summary: 'Close a division on a day', access: 'division:write', params: s.byCode, body: s.closing, response: s.division, errors: ['version.stale', 'division.closed'] }),
  mergeDivision: defineRoute('mergeDivision', { summary: 'Merge a division into another; its units move', access: 'division:write', params: s.byCode, body: s.divisionMerge, response: s.division, errors: ['division.closed', 'division.circular', 'division.not_empty', 'unit.name_taken', 'reference.not_found'] }),
  getTravel: defineRoute('getTravel', { summary: 'Minutes between counties', access: 'division:read', response: s.travelMatrix }),
  updateTravel: defineRoute('updateTravel', { summary: 'Change one estimate', access: 'division:write', body: s.travelChange, response: s.travel, errors: ['reference.not_found'] }),

  listUnits: defineRoute('listUnits', { summary: 'Units in protocol order', access: 'unit:read', query: s.unitQuery, response: pageOf(s.unit) }),
  createUnit: defineRoute('createUnit', { summary: 'Add a unit', access: 'unit:write', body: s.unitInput, response: s.unit, status: 201, repeatable: true, errors: ['unit.name_taken', 'reference.not_found'] }),
  getUnit: defineRoute('getUnit', { summary: 'One unit', access: 'unit:read', params: byId, response: s.unit }),
  updateUnit: defineRoute('updateUnit', { summary: 'Change a unit', access: 'unit:write', params: byId, body: s.unitChange, response: s.unit, errors: ['version.stale', 'unit.name_taken', 'unit.circular', 'reference.not_found'] }),
  renameUnit: defineRoute('renameUnit', { summary: 'Rename a unit from a day on; old papers keep the old name', access: 'unit:write', params: byId, body: s.unitRename, response: s.unit, errors: ['version.stale', 'unit.name_taken', 'unit.closed'] }),
  closeUnit: defineRoute('closeUnit', { summary: 'Close a unit on a day', access: 'unit:write', params: byId, body: s.closing, response: s.unit, errors: ['version.stale', 'unit.closed'] }),
  mergeUnit: defineRoute('mergeUnit', { summary: 'Merge a unit into its successor: tasks, accounts and history move', access: 'unit:write', params: byId, body: s.unitMerge, response: s.unit, errors: ['version.stale', 'unit.closed', 'unit.circular', 'reference.not_found'] }),
  getUnitHistory: defineRoute('getUnitHistory', { summary: 'What happened to a unit', access: 'unit:read', params: byId, response: pageOf(s.historyEntry) }),
} as const;

/** Routes of the dictionaries. */
export const dictionaryRoutes = {
  listTerms: defineRoute('listTerms', { summary: 'Topics and audiences', access: 'dictionary:read', query: s.termQuery, response: pageOf(s.term) }),
  createTerm: defineRoute('createTerm', { summary: 'Add a topic or audience', access: 'dictionary:write', body: s.termInput, response: s.term, status: 201, repeatable: true, errors: ['term.name_taken', 'reference.not_found'] }),
  getTerm: defineRoute('getTerm', { summary: 'One topic or audience', access: 'dictionary:read', params: byId, response: s.term }),
  updateTerm: defineRoute('updateTerm', { summary: 'Change a topic or audience', access: 'dictionary:write', params: byId, body: s.termChange, response: s.term, errors: ['version.stale', 'term.name_taken', 'reference.not_found'] }),
  closeTerm: defineRoute('closeTerm', { summary: 'Close a topic or audience', access: 'dictionary:write', params: byId, body: s.closing, response: s.term, errors: ['version.stale', 'term.closed'] }),
  mergeTerm: defineRoute('mergeTerm', { summary: 'Merge a topic or audience into another', access: 'dictionary:write', params: byId, body: s.merging, response: s.term, errors: ['version.stale', 'term.closed', 'reference.not_found'] }),
  listProgrammeSets: defineRoute('listProgrammeSets', { summary: 'Sets of programmes', access: 'dictionary:read', response: pageOf(s.programmeSet) }),
  createProgrammeSet: defineRoute('createProgrammeSet', { summary: 'Add a set, empty or copied', access: 'dictionary:write', body: s.programmeSetInput, response: s.programmeSet, status: 201, repeatable: true, errors: ['programme.name_taken', 'reference.not_found'] }),
  listProgrammes: defineRoute('listProgrammes', { summary: 'Programmes', access: 'dictionary:read', query: s.programmeQuery, response: pageOf(s.programme) }),
  createProgramme: defineRoute('createProgramme', { summary: 'Add a programme', access: 'dictionary:write', body: s.programmeInput, response: s.programme, status: 201, repeatable: true, errors: ['programme.name_taken', 'reference.not_found'] }),
  getProgramme: defineRoute('getProgramme', { summary: 'One programme', access: 'dictionary:read', params: byId, response: s.programme }),
  updateProgramme: defineRoute('updateProgramme', { summary: 'Change a programme; plans keep the name they were issued with', access: 'dictionary:write', params: byId, body: s.programmeChange, response: s.programme, errors: ['version.stale', 'programme.name_taken'] }),
  closeProgramme: defineRoute('closeProgramme', { summary: 'Close a programme', access: 'dictionary:write', params: byId, body: s.closing, response: s.programme, errors: ['version.stale', 'term.closed'] }),
  mergeProgramme: defineRoute('mergeProgramme', { summary: 'Merge a programme into another of its set; its name becomes an alias', access: 'dictionary:write', params: byId, body: s.merging, response: s.programme, errors: ['version.stale', 'term.closed', 'reference.not_found'] }),
  listProgrammeMappings: defineRoute('listProgrammeMappings', { summary: 'Which programmes of one set go on with those of another', access: 'dictionary:read', query: s.programmeMappingQuery, response: pageOf(s.programmeMapping) }),
  mapProgramme: defineRoute('mapProgramme', { summary: 'Say which programme goes on with one', access: 'dictionary:write', params: byId, body: s.programmeMappingChange, response: s.programmeMapping, errors: ['version.stale', 'reference.not_found'] }),
  listThemeDays: defineRoute('listThemeDays', { summary: 'Theme days', access: 'dictionary:read', query: s.themeDayQuery, response: pageOf(s.themeDay) }),
  createThemeDay: defineRoute('createThemeDay', { summary: 'Add a theme day', access: 'dictionary:write', body: s.themeDayInput, response: s.themeDay, status: 201, repeatable: true, errors: ['term.name_taken'] }),
  getThemeDay: defineRoute('getThemeDay', { summary: 'One theme day', access: 'dictionary:read', params: byId, response: s.themeDay }),
  updateThemeDay: defineRoute('updateThemeDay', { summary: 'Change a theme day', access: 'dictionary:write', params: byId, body: s.themeDayChange, response: s.themeDay, errors: ['version.stale', 'term.name_taken'] }),
  closeThemeDay: defineRoute('closeThemeDay', { summary: 'Close a theme day', access: 'dictionary:write', params: byId, body: s.closing, response: s.themeDay, errors: ['version.stale', 'term.closed'] }),
  listWorkdays: defineRoute('listWorkdays', { summary: 'Holidays and worked weekends', access: 'dictionary:read', query: s.workdayQuery, response: pageOf(s.workday).extend({ years: z.array(z.int()).describe('years with data') }) }),
  createWorkday: defineRoute('createWorkday', { summary: 'Add an exception', access: 'dictionary:write', body: s.workdayInput, response: s.workday, status: 201, repeatable: true, errors: ['workday.exists'] }),
  deleteWorkday: defineRoute('deleteWorkday', { summary: 'Remove an exception', access: 'dictionary:write', params: byId, response: done }),
} as const;

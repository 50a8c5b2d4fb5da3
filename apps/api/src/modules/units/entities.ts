import type { EntityClass } from '../../platform/database/index.js';
import { ProgrammeEntity, ProgrammeMappingEntity, ProgrammeSetEntity, TermEntity, ThemeDayEntity, WorkdayEntity } from './dictionary.entity.js';
import { DivisionEntity, DivisionTravelEntity } from './division.entity.js';
import { UnitApplicationEntity } from './unit-application.entity.js';
import { UnitEntity, UnitNameEntity } from './unit.entity.js';

/** The tables of this module. */
export const unitsEntities: readonly EntityClass[] = [
  DivisionEntity, DivisionTravelEntity, UnitEntity, UnitNameEntity, TermEntity, ProgrammeSetEntity, ProgrammeEntity, ProgrammeMappingEntity, ThemeDayEntity, WorkdayEntity, UnitApplicationEntity,
];

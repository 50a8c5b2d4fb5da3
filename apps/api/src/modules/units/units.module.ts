import { Global, Module } from '@nestjs/common';
import { IdentityModule, ScopeDirectory } from '../identity/index.js';
import { DictionariesController } from './dictionaries.controller.js';
import { ProgrammeDirectory, UnitDirectory } from './directories.js';
import { DivisionsRepository } from './divisions.repository.js';
import { DivisionsService } from './divisions.service.js';
import { GroundDirectory } from './ground-directory.js';
import { HandOver } from './hand-over.service.js';
import { OpenWorkRegistry } from './open-work.js';
import { ProgrammesRepository } from './programmes.repository.js';
import { ProgrammesService } from './programmes.service.js';
import { TermsRepository } from './terms.repository.js';
import { TermsService } from './terms.service.js';
import { ThemeDaysRepository } from './theme-days.repository.js';
import { ThemeDaysService } from './theme-days.service.js';
import { Turns } from './turns.repository.js';
import { UnitAccess } from './unit-access.js';
import { UnitApplicationsController } from './unit-applications.controller.js';
import { UnitApplicationsRepository } from './unit-applications.repository.js';
import { UnitApplications } from './unit-applications.service.js';
import { UnitNames } from './unit-names.js';
import { UnitNamesRepository } from './unit-names.repository.js';
import { UnitSuccession } from './unit-succession.service.js';
import { UnitsController } from './units.controller.js';
import { UnitsRepository } from './units.repository.js';
import { UnitsService } from './units.service.js';
import { WorkdaysRepository } from './workdays.repository.js';
import { WorkdaysService } from './workdays.service.js';

/** Divisions, units and dictionaries. Global, because identity, which stands to its left, asks the `ScopeDirectory` that is answered here. */
@Global()
@Module({
  imports: [IdentityModule],
  controllers: [UnitsController, UnitApplicationsController, DictionariesController],
  providers: [
    DivisionsRepository, DivisionsService, GroundDirectory, HandOver, OpenWorkRegistry, ProgrammeDirectory, ProgrammesRepository, ProgrammesService, TermsRepository, TermsService, ThemeDaysRepository, ThemeDaysService, Turns,
    UnitAccess, UnitApplications, UnitApplicationsRepository, UnitDirectory, UnitNamesRepository, UnitsRepository, UnitsService, UnitNames, UnitSuccession, WorkdaysRepository, WorkdaysService,
    { provide: ScopeDirectory, useExisting: UnitDirectory },
  ],
  exports: [DivisionsService, GroundDirectory, OpenWorkRegistry, ProgrammeDirectory, ProgrammesService, ScopeDirectory, TermsService, ThemeDaysService, UnitApplicationsRepository, UnitDirectory, UnitNames, UnitsService, UnitSuccession, WorkdaysService],
})
export class UnitsModule {}

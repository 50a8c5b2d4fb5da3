import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { PrivacyModule } from '../privacy/index.js';
import { UnitsModule } from '../units/index.js';
import { VolunteersModule } from '../volunteers/index.js';
import { ClassPersonData } from './class-person-data.repository.js';
import { ClassScansRepository } from './class-scans.repository.js';
import { ClassScans } from './class-scans.service.js';
import { ClassSignups } from './class-signups.service.js';
import { ClassesController } from './classes.controller.js';
import { ClassesRepository } from './classes.repository.js';
import { Classes } from './classes.service.js';
import { PupilSeals } from './pupil-seals.js';
import { PupilsRepository } from './pupils.repository.js';
import { Pupils } from './pupils.service.js';

/** Classes of pupils whom their teacher registers with slips of paper. */
@Module({
  imports: [IdentityModule, PrivacyModule, UnitsModule, VolunteersModule],
  controllers: [ClassesController],
  providers: [ClassPersonData, ClassScans, ClassScansRepository, ClassSignups, Classes, ClassesRepository, PupilSeals, Pupils, PupilsRepository],
})
export class ClassesModule {}

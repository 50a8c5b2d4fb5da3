import { Module, type DynamicModule } from '@nestjs/common';
import { ActivitiesModule, SignupsModule } from './modules/activities/index.js';
import { ClassesModule } from './modules/classes/index.js';
import { ComplaintsModule } from './modules/complaints/index.js';
import { FilesModule } from './modules/files/index.js';
import { GuardiansModule } from './modules/guardians/index.js';
import { ConsentsModule, IdentityModule, PersonDataModule, SavedFiltersModule } from './modules/identity/index.js';
import { MatchingModule } from './modules/matching/index.js';
import { NoticesModule } from './modules/notices/index.js';
import { OrdersModule } from './modules/orders/index.js';
import { PlansModule } from './modules/plans/index.js';
import { PrivacyModule } from './modules/privacy/index.js';
import { ReportsModule } from './modules/reports/index.js';
import { RecordsModule } from './modules/records/index.js';
import { SystemModule } from './modules/system/index.js';
import { TeamsModule } from './modules/teams/index.js';
import { ThingsModule } from './modules/things/index.js';
import { TalentsModule } from './modules/talents/index.js';
import { UnitsModule } from './modules/units/index.js';
import { VolunteersModule } from './modules/volunteers/index.js';
import { DatabaseModule } from './platform/database/database.module.js';
import type { OpenDatabase } from './platform/database/index.js';
import { PlatformModule, type PlatformParts } from './platform/platform.module.js';

/** Composition only. */
@Module({})
export class AppModule {
  static with(parts: PlatformParts, opened: OpenDatabase): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.forRoot({ opened }), PlatformModule.with(parts), IdentityModule, ConsentsModule, PersonDataModule, SavedFiltersModule, UnitsModule, FilesModule, NoticesModule, ComplaintsModule, PlansModule, TalentsModule, VolunteersModule, GuardiansModule, TeamsModule, ActivitiesModule, SignupsModule, ThingsModule, OrdersModule, RecordsModule,
        MatchingModule, PrivacyModule, ClassesModule, ReportsModule, SystemModule,
      ],
    };
  }
}

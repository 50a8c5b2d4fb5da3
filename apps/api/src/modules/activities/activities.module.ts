import { Module } from '@nestjs/common';
import { ComplaintsModule } from '../complaints/index.js';
import { FilesModule } from '../files/index.js';
import { IdentityModule } from '../identity/index.js';
import { NoticesModule } from '../notices/index.js';
import { PlansModule } from '../plans/index.js';
import { UnitsModule } from '../units/index.js';
import { ActivitiesController } from './activities.controller.js';
import { ActivitiesRepository } from './activities.repository.js';
import { ActivitiesService } from './activities.service.js';
import { ActivityAccess } from './activity-access.js';
import { ActivityCancellation } from './activity-cancellation.js';
import { ActivityClose } from './activity-close.service.js';
import { ActivityDrafts } from './activity-drafts.service.js';
import { ActivityNotices } from './activity-notices.js';
import { ActivityPages } from './activity-pages.repository.js';
import { ActivityPeople } from './activity-people.repository.js';
import { ActivityReferences } from './activity-references.js';
import { ActivityReferenceRows } from './activity-references.repository.js';
import { CommissionedActivities } from './commissioned-activities.service.js';
import { ActivitySubjects } from './activity-subjects.repository.js';
import { ActivitySteps } from './activity-steps.service.js';
import { ActivityOpenWork } from './open-work.repository.js';
import { PositionDirectory } from './position-directory.js';
import { PositionFactRows } from './position-facts.repository.js';
import { ShiftPlans } from './shift-plans.js';
import { ShiftsRepository } from './shifts.repository.js';
import { ShiftsService } from './shifts.service.js';

/** Activities, shifts and positions. */
@Module({
  imports: [IdentityModule, UnitsModule, FilesModule, NoticesModule, ComplaintsModule, PlansModule],
  controllers: [ActivitiesController],
  providers: [
    ActivitiesRepository, ActivitiesService, ActivityAccess, ActivityCancellation, ActivityClose, ActivityDrafts, ActivityNotices, ActivityOpenWork, ActivityPages, ActivityPeople, ActivityReferenceRows, ActivityReferences, ActivitySteps, ActivitySubjects, CommissionedActivities,
    PositionDirectory, PositionFactRows, ShiftPlans, ShiftsRepository, ShiftsService,
  ],
  exports: [ActivitiesService, ActivityClose, CommissionedActivities, ActivityDrafts, ActivitySteps, PositionDirectory, ShiftsService],
})
export class ActivitiesModule {}

export { ActivityEntity, ActivityTermEntity, ActivityItemEntity } from './activity.entity.js';
export { ShiftEntity, PositionEntity } from './shift.entity.js';
export { SignupEntity, AttendanceEntity } from './signup.entity.js';
export { ActivitiesModule } from './activities.module.js';
export { ActivitiesService } from './activities.service.js';
export { EligibilityCheck } from './eligibility-check.js';
export { EligiblePositions } from './eligible-positions.js';
export { HeldPlaces } from './held-places.js';
export { PositionDirectory, type PositionFilter } from './position-directory.js';

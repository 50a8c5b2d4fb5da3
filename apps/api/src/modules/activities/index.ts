export { ActivityEntity, ActivityTermEntity, ActivityItemEntity } from './activity.entity.js';
export { ShiftEntity, PositionEntity } from './shift.entity.js';
export { SignupEntity, AttendanceEntity } from './signup.entity.js';
export { ActivitiesModule } from './activities.module.js';
export { ActivitiesService } from './activities.service.js';
export { EligibilityCheck, EligiblePositions } from './eligibility.js';
export { HeldPlaces } from './held-places.js';
export { PositionDirectory } from './position-directory.js';

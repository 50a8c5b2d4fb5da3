export { ActivityEntity, ActivityTermEntity, ActivityItemEntity } from './activity.entity.js';
export { ShiftEntity, PositionEntity } from './shift.entity.js';
export { SignupEntity, AttendanceEntity } from './signup.entity.js';

import { ClassScanEntity, PupilClassEntity, PupilEntity } from './pupil-class.entity.js';

export { ClassesModule } from './classes.module.js';
export const classEntities = [PupilClassEntity, ClassScanEntity, PupilEntity];

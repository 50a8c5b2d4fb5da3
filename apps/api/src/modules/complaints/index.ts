export { ComplaintEntity } from './complaint.entity.js';
export { ComplaintSubjects, type ComplaintSubject } from './complaint-subjects.js';
export { ComplaintsModule } from './complaints.module.js';
export { ComplaintsService } from './complaints.service.js';

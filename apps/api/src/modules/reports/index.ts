export { bulletinEntities } from './bulletins/bulletin.entity.js';
export { ReportsModule } from './reports.module.js';

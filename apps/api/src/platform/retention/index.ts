export { RetentionModule } from './retention.module.js';
export { Retention, type Remover } from './retention.js';
export { RetentionRunEntity } from './retention-run.entity.js';
export { RetentionRunsRepository, type RuleHistory } from './retention-runs.repository.js';

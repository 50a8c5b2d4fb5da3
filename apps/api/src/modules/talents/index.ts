export { PoolEntity, PoolTermEntity } from './pool.entity.js';
export { PoolCounts, type PoolMember, type PoolQuestion } from './pool-counts.js';
export { PoolTerms, type Membership } from './pool-terms.js';
export { PoolsService, type NewPool } from './pools.service.js';
export { TalentsModule } from './talents.module.js';

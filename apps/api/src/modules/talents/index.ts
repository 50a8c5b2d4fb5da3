export { PoolEntity, PoolTermEntity } from './pool.entity.js';

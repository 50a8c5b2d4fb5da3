import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { PoolCounter } from '../plans/index.js';
import { UnitsModule, UnitSuccession } from '../units/index.js';
import { PoolCounts } from './pool-counts.js';
import { PoolCountsRepository } from './pool-counts.repository.js';
import { PoolPersonData } from './pool-person-data.repository.js';
import { PoolTerms } from './pool-terms.js';
import { PoolTermsRepository } from './pool-terms.repository.js';
import { PoolsRepository } from './pools.repository.js';
import { PoolsService } from './pools.service.js';
import { TalentsController } from './talents.controller.js';

/** Pools of people and their terms. Global, because measures, which stand to its left, count people in pools. */
@Global()
@Module({
  imports: [IdentityModule, UnitsModule],
  controllers: [TalentsController],
  providers: [PoolCounts, PoolCountsRepository, PoolPersonData, PoolTerms, PoolTermsRepository, PoolsRepository, PoolsService, { provide: PoolCounter, useExisting: PoolCounts }],
  exports: [PoolCounter, PoolCounts, PoolTerms, PoolsService],
})
export class TalentsModule implements OnModuleInit {
  constructor(private readonly succession: UnitSuccession, private readonly terms: PoolTermsRepository) {}

  /** The terms of a unit that ends in another one go along. */
  onModuleInit(): void {
    this.succession.register('pool terms', async (fromUnit, toUnit) => { await this.terms.moveUnit(fromUnit, toUnit); });
  }
}

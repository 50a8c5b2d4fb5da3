import { Module } from '@nestjs/common';

/** The two ledgers. */
@Module({})
export class RecordsModule {}

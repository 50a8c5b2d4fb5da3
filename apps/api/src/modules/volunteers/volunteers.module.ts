import { Module } from '@nestjs/common';

/** Citizens who serve. */
@Module({})
export class VolunteersModule {}

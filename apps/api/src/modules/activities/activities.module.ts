import { Module } from '@nestjs/common';

/** Activities, sign-ups, attendance. */
@Module({})
export class ActivitiesModule {}

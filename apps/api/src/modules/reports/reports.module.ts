import { Module } from '@nestjs/common';
import { ComplaintsModule } from '../complaints/index.js';
import { PlansModule } from '../plans/index.js';
import { DeskRepository } from './desk.repository.js';
import { DeskService } from './desk.service.js';
import { ReportsController } from './reports.controller.js';

/** What the office and the units look at first. */
@Module({ imports: [ComplaintsModule, PlansModule], controllers: [ReportsController], providers: [DeskRepository, DeskService] })
export class ReportsModule {}

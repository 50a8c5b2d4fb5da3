import { Module, type OnModuleInit } from '@nestjs/common';
import { ComplaintsModule } from '../complaints/index.js';
import { IdentityModule, PersonData } from '../identity/index.js';
import { NoticesModule } from '../notices/index.js';
import { OrdersModule } from '../orders/index.js';
import { PlansModule } from '../plans/index.js';
import { UnitsModule } from '../units/index.js';
import { BulletinDocuments } from './bulletins/bulletin-documents.js';
import { BulletinNotices } from './bulletins/bulletin-notices.js';
import { BulletinsController } from './bulletins/bulletins.controller.js';
import { BulletinsRepository } from './bulletins/bulletins.repository.js';
import { BulletinsService } from './bulletins/bulletins.service.js';
import { CourseCalendar } from './course/course-calendar.js';
import { CourseController } from './course/course.controller.js';
import { CourseRepository } from './course/course.repository.js';
import { CourseService } from './course/course.service.js';
import { CourseSheets } from './course/course-sheets.js';
import { DeskRepository } from './desk.repository.js';
import { DeskService } from './desk.service.js';
import { PeopleController } from './people/people.controller.js';
import { PersonHistoryRepository } from './people/person-history.repository.js';
import { PersonHistories } from './people/person-history.service.js';
import { ReportsController } from './reports.controller.js';
import { StatisticsController } from './statistics/statistics.controller.js';
import { StatisticsPapers } from './statistics/statistics-papers.js';
import { StatisticsSheets } from './statistics/statistics-sheets.js';
import { StatisticsTrail } from './statistics/statistics-trail.js';
import { TalentStatisticsRepository } from './statistics/talent-statistics.repository.js';
import { TalentStatisticsService } from './statistics/talent-statistics.service.js';
import { VolunteerStatisticsRepository } from './statistics/volunteer-statistics.repository.js';
import { VolunteerStatisticsService } from './statistics/volunteer-statistics.service.js';

/** What the office and the units look at first, and what the office makes of the year. */
@Module({
  imports: [ComplaintsModule, IdentityModule, NoticesModule, OrdersModule, PlansModule, UnitsModule], controllers: [BulletinsController, CourseController, PeopleController, ReportsController, StatisticsController],
  providers: [BulletinDocuments, BulletinNotices, BulletinsRepository, BulletinsService, CourseCalendar, CourseRepository, CourseService, CourseSheets, DeskRepository, DeskService, PersonHistories, PersonHistoryRepository, StatisticsPapers, StatisticsSheets, StatisticsTrail, TalentStatisticsRepository, TalentStatisticsService, VolunteerStatisticsRepository, VolunteerStatisticsService],
})
export class ReportsModule implements OnModuleInit {
  constructor(private readonly people: PersonData) {}

  onModuleInit(): void { this.people.registerActs('bulletins.created_by', 'bulletins.approved_by', 'bulletins.turned_down_by', 'bulletins.issued_by', 'bulletins.withdrawn_by'); }
}

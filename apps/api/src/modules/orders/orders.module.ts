import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities/index.js';
import { IdentityModule } from '../identity/index.js';
import { NoticesModule } from '../notices/index.js';
import { TalentsModule } from '../talents/index.js';
import { UnitsModule } from '../units/index.js';
import { VolunteersModule } from '../volunteers/index.js';
import { LecturerContacts } from './lecturer-contacts.repository.js';
import { LecturersRepository } from './lecturers.repository.js';
import { MyOrderOffers } from './my-order-offers.service.js';
import { OrderAnswers } from './order-answers.service.js';
import { OrderChanges } from './order-changes.service.js';
import { OrderClock } from './order-clock.js';
import { OrderDispatch } from './order-dispatch.service.js';
import { OrderNews } from './order-news.js';
import { OrderNewsRepository } from './order-news.repository.js';
import { OrderNotices } from './order-notices.js';
import { OrderOffersController } from './order-offers.controller.js';
import { OrderOffersRepository } from './order-offers.repository.js';
import { OrderPages } from './order-pages.service.js';
import { OrderPapersController } from './order-papers.controller.js';
import { OrderPapers } from './order-papers.service.js';
import { OrderPeople } from './order-people.repository.js';
import { OrderPersonData } from './order-person-data.repository.js';
import { OrderRanking } from './order-ranking.service.js';
import { OrderRatingsRepository } from './order-ratings.repository.js';
import { OrderRatings } from './order-ratings.service.js';
import { OrderReview } from './order-review.service.js';
import { OrderSettingsRepository } from './order-settings.repository.js';
import { OrderSettingsService } from './order-settings.service.js';
import { OrderSteps } from './order-steps.js';
import { OrderTrips } from './order-trips.service.js';
import { OrderWishRows } from './order-wishes.repository.js';
import { OrderWishes } from './order-wishes.js';
import { OrdersController } from './orders.controller.js';
import { OrdersDeskController } from './orders-desk.controller.js';
import { OrdersRepository } from './orders.repository.js';
import { OwnOrders } from './own-orders.service.js';

/** Orders of talks: placed, reviewed, offered, held and rated. */
@Module({
  imports: [IdentityModule, UnitsModule, NoticesModule, TalentsModule, VolunteersModule, ActivitiesModule],
  controllers: [OrdersController, OrdersDeskController, OrderOffersController, OrderPapersController],
  providers: [
    LecturerContacts, LecturersRepository, MyOrderOffers, OrderAnswers, OrderChanges, OrderClock, OrderDispatch, OrderNews, OrderNewsRepository, OrderNotices, OrderOffersRepository, OrderPages, OrderPapers, OrderPeople, OrderPersonData, OrderRanking, OrderRatings, OrderRatingsRepository, OrderReview, OrderSettingsRepository, OrderSettingsService, OrderSteps, OrderTrips, OrderWishRows,
    OrderWishes, OrdersRepository, OwnOrders,
  ],
  exports: [MyOrderOffers, OrderPages, OwnOrders],
})
export class OrdersModule {}

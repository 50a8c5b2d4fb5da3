import { lengths, type TalkLanguage, type OrderStage, type OrderState, type OrdererKind, type OrderWay } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, day, digest, encrypted, flag, foreignId, id, integer, optional, References, searchKey, text, utc, version } from '../../platform/database/columns.js';
import { uniqueName } from '../../platform/database/naming.js';

/** 点单. Whoever ordered holds number and code, of which only a digest stands here. The contact goes when its time is over; what was ordered and held stays. */
@Entity('orders')
@Index(uniqueName('orders', ['number']), ['number'], { unique: true })
@Index(uniqueName('orders', ['rate_code']), ['rateCode'], { unique: true })
@Index(uniqueName('orders', ['activity_id']), ['activityId'], { unique: true })
@Index(['state', 'dueAt'])
@Index(['countyId', 'state'])
@Index(['unitId', 'state'])
@Index(['lecturerId', 'startsAt'])
@Index(['contactIndex', 'state'])
@Index(['tripId'])
@Index(['submittedAt'])
export class OrderEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(text(20)) number!: string;
  @Column(digest()) codeHash!: string;
  @Column(code()) state!: OrderState;
  @Column(foreignId()) @References('divisions') countyId!: string;
  @Column(optional(foreignId())) @References('divisions') townshipId!: string | null;
  @Column(optional(foreignId())) @References('units') unitId!: string | null;
  @Column(code()) ordererKind!: OrdererKind;
  @Column(text(lengths.name)) placeName!: string;
  @Column(searchKey()) placeKey!: string;
  @Column(searchKey()) searchKey!: string;
  @Column(text(lengths.personName)) contactName!: string;
  @Column(code()) contactKind!: 'phone' | 'email';
  @Column(optional(encrypted(lengths.email))) contactSealed!: string | null;
  @Column(optional(digest())) contactIndex!: string | null;
  /** The code, sealed, so that a text message can lead to the page of the order; it goes with the contact. */
  @Column(optional(encrypted(10))) codeSealed!: string | null;
  @Column(flag()) messagesStopped!: boolean;
  @Column(flag()) newContact!: boolean;
  @Column(code()) way!: OrderWay;
  @Column(optional(foreignId())) @References('accounts') enteredBy!: string | null;
  @Column(optional(text(lengths.note))) need!: string | null;
  @Column(integer()) people!: number;
  @Column(text(lengths.place)) venue!: string;
  @Column(optional(code())) language!: TalkLanguage | null;
  @Column(flag()) projector!: boolean;
  @Column(flag()) minors!: boolean;
  @Column(optional(text(lengths.note))) note!: string | null;
  @Column(utc()) submittedAt!: Date;
  @Column(day()) reviewDueOn!: string;
  @Column(optional(utc())) reviewedAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') reviewedBy!: string | null;
  @Column(optional(text(lengths.note))) question!: string | null;
  @Column(optional(text(lengths.note))) answer!: string | null;
  @Column(optional(text(lengths.note))) reason!: string | null;
  @Column(optional(text(lengths.note))) alternatives!: string | null;
  @Column(optional(code())) stage!: OrderStage | null;
  /** Offers made since the search began. */
  @Column(integer()) rounds!: number;
  @Column(optional(utc())) dispatchUntil!: Date | null;
  @Column(flag()) urgent!: boolean;
  /** By when the next step is due. */
  @Column(optional(utc())) dueAt!: Date | null;
  @Column(optional(foreignId())) @References('order_trips') tripId!: string | null;
  @Column(optional(utc())) startsAt!: Date | null;
  @Column(optional(utc())) endsAt!: Date | null;
  @Column(optional(foreignId())) @References('accounts') lecturerId!: string | null;
  @Column(optional(foreignId())) @References('talks') talkId!: string | null;
  @Column(optional(foreignId())) @References('activities') activityId!: string | null;
  @Column(text(10)) rateCode!: string;
  @Column(optional(utc())) confirmedAt!: Date | null;
  @Column(optional(day())) cancelFreeUntil!: string | null;
  @Column(optional(code())) cancelledBy!: 'orderer' | 'office' | 'activity' | null;
  @Column(flag()) lateCancel!: boolean;
  @Column(optional(utc())) doneAt!: Date | null;
  @Column(optional(utc())) closedAt!: Date | null;
  @Column(version()) version!: number;
}

/** A date that would do. */
@Entity('order_dates')
@Index(['orderId', 'sortNo'])
export class OrderDateEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('orders') orderId!: string;
  @Column(day()) day!: string;
  @Column(code()) part!: 'morning' | 'afternoon' | 'evening';
  @Column(optional(text(5))) time!: string | null;
  @Column(utc()) startsAt!: Date;
  @Column(integer()) sortNo!: number;
}

/** A talk of the menu that was ordered. */
@Entity('order_talks')
@Index(uniqueName('order_talks', ['order_id', 'talk_id']), ['orderId', 'talkId'], { unique: true })
@Index(['talkId'])
export class OrderTalkEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('orders') orderId!: string;
  @Column(foreignId()) @References('talks') talkId!: string;
  @Column(integer()) sortNo!: number;
}

/** A topic or an audience of an order. */
@Entity('order_terms')
@Index(uniqueName('order_terms', ['order_id', 'term_id']), ['orderId', 'termId'], { unique: true })
@Index(['termId'])
export class OrderTermEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('orders') orderId!: string;
  @Column(foreignId()) @References('terms') termId!: string;
  @Column(code()) kind!: 'topic' | 'audience';
}

/** Orders of neighbours that one lecturer visits together. */
@Entity('order_trips')
export class OrderTripEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('divisions') countyId!: string;
  @Column(utc()) createdAt!: Date;
  @Column(foreignId()) @References('accounts') createdBy!: string;
}

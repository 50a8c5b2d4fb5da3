import { lengths, type OrderOffer, type OrderOfferState, type OrderNewsKind, type OrderNewsState, type OrderRater, type OrderSettings, type OrderStage } from '@kepu/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { code, digest, flag, foreignId, id, integer, json, optional, References, text, utc, version } from '../../platform/database/columns.js';
import { uniqueName } from '../../platform/database/naming.js';

/** An order offered to a lecturer. Rows of one bundle were offered together and are answered together. `acceptedKey` is the order's id while it is accepted: there is one at most. */
@Entity('order_offers')
@Index(uniqueName('order_offers', ['accepted_key']), ['acceptedKey'], { unique: true })
@Index(['orderId', 'offeredAt'])
@Index(['lecturerId', 'state'])
@Index(['state', 'expiresAt'])
@Index(['bundleId'])
export class OrderOfferEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) bundleId!: string;
  @Column(foreignId()) @References('orders') orderId!: string;
  @Column(foreignId()) @References('accounts') lecturerId!: string;
  @Column(optional(foreignId())) @References('talks') talkId!: string | null;
  @Column(utc()) startsAt!: Date;
  @Column(utc()) endsAt!: Date;
  @Column(code()) state!: OrderOfferState;
  @Column(optional(foreignId())) acceptedKey!: string | null;
  @Column(code()) stage!: OrderStage;
  @Column(integer()) round!: number;
  /** In tenths of a point. */
  @Column(optional(integer())) score!: number | null;
  @Column(json<OrderOffer['parts']>()) parts!: OrderOffer['parts'];
  @Column(optional(text(lengths.note))) reason!: string | null;
  @Column(utc()) offeredAt!: Date;
  /** Null for the next of the ranking, whom the system asked. */
  @Column(optional(foreignId())) @References('accounts') offeredBy!: string | null;
  @Column(utc()) expiresAt!: Date;
  @Column(flag()) reminded!: boolean;
  @Column(optional(utc())) answeredAt!: Date | null;
  @Column(optional(text(lengths.note))) answer!: string | null;
  @Column(version()) version!: number;
}

/** A piece of news for whoever ordered without an account. `eventKey` names what happened, so that it is told once. What it says is made out when it is sent; the phone stands at the order alone. */
@Entity('order_news')
@Index(uniqueName('order_news', ['event_key']), ['eventKey'], { unique: true })
@Index(['orderId', 'createdAt'])
@Index(['state', 'createdAt'])
export class OrderNewsEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('orders') orderId!: string;
  @Column(text(120)) eventKey!: string;
  @Column(code()) kind!: OrderNewsKind;
  @Column(code()) state!: OrderNewsState;
  /** The time that it tells. */
  @Column(optional(utc())) startsAt!: Date | null;
  @Column(utc()) createdAt!: Date;
  @Column(optional(utc())) endedAt!: Date | null;
}

/** What somebody said afterwards: whoever ordered (content, manner, again, people), the lecturer (prepared, audience), somebody in the audience (one grade). */
@Entity('order_ratings')
@Index(uniqueName('order_ratings', ['order_id', 'rater', 'device_hash']), ['orderId', 'rater', 'deviceHash'], { unique: true })
@Index(['ratedAt'])
export class OrderRatingEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(foreignId()) @References('orders') orderId!: string;
  @Column(code()) rater!: OrderRater;
  /** Of an audience: a digest of the phone's own mark, salted with the order. Of the others: their word, so that each rates once. */
  @Column(digest()) deviceHash!: string;
  @Column(integer()) first!: number;
  @Column(optional(integer())) second!: number | null;
  @Column(optional(integer())) third!: number | null;
  @Column(optional(integer())) people!: number | null;
  @Column(optional(text(lengths.note))) note!: string | null;
  @Column(utc()) ratedAt!: Date;
}

/** What the office sets, as it is kept. */
export type SettingValues = Omit<OrderSettings, 'version' | 'changedAt' | 'changedBy' | 'mayWrite'>;
/** Settings of orders: editions that never change, the newest holds. */
@Entity('order_settings')
@Index(uniqueName('order_settings', ['number']), ['number'], { unique: true })
export class OrderSettingsEntity {
  @PrimaryColumn(id()) id!: string;
  @Column(integer()) number!: number;
  @Column(json<Partial<SettingValues>>()) settings!: Partial<SettingValues>;
  @Column(utc()) createdAt!: Date;
  @Column(foreignId()) @References('accounts') createdBy!: string;
}

import { Inject, Injectable } from '@nestjs/common';
import type { PublicTalk, publicTalkQuery, PublicTalks } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import type { z } from 'zod';
import { Clock } from '../../../platform/clock/index.js';
import { APP_CONFIG, type AppConfig } from '../../../platform/config/config.js';
import { notFound } from '../../../platform/errors/refusal.js';
import { publicTalkView } from './talk.mapper.js';
import { TalkRatings } from './talk-ratings.js';
import { TalksRepository } from './talks.repository.js';

/** The menu of talks as anybody reads it. */
@Injectable()
export class TalkMenu {
  constructor(private readonly rows: TalksRepository, private readonly ratings: TalkRatings, private readonly clock: Clock, @Inject(APP_CONFIG) private readonly config: AppConfig) {}

  async list(query: z.output<typeof publicTalkQuery>): Promise<PublicTalks> {
    const asOf = this.clock.today();
    const { rows, total } = await this.rows.menu(query, asOf);
    const ids = rows.map(({ id }) => id);
    const [terms, ratings] = [await this.rows.terms(ids), await this.ratings.of(rows.filter(({ menuRatings }) => Number(menuRatings) === 1).map(({ id }) => id))];
    return { data: rows.map((row) => publicTalkView(row, terms, ratings.get(row.id))), total, asOf };
  }
  /** Errors: `resource.not_found` for what does not stand on the menu today. */
  async get(id: string): Promise<PublicTalk> {
    const row = await this.rows.onMenu(id, this.clock.today());
    if (!row) throw notFound();
    return publicTalkView(row, await this.rows.terms([id]), (await this.ratings.of([id])).get(id));
  }
  /** Errors: `resource.not_found`. */
  async share(talkId: string | null, locale: Locale): Promise<{ text: string; url: string; qr: string }> {
    const url = `${this.config.publicUrl}${locale === 'en' ? '/en' : ''}/talks${talkId === null ? '' : `/${talkId}`}`;
    const text = talkId === null ? label(locale, 'documents.talkMenuShare', { url }) : await this.get(talkId).then(({ title, minutes }) => label(locale, 'documents.talkShare', { title, minutes, url }));
    const { default: QRCode } = await import('qrcode');
    return { text, url, qr: await QRCode.toString(url, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' }) };
  }
}

import { Injectable } from '@nestjs/common';
import { talkLanguages } from '@kepu/contracts';
import { chosenOf, monthsOf } from '@kepu/domain';
import { Clock } from '../../../platform/clock/index.js';
import { TalksRepository, type TalkRow } from './talks.repository.js';

/** A talk, as far as orders need to know it. */
export interface KnownTalk {
  readonly id: string; readonly poolId: string; readonly poolName: string; readonly lecturerId: string; readonly title: string; readonly minutes: number; readonly languages: readonly (typeof talkLanguages)[number][]; readonly months: readonly number[]; readonly topicIds: readonly string[]; readonly audienceIds: readonly string[]; readonly onMenu: boolean;
}
const MOST = 200;

/** Talks for what stands to the right. */
@Injectable()
export class TalkDirectory {
  constructor(private readonly rows: TalksRepository, private readonly clock: Clock) {}

  /** Those of some talks that stand on the menu today. */
  async onMenu(ids: readonly string[]): Promise<KnownTalk[]> { return ids.length === 0 ? [] : this.known((await this.rows.menu({ ids: [...ids], page: 1, perPage: MOST }, this.clock.today())).rows); }
  /** Some talks, wherever they stand now. */
  async byIds(ids: readonly string[]): Promise<ReadonlyMap<string, KnownTalk>> { return new Map((await this.known(await this.rows.byIds(ids, this.clock.today()))).map((talk) => [talk.id, talk])); }
  /** Those on the menu today that are about any of some topics. */
  async about(topicIds: readonly string[]): Promise<KnownTalk[]> { return topicIds.length === 0 ? [] : this.known(await this.rows.about(topicIds, this.clock.today())); }

  private async known(rows: readonly TalkRow[]): Promise<KnownTalk[]> {
    const terms = await this.rows.terms(rows.map(({ id }) => id));
    const idsOf = (talkId: string, kind: 'topic' | 'audience'): string[] => terms.filter((term) => term.talkId === talkId && term.kind === kind).map(({ id }) => id);
    return rows.map((row) => ({
      id: row.id, poolId: row.poolId, poolName: row.poolName, lecturerId: row.lecturerId, title: row.title, minutes: row.minutes, languages: chosenOf(talkLanguages, row.languages), months: monthsOf(row.months), topicIds: idsOf(row.id, 'topic'), audienceIds: idsOf(row.id, 'audience'), onMenu: Number(row.onMenu) === 1,
    }));
  }
}

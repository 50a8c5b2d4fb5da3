import { Injectable } from '@nestjs/common';
import type { CollectionField, CollectionSum } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { officialDocument, type DocumentPart } from '../../../platform/documents/official-document.js';
import { fieldsOf, isCounted } from './collection.mapper.js';
import { headingOf } from './collection-sheet-reader.js';
import { CollectionTables } from './collection-tables.service.js';
import { CollectionsService } from './collections.service.js';

const t = (key: string, params: Record<string, string | number> = {}): string => label('zh-CN', `documents.${key}`, params);
const cell = (text: string) => ({ paragraphs: text.split('\n'), rows: 1 });
/** More sums than these stand on no page beside each other. */
const MOST_COLUMNS = 6;

/** The summary as a Word file, to be put under a paper. It is in the language of the office. */
@Injectable()
export class CollectionDocuments {
  constructor(private readonly collections: CollectionsService, private readonly tables: CollectionTables, private readonly audit: AuditTrail, private readonly work: UnitOfWork) {}

  async summary(actor: PersonActor, id: string): Promise<{ name: string; bytes: Buffer }> {
    const collection = await this.collections.find(actor, id);
    const [summary, standings, fields] = [await this.tables.summary(actor, id), await this.tables.everyStanding(actor, collection), fieldsOf(collection)];
    const counted = standings.filter(({ state }) => isCounted(state));
    const shown = fields.map((field, at) => ({ field, at })).filter(({ field }) => field.sum === 'sum' || field.sum === 'average').slice(0, MOST_COLUMNS);
    const parts: DocumentPart[] = [
      { kind: 'tableTitle', text: t('collectionSummary', { title: collection.title }) }, { kind: 'fact', text: t('collectionAsked', { asked: standings.length, answered: counted.length, none: counted.filter(({ none }) => none).length, missing: standings.length - counted.length }) },
      { kind: 'table', columns: [{ heading: t('collectionNo'), share: 10, centred: true }, { heading: t('collectionColumn'), share: 45 }, { heading: t('collectionMade'), share: 45 }], rows: fields.map((field, at) => [cell(String(at + 1)), cell(headingOf(field)), cell(madeOf(field, summary.sums[at]))]) },
    ];
    if (shown.length > 0 && summary.counties.length > 1) {
      const share = Math.floor(70 / (shown.length + 1));
      parts.push({ kind: 'fact', text: t('collectionOf') }, {
        kind: 'table', columns: [{ heading: t('collectionCounty'), share: 30 }, { heading: `${t('collectionAnswered')}/${t('collectionAskedOf')}`, share, centred: true }, ...shown.map(({ field }) => ({ heading: headingOf(field), share, centred: true }))],
        rows: summary.counties.map(({ county, asked, answered, sums }) => [cell(county.name), cell(`${answered}/${asked}`), ...shown.map(({ at }) => cell(answered === 0 ? '' : figure(sums[at]?.value)))]),
      });
    }
    const bytes = await officialDocument(collection.title, [{ page: 'upright', parts }]);
    await this.work.run(() => this.audit.record({ actor: auditActor(actor), action: 'collection.exported', subjectKind: 'collection', subjectId: id, before: null, after: { format: 'docx' } }));
    return { name: `${t('collectionSummary', { title: collection.title })}.docx`, bytes };
  }
}

const figure = (value: number | null | undefined): string => (value === null || value === undefined ? '' : String(value));
const madeOf = (field: CollectionField, sum: CollectionSum | undefined): string => {
  if (!sum) return '';
  if (field.sum === 'count') return sum.counts.map(({ option, count }) => `${field.type === 'flag' ? t(option === 'true' ? 'collectionYes' : 'collectionNot') : option} ${count}`).join('\n');
  return field.sum === 'none' ? '' : `${figure(sum.value)}${sum.value === null || field.unitOfMeasure === null ? '' : ` ${field.unitOfMeasure}`}`;
};

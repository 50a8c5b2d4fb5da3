import { label } from '@kepu/contracts/labels';
import { officialDocument, type DocumentPart } from '../../../platform/documents/official-document.js';
import { below } from './pack-ledger.js';
import { quietly } from './pack-text.js';
import type { LeftOutRow, PackOrder, PackPart, PackProofs } from './pack-order.js';

const t = (key: string, params: Record<string, string | number> = {}): string => label('zh-CN', `documents.${key}`, params);
const reasons: Readonly<Record<LeftOutRow['reason'], string>> = { personal: 'packPersonal', withheld: 'packWithheld', photo: 'packPhotoNone', gone: 'packGone' };
/** Letters of an item's text: it is found by its number, and stands whole in the lists. */
const SHORT = 60;

/** 目录: what lies where, which files prove which item, and what is not there and why. */
export const packIndex = ({ plan, row, facts }: PackOrder, parts: readonly PackPart[], { items, leftOut }: PackProofs): Promise<Buffer> => {
  const cell = (...paragraphs: string[]) => ({ paragraphs, rows: 1 });
  const heading = (text: string): DocumentPart => ({ kind: 'tableTitle', text });
  const photos = leftOut.filter(({ reason }) => reason === 'photo').reduce((sum, { count }) => sum + count, 0);
  return officialDocument(t('packIndexTitle', { title: plan.title }), [{ page: 'list', parts: quietly<DocumentPart[]>([
    heading(t('packIndexTitle', { title: plan.title })), { kind: 'fact', text: t('packNumber', { number: row.number }) }, { kind: 'fact', text: facts },
    heading(t('packContents')),
    { kind: 'table', columns: [{ heading: t('seq'), share: 6, centred: true }, { heading: t('packPath'), share: 54 }, { heading: t('packWhat'), share: 40 }], rows: parts.map(({ path, what }, at) => [cell(String(at + 1)), cell(...below([path])), cell(what)]) },
    heading(t('packItems')),
    {
      kind: 'table', columns: [{ heading: t('seq'), share: 6, centred: true }, { heading: t('programme'), share: 16, centred: true }, { heading: t('text'), share: 34 }, { heading: t('unit'), share: 12, centred: true }, { heading: t('packPath'), share: 32 }],
      rows: items.map(({ item, paths, lines }) => [
        cell(String(item.seq)), cell(item.programme.printed), cell([...item.text].slice(0, SHORT).join('') + ([...item.text].length > SHORT ? '……' : '')), cell([...new Set(item.units.map(({ printed }) => printed))].join('、')),
        paths.length > 0 ? cell(...below(paths)) : cell(t(lines > 0 ? 'packNoFiles' : 'packNoEvidence')),
      ]),
    },
    heading(t('packLeftOut')),
    ...(leftOut.length === 0 ? [{ kind: 'fact', text: t('packNothingLeftOut') } as const] : [
      { kind: 'table', columns: [{ heading: t('seq'), share: 12, centred: true }, { heading: t('packSource'), share: 48 }, { heading: t('packQuantity'), share: 10, centred: true }, { heading: t('packReason'), share: 30 }], rows: leftOut.map(({ seqs, source, reason, count }) => [cell(seqs.join('、')), cell(source), cell(String(count)), cell(t(reasons[reason]))]) } as const,
      ...(photos === 0 ? [] : [{ kind: 'note', text: t('packPhotos', { count: photos }) } as const]),
    ]),
    ...(row.letters ? [] : [{ kind: 'note', text: t('packNoLetters') } as const]),
  ]) }]);
};

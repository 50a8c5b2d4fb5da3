import { Injectable } from '@nestjs/common';
import { label } from '@kepu/contracts/labels';
import { Refusal } from '../../../platform/errors/refusal.js';
import { Files } from '../../../platform/files/index.js';
import { FileLinks, FileReaders, type KeptFileRow, type PlacedFileRow } from '../../files/index.js';
import { WorkEntriesRepository } from '../work-entries.repository.js';
import { leftOutFor, strictestOf, type LeftOut } from './pack-file-rule.js';
import { extensionOf } from './pack-names.js';
import type { LeftOutRow, PackOrder, PackPart, PackProofs } from './pack-order.js';
import type { PackLine } from './pack-sources.repository.js';

type Kind = 'work_entry' | 'activity_report';
/** A piece of work that proves something, with the files that were handed in for it. */
interface Source { readonly key: string; readonly kind: Kind; readonly id: string; readonly title: string; readonly seqs: number[] }
/** Subjects of one statement. */
const AT_ONCE = 200;
const t = (key: string): string => label('zh-CN', `documents.${key}`);

/** The source of a line: hours stand in the report of their activity. */
export const sourceOf = ({ sourceKind, sourceId, activityId }: Pick<PackLine, 'sourceKind' | 'sourceId' | 'activityId'>): { kind: Kind; id: string } | null =>
  (sourceKind === 'work_entry' ? { kind: 'work_entry', id: sourceId } : activityId === null ? null : { kind: 'activity_report', id: activityId });

/** 佐证材料: what was handed in for the work that an item rests on. A file that proves several items lies in the folder of the first one. */
@Injectable()
export class PackEvidence {
  constructor(private readonly entries: WorkEntriesRepository, private readonly links: FileLinks, private readonly readers: FileReaders, private readonly files: Files) {}

  async proofs(order: PackOrder, lines: readonly PackLine[]): Promise<PackProofs> {
    const { items, names, filter } = order;
    const seqOf = new Map(items.map(({ id, seq }) => [id, seq]));
    const mine = lines.filter(({ standing, unitPath }) => standing === 1 && (filter.unitPath === null || unitPath.startsWith(filter.unitPath)));
    const sources = await this.seen(order, sourcesIn(mine, seqOf));
    const kept = await this.filesOf(sources);
    const [placed, parts, leftOut, pathsOfSource] = [new Map<string, string>(), [] as PackPart[], [] as LeftOutRow[], new Map<string, readonly string[]>()];
    let bytes = 0;
    for (const source of sources) {
      const first = items.find(({ seq }) => seq === source.seqs[0]);
      const paths: string[] = [];
      for (const { file, reason } of kept.get(source.key) ?? []) {
        if (reason !== null) { leftOut.push({ seqs: source.seqs, source: source.title, reason, count: 1 }); continue; }
        const known = placed.get(file.hash);
        if (known !== undefined) { paths.push(known); continue; }
        const folder = first === undefined ? '000' : `${String(first.seq).padStart(3, '0')} ${first.text}`;
        const path = names.path([`05 ${t('packEvidenceFolder')}`, folder], source.title, extensionOf(file.type));
        placed.set(file.hash, path);
        parts.push({ path, what: source.title, content: async () => (await this.files.open(file.id)).stream() });
        paths.push(path);
        bytes += Number(file.size);
      }
      pathsOfSource.set(source.key, paths);
    }
    return {
      parts, bytes, pathsOfSource, hashes: [...placed.keys()], leftOut: summed(leftOut),
      items: items.map((item) => ({ item, lines: mine.filter(({ itemId }) => itemId === item.id).length, paths: [...new Set(sources.filter(({ seqs }) => seqs.includes(item.seq)).flatMap(({ key }) => pathsOfSource.get(key) ?? []))] })),
    };
  }

  /** Sources that the orderer may read: a line of evidence is told to more people than what proves it. */
  private async seen({ actor }: PackOrder, sources: readonly Source[]): Promise<Source[]> {
    const allowed = new Set<string>();
    const ofWork = sources.filter(({ kind }) => kind === 'work_entry');
    for (let at = 0; at < ofWork.length; at += AT_ONCE) {
      const { rows } = await this.entries.listFor(actor, { ids: ofWork.slice(at, at + AT_ONCE).map(({ id }) => id), page: 1, perPage: AT_ONCE });
      for (const { id } of rows) allowed.add(`work_entry ${id}`);
    }
    for (const { kind, id, key } of sources) if (kind === 'activity_report' && (await this.readers.allows(actor, kind, id))) allowed.add(key);
    return sources.filter(({ key }) => allowed.has(key));
  }

  /** Whether all of some bytes may still leave. */
  async mayLeave(hashes: readonly string[]): Promise<boolean> { return (await this.rules(hashes)).size === 0; }
  turn(): Promise<void> { return this.links.turn(); }

  /** Files by source, each with why it stays out. */
  private async filesOf(sources: readonly Source[]): Promise<ReadonlyMap<string, { file: KeptFileRow; reason: LeftOutRow['reason'] | null }[]>> {
    const found: { key: string; file: KeptFileRow }[] = [];
    for (const kind of ['work_entry', 'activity_report'] as const) {
      const ids = sources.filter((source) => source.kind === kind).map(({ id }) => id);
      for (let at = 0; at < ids.length; at += AT_ONCE) for (const file of await this.links.keptOf(kind, ids.slice(at, at + AT_ONCE))) found.push({ key: `${kind} ${file.subjectId}`, file });
    }
    const inside = await this.rules([...new Set(found.map(({ file }) => file.hash))]);
    const kept = new Map<string, { file: KeptFileRow; reason: LeftOutRow['reason'] | null }[]>();
    for (const { key, file } of found) kept.set(key, [...(kept.get(key) ?? []), { file, reason: inside.get(file.hash) ?? ((await this.isThere(file.id)) ? null : 'gone') }]);
    return kept;
  }

  /** Why some bytes stay inside. They are one file wherever they were handed in, by whatever name and for whatever work: what keeps them inside in one place keeps them inside everywhere. */
  private async rules(hashes: readonly string[]): Promise<ReadonlyMap<string, LeftOut>> {
    const answers = new Map<string, (LeftOut | null)[]>();
    const places = await this.links.everywhere(hashes);
    for (const kind of new Set(places.map(({ subjectKind }) => subjectKind))) {
      const some = places.filter(({ subjectKind }) => subjectKind === kind);
      for (let at = 0; at < some.length; at += AT_ONCE) for (const [hash, answer] of await this.answersOf(kind, some.slice(at, at + AT_ONCE))) answers.set(hash, [...(answers.get(hash) ?? []), answer]);
    }
    return new Map([...answers].flatMap(([hash, given]) => { const reason = strictestOf(given); return reason === null ? [] : [[hash, reason] as const]; }));
  }

  private async answersOf(kind: string, places: readonly PlacedFileRow[]): Promise<(readonly [string, LeftOut | null])[]> {
    const ids = [...new Set(places.map(({ subjectId }) => subjectId))];
    // What nobody keeps are papers, of approvals and of other days: no pictures of work.
    const [children, rosters] = await Promise.all([this.readers.keeps(kind) ? this.readers.withChildren(kind, ids) : new Set<string>(), kind === 'work_entry' ? this.entries.rostersOf(ids) : new Set<string>()]);
    return places.map((place) => [place.hash, leftOutFor({ ...place, listed: rosters.has(place.id), withChildren: children.has(place.subjectId) })] as const);
  }

  private async isThere(fileId: string): Promise<boolean> {
    try {
      await this.files.open(fileId);
      return true;
    } catch (error) {
      if (error instanceof Refusal && error.code === 'resource.not_found') return false;
      throw error;
    }
  }
}

function sourcesIn(lines: readonly PackLine[], seqOf: ReadonlyMap<string, number>): Source[] {
  const sources = new Map<string, Source>();
  for (const line of lines) {
    const source = sourceOf(line);
    const seq = seqOf.get(line.itemId);
    if (!source || seq === undefined) continue;
    const key = `${source.kind} ${source.id}`;
    const known = sources.get(key) ?? { key, ...source, title: line.title, seqs: [] };
    if (!known.seqs.includes(seq)) known.seqs.push(seq);
    sources.set(key, known);
  }
  return [...sources.values()];
}

const summed = (rows: readonly LeftOutRow[]): LeftOutRow[] => {
  const sums = new Map<string, LeftOutRow>();
  for (const row of rows) {
    const key = `${row.reason} ${row.seqs.join(',')} ${row.source}`;
    sums.set(key, { ...row, count: (sums.get(key)?.count ?? 0) + row.count });
  }
  return [...sums.values()];
};

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ApiProblem, type Client } from '@kepu/api-client';
import { docxFile, sampleDocx, sampleText, sampleXlsx, wordCell, wordParagraph, wordRow, wordTable, type SamplePaper } from '@kepu/breakdown/testing';
import type { Item, Plan, PlanImport, Problem } from '@kepu/contracts';
import type { TestServer } from '../support/server.js';
import { root } from '../support/server-process.js';

/** The three formats in which each sample paper lies beside its answer sheet. */
export const formats = ['txt', 'docx', 'xlsx'] as const;
export type Format = (typeof formats)[number];

/** A paper with its answer sheet. */
export interface PaperFiles { readonly name: string; bytes(format: Format): Buffer; answers(): Answer[] }
/** A line of an answer sheet. */
export interface Answer { readonly unit: string; readonly programme: string; readonly number: string | null; readonly text: string; readonly canonical: string }

const filesOf = (folder: string, name: string): PaperFiles => ({
  name,
  bytes: (format) => readFileSync(path.join(folder, `${name}.${format}`)),
  answers: () => {
    const [heading = '', ...lines] = readFileSync(path.join(folder, `${name}.items.tsv`), 'utf8').trimEnd().split('\n');
    const columns = heading.split('\t');
    return lines.map((line) => {
      const fields = line.split('\t');
      const field = (column: string) => fields[columns.indexOf(column)] ?? '';
      return { unit: field('unit'), programme: field('programme'), number: field('item_no') || null, text: field('content'), canonical: field('programme_canonical') };
    });
  },
});

const originals = process.env['KEPU_PAPER_DIR'] ? path.resolve(root, process.env['KEPU_PAPER_DIR']) : null;
/** The sample paper, which is always there. */
export const twin = filesOf(path.join(root, 'seeds/papers'), 'twin-2020');
/** The original, where `KEPU_PAPER_DIR` holds it. */
export const original = originals && existsSync(path.join(originals, 'breakdown-2020.txt')) ? filesOf(originals, 'breakdown-2020') : null;

/** The sample paper as if it were of another year, so that the demo city has no plan of it. */
export const twinOf = (year: number): Record<Format, Buffer> => {
  const paper = JSON.parse(readFileSync(path.join(root, 'seeds/papers/twin-2020.source.json'), 'utf8').replaceAll('2020', String(year))) as SamplePaper;
  return { txt: Buffer.from(sampleText(paper)), docx: Buffer.from(sampleDocx(paper)), xlsx: Buffer.from(sampleXlsx(paper)) };
};

/** The heading that every paper has. */
export const heading = ['责任单位', '项目', '工作内容和要求'];
/** A small paper as text with tabs, named so that its year is known. */
export const textPaper = (year: number, rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from([`${year}年温州市全民科学素质工作目标任务分解表`, '', ...[heading, ...rows].map((row) => row.join('\t')), ''].join('\n'));
/** The same as a Word file. */
export const wordPaper = (year: number, rows: readonly (readonly string[])[]): Uint8Array =>
  docxFile(`${wordParagraph(`${year}年温州市全民科学素质工作目标任务分解表`)}${wordTable([heading, ...rows].map((row) => wordRow(row.map((text) => wordCell(wordParagraph(text))))), 3)}`, { deflate: true });

/** Uploads a paper and gives the preview, waiting for it where the answer was 202. */
export const upload = async (client: Client, bytes: Uint8Array, fileName: string): Promise<PlanImport> => {
  const answer = await client.createPlanImport({ file: new Blob([Buffer.from(bytes)]), fileName });
  if ('items' in answer) return answer;
  return until(() => client.getPlanImport({ params: { id: answer.id } }), (preview) => preview.state === 'ready');
};

/** Uploads and commits. */
export const commit = async (client: Client, bytes: Uint8Array, fileName: string): Promise<Plan> =>
  (await client.commitPlanImport({ params: { id: (await upload(client, bytes, fileName)).id } })).plan;

/** All items of a plan, page by page. */
export const allItems = async (client: Client, planId: string): Promise<Item[]> => (await client.listItems({ params: { id: planId }, query: { perPage: 200 } })).data;

/** What a call is refused with. Errors: it was not refused. */
export const refusal = async (call: Promise<unknown>): Promise<Problem> => {
  try {
    await call;
  } catch (error) {
    if (error instanceof ApiProblem) return error.problem;
    throw error;
  }
  throw new Error('The call was not refused');
};

/** Looks again until something holds, for half a minute unless said: what a worker does is not done when its request is answered. */
export const until = async <T>(look: () => Promise<T>, holds: (seen: T) => boolean, waitMs = 30_000, everyMs = 40): Promise<T> => {
  const limit = performance.now() + waitMs;
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    if (performance.now() > limit) throw new Error(`Waited in vain; last seen: ${JSON.stringify(seen).slice(0, 500)}`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
};

/** Ids of units by the name that papers print. */
export const unitIds = async (client: Client): Promise<ReadonlyMap<string, string>> =>
  new Map((await client.listUnits({ query: { perPage: 200 } })).data.map((unit) => [unit.name, unit.id]));

/** A multipart request with a file, as a script sends it. */
export const postFile = (server: TestServer, as: string, bytes: Uint8Array, fileName: string, headers: Record<string, string> = {}): Promise<Response> => {
  const form = new FormData();
  form.set('file', new Blob([Buffer.from(bytes)]), fileName);
  return server.fetch('/api/v1/plan-imports', { method: 'POST', body: form, as, headers });
};

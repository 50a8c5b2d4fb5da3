import { zipFile, type ZipPart } from './zip-writer.js';

/** Escapes text for XML. */
export const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

function contentTypes(overrides: Readonly<Record<string, string>>): string {
  const items = Object.entries(overrides).map(([part, type]) => `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`);
  return `${HEADER}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${items.join('')}</Types>`;
}

function relationships(links: Readonly<Record<string, string>>): string {
  const items = Object.entries(links).map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`);
  return `${HEADER}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

/** A paragraph of Word; `list` names a list of {@link docxFile} whose number Word draws. */
export function wordParagraph(text: string, list?: number): string {
  const properties = list === undefined ? '' : `<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr></w:pPr>`;
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;
}

/** A cell of Word from its paragraphs' XML. */
export function wordCell(paragraphs: string, properties = ''): string {
  return `<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/>${properties}</w:tcPr>${paragraphs === '' ? '<w:p/>' : paragraphs}</w:tc>`;
}

/** A row of Word from its cells' XML. */
export const wordRow = (cells: readonly string[], header = false): string => `<w:tr>${header ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${cells.join('')}</w:tr>`;

/** A table of Word from its rows' XML. */
export function wordTable(rows: readonly string[], columns: number): string {
  const border = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single" w:sz="4" w:color="auto"/>`).join('');
  return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${border}</w:tblBorders></w:tblPr><w:tblGrid>${'<w:gridCol w:w="3000"/>'.repeat(columns)}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

/** A Word file with this body and `lists` lists `1. 2. 3.`, each counting from 1. Extra parts are added as they are. */
export function docxFile(body: string, options: { lists?: number; extra?: readonly ZipPart[]; deflate?: boolean } = {}): Uint8Array {
  const lists = Array.from({ length: options.lists ?? 0 }, (_, i) => i + 1);
  const numbering =
    `${HEADER}<w:numbering xmlns:w="${WORD}"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>` +
    `${lists.map((n) => `<w:num w:numId="${n}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`).join('')}</w:numbering>`;
  const links: Record<string, string> = { numbering: 'numbering.xml' };
  if (options.extra?.some((part) => part.name === 'word/styles.xml')) links['styles'] = 'styles.xml';
  const page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>';
  const parts: ZipPart[] = [
    { name: '[Content_Types].xml', data: contentTypes({ 'word/document.xml': 'wordprocessingml.document.main', 'word/numbering.xml': 'wordprocessingml.numbering' }) },
    { name: '_rels/.rels', data: relationships({ officeDocument: 'word/document.xml' }) },
    { name: 'word/_rels/document.xml.rels', data: relationships(links) },
    { name: 'word/document.xml', data: `${HEADER}<w:document xmlns:w="${WORD}"><w:body>${body}${page}</w:body></w:document>` },
    { name: 'word/numbering.xml', data: numbering },
    ...(options.extra ?? []),
  ];
  return zipFile(parts.map((part) => ({ deflate: options.deflate ?? false, ...part })));
}

/** A cell of a test sheet: text, or a formula with the value that it last had. */
export type SheetValue = string | { formula: string; value: string | null };

/** Rows of a test sheet, its merged areas (`A3:A5`), and rows that are styled but empty behind the last one. */
export interface TestSheet {
  name: string;
  rows: readonly (readonly SheetValue[])[];
  merges?: readonly string[];
  emptyRows?: number;
}

function sheetXml(sheet: TestSheet, textIndex: (text: string) => number): string {
  const cell = (value: SheetValue, row: number, column: number): string => {
    const reference = `${String.fromCharCode(65 + column)}${row}`;
    if (value === '') return `<c r="${reference}"/>`;
    if (typeof value === 'string') return `<c r="${reference}" t="s"><v>${textIndex(value)}</v></c>`;
    return `<c r="${reference}" t="str"><f>${escapeXml(value.formula)}</f>${value.value === null ? '' : `<v>${escapeXml(value.value)}</v>`}</c>`;
  };
  const rows = sheet.rows.map((values, i) => `<row r="${i + 1}">${values.map((value, column) => cell(value, i + 1, column)).join('')}</row>`);
  const empty = Array.from({ length: sheet.emptyRows ?? 0 }, (_, i) => `<row r="${sheet.rows.length + i + 1}"><c r="A${sheet.rows.length + i + 1}" s="0"/></row>`);
  const merges = sheet.merges?.length ? `<mergeCells count="${sheet.merges.length}">${sheet.merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : '';
  return `${HEADER}<worksheet xmlns="${SHEET}"><sheetData>${rows.join('')}${empty.join('')}</sheetData>${merges}</worksheet>`;
}

/** A workbook with these sheets, texts shared as Excel does. */
export function xlsxFile(sheets: readonly TestSheet[], options: { extra?: readonly ZipPart[]; deflate?: boolean } = {}): Uint8Array {
  const texts = new Map<string, number>();
  const textIndex = (text: string): number => {
    const known = texts.get(text) ?? texts.size;
    texts.set(text, known);
    return known;
  };
  const files = sheets.map((sheet) => sheetXml(sheet, textIndex));
  const names = sheets.map((sheet, i) => `<sheet name="${escapeXml(sheet.name)}" sheetId="${i + 1}" r:id="sheet${i + 1}"/>`);
  const links = sheets.map((_, i) => `<Relationship Id="sheet${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`);
  const strings = [...texts.keys()].map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`);
  const types: Record<string, string> = { 'xl/workbook.xml': 'spreadsheetml.sheet.main', 'xl/sharedStrings.xml': 'spreadsheetml.sharedStrings' };
  sheets.forEach((_, i) => (types[`xl/worksheets/sheet${i + 1}.xml`] = 'spreadsheetml.worksheet'));
  const parts: ZipPart[] = [
    { name: '[Content_Types].xml', data: contentTypes(types) },
    { name: '_rels/.rels', data: relationships({ officeDocument: 'xl/workbook.xml' }) },
    { name: 'xl/workbook.xml', data: `${HEADER}<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets>${names.join('')}</sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', data: relationships({ sharedStrings: 'sharedStrings.xml' }).replace('</Relationships>', `${links.join('')}</Relationships>`) },
    { name: 'xl/sharedStrings.xml', data: `${HEADER}<sst xmlns="${SHEET}">${strings.join('')}</sst>` },
    ...files.map((data, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, data })),
    ...(options.extra ?? []),
  ];
  return zipFile(parts.map((part) => ({ deflate: options.deflate ?? false, ...part })));
}

// Writes seeds/papers/twin-2020.{txt,docx,xlsx,items.tsv} from twin-2020.source.json. Same source, same bytes.
// Run after a build: node packages/breakdown/scripts/make-twin.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { sampleAnswers, sampleDocx, sampleText, sampleXlsx } from '../dist/testing/index.js';

const folder = new URL('../../../seeds/papers/', import.meta.url);
const paper = JSON.parse(readFileSync(new URL('twin-2020.source.json', folder), 'utf8'));
const canonical = (programme) => paper.aliases[programme] ?? programme;

writeFileSync(new URL('twin-2020.txt', folder), sampleText(paper));
writeFileSync(new URL('twin-2020.docx', folder), sampleDocx(paper));
writeFileSync(new URL('twin-2020.xlsx', folder), sampleXlsx(paper));
writeFileSync(new URL('twin-2020.items.tsv', folder), sampleAnswers(paper, canonical));

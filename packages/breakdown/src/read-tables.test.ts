import { PaperProblem } from './problem.js';
import { readTables } from './read-tables.js';
import { xlsxFile } from './testing/index.js';

const refused = (bytes: Uint8Array, limits = {}) => readTables(bytes, limits).then(() => 'read', (error: unknown) => (error instanceof PaperProblem ? error.code : String(error)));

describe('plain tables', () => {
  it('are the cells of the visible sheets, with the rows that merges cover', async () => {
    const tables = await readTables(xlsxFile([{ name: '名单', rows: [['姓名', '单位'], ['甲', '一中'], ['乙', '']], merges: ['B2:B3'] }]));
    expect(tables).toEqual([{ sheet: '名单', rows: [
      { row: 1, cells: [{ column: 0, text: '姓名' }, { column: 1, text: '单位' }] }, { row: 2, cells: [{ column: 0, text: '甲' }, { column: 1, text: '一中' }] }, { row: 3, cells: [{ column: 0, text: '乙' }, { column: 1, text: '', merged: true }] },
    ] }]);
  });

  it('come of workbooks alone, and of no more than the limits allow', async () => {
    expect(await refused(Buffer.from('姓名,手机号\n甲,13800000000\n'))).toBe('paper.type_unsupported');
    expect(await refused(new Uint8Array())).toBe('paper.empty');
    const file = xlsxFile([{ name: '名单', rows: [['姓名'], ['甲']] }]);
    expect(await refused(file, { maxUnpackedBytes: 100 })).toBe('paper.too_large_unpacked');
    expect(await refused(file, { maxBytes: 100 })).toBe('paper.too_large_unpacked');
  });
});

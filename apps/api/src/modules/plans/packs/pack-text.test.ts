import { cells, quiet, quietly } from './pack-text.js';

const [phone, identity, old] = ['*'.repeat(11), '*'.repeat(18), '*'.repeat(15)];
it.each([
  ['联系 13876540001 王', `联系 ${phone} 王`], ['138-7654-0001、138 7654 0002', `${phone}、${phone}`], ['330302199001021234', identity], ['33030219900102123X。', `${identity}。`],
  ['电话１３８７６５４０００１', `电话${phone}`], ['+86 138.7654.0001', phone], ['8613876540001', phone], ['138—7654—0001', phone], ['138－7654－0001', phone], ['1387 654 0001', phone], ['138 7654 00 01', phone], ['①13876540001', `①${phone}`], ['微信abc13876540001x', `微信abc${phone}x`],
  ['0577-88123456', phone], ['（0577）88123456', phone], ['0577 8812 3456 转 801', `${phone} 转 801`], ['010-65123456', phone],
  ['330302 19900102 1234', identity], ['330302 1990 0102 123 X', identity], ['３３０３０２１９９００１０２１２３４', identity], ['330302900102123', old], ['330302 900102 123', old],
  ['全年培训 20000000000 人次', '全年培训 20000000000 人次'], ['温全科〔2026〕1 号，受众 1380 人次', '温全科〔2026〕1 号，受众 1380 人次'], ['2012-04-05 至 2012-12-31', '2012-04-05 至 2012-12-31'], ['1 3 5 7 9 1 3 5 7 9 1', '1 3 5 7 9 1 3 5 7 9 1'],
  ['019ad3c4-1537-7123-945a-138765400012', '019ad3c4-1537-7123-945a-138765400012'], ['数据截至 2026-11-27 22:30', '数据截至 2026-11-27 22:30'], ['', ''],
])('%s', (given, left) => { expect(quiet(given)).toBe(left); });

it('is the same where it is done twice', () => { for (const text of ['联系 13876540001', '330302900102123']) expect(quiet(quiet(text))).toBe(quiet(text)); });
it('leaves no number in anything that is written', () => {
  expect(quietly({ kind: 'table', rows: [['电话 13876540001', null, 3]], wide: true })).toEqual({ kind: 'table', rows: [[`电话 ${phone}`, null, 3]], wide: true });
  expect(cells(['=13876540001', 13_876_540_001])).toEqual([`'=${phone}`, 13_876_540_001]);
});

import fc from 'fast-check';
import { LONGEST_PATH, PackNames, pathPart } from './pack-names.js';

it.each([
  ['市委/市府办', '市委-市府办'], ['CON', '_CON'], ['nul.txt', '_nul.txt'], ['a:b*c?"<>|d', 'abcd'], [' 结尾有点. . ', '结尾有点'], ['', 'file'], ['\u202Exe.docx', 'xe.docx'], ['console', 'console'],
])('%j is kept as %j', (given, kept) => { expect(pathPart(given, 40)).toBe(kept); });

it('no two files have one name, whatever the case', () => {
  const names = new PackNames('迎检包 20260302-AB12CD34');
  expect([names.path(['05 佐证材料'], 'A', 'jpg'), names.path(['05 佐证材料'], 'a', 'jpg'), names.path(['05 佐证材料'], 'A', 'jpg')]).toEqual([
    '迎检包 20260302-AB12CD34/05 佐证材料/A.jpg', '迎检包 20260302-AB12CD34/05 佐证材料/a (2).jpg', '迎检包 20260302-AB12CD34/05 佐证材料/A (3).jpg',
  ]);
});

it('no path is one that Windows refuses, whatever it is called', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string({ maxLength: 400 }), (folder, name) => {
    const path = new PackNames('迎检包 20260302-AB12CD34').path(['05 佐证材料', `001 ${folder}`], name, 'xlsx');
    expect(path.length).toBeLessThan(LONGEST_PATH);
    for (const part of path.split('/')) expect(part).not.toMatch(/[<>:"\\|?*\u0000-\u001f]|^$|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu);
    expect(path.split('/')).toHaveLength(4);
  }));
});

import { leftOutFor, strictestOf, type FileFacts } from './pack-file-rule.js';

const photo: FileFacts = { name: 'IMG_2031.jpg', type: 'image/jpeg', faces: null, listed: false, withChildren: false };
it.each<[string, Partial<FileFacts>, ReturnType<typeof leftOutFor>]>([
  ['a photo of grown-ups leaves', {}, null],
  ['nobody has looked at a photo with children', { withChildren: true }, 'photo'],
  ['the same, said in so many words', { withChildren: true, faces: 'unchecked' }, 'photo'],
  ['no child can be recognised', { withChildren: true, faces: 'none' }, null],
  ['guardians have agreed', { withChildren: true, faces: 'allowed' }, null],
  ['somebody keeps it inside', { faces: 'withheld' }, 'withheld'],
  ['a sheet that people signed', { name: '签到表.pdf', type: 'application/pdf' }, 'personal'],
  ['a sheet that people signed, as a photo that may be shown', { name: '签到表.jpg', faces: 'allowed' }, 'personal'],
  ['a roster, whatever it is called', { name: '附件2.xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', listed: true }, 'personal'],
  ['a document of work with children may hold photos, whatever it is called', { name: '活动方案.pdf', type: 'application/pdf', withChildren: true }, 'photo'],
  ['the same, looked at', { name: '活动方案.pdf', type: 'application/pdf', withChildren: true, faces: 'none' }, null],
  ['words alone', { name: '活动方案.txt', type: 'text/plain', withChildren: true }, null],
])('%s', (_, change, left) => { expect(leftOutFor({ ...photo, ...change })).toBe(left); });

it('of several answers takes the strictest', () => {
  expect([strictestOf([null, 'photo', null]), strictestOf(['photo', 'personal']), strictestOf(['personal', 'withheld', null]), strictestOf([null]), strictestOf([])]).toEqual(['photo', 'personal', 'withheld', null, null]);
});

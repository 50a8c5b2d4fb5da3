import fc from 'fast-check';
import { attachment, safeFileName } from './file-name.js';
import { servingHeaders } from './serving.js';

it.each([
  ['2020年任务分解表.docx', '2020年任务分解表.docx'],
  ['C:\\Users\\x\\照片.jpg', '照片.jpg'],
  ['../../etc/passwd', 'passwd'],
  ['..', 'file'],
  ['', 'file'],
  ['.htaccess', 'htaccess'],
  ['a\r\nSet-Cookie: x=1.txt', 'aSet-Cookie x=1.txt'],
  ['photo\u202egpj.exe', 'photogpj.exe'],
  ['CON?.txt ', 'CON.txt'],
])('%j becomes %j', (original, safe) => {
  expect(safeFileName(original)).toBe(safe);
});

it('cuts a long name and keeps its extension', () => {
  const safe = safeFileName(`${'长'.repeat(300)}.docx`);
  expect([...safe]).toHaveLength(120);
  expect(safe.endsWith('长.docx')).toBe(true);
});

it('offers an ASCII name and the real one', () => {
  expect(attachment('任务 "表" (1).docx')).toBe(`attachment; filename="__ _ (1).docx"; filename*=UTF-8''%E4%BB%BB%E5%8A%A1%20%E8%A1%A8%20%281%29.docx`);
});

it('is one header line of plain ASCII, whatever the name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const header = attachment(name);
      expect(header).toMatch(/^attachment; filename="[\x20-\x21\x23-\x5b\x5d-\x7e]+"; filename\*=UTF-8''[A-Za-z0-9%._~!#$&+^`|-]+$/);
      const decoded = decodeURIComponent(header.slice(header.indexOf("''") + 2));
      expect(decoded).toBe(safeFileName(name));
      expect(safeFileName(decoded)).toBe(decoded);
    }),
  );
});

it('serves nothing as a page of ours', () => {
  const headers = servingHeaders({ name: 'x.html', mime: 'text/plain', size: 3 });
  expect(headers).toMatchObject({
    'content-type': 'text/plain; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-store',
  });
  expect(headers['content-disposition']).toMatch(/^attachment; /);
});

import ExcelJS from 'exceljs';
import { sniff, type Sniffed } from './sniff.js';

const of = (bytes: Buffer): Promise<Sniffed> => sniff(async (at, length) => bytes.subarray(at, at + length), bytes.length);
const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');

/** A ZIP of stored, empty entries that claim `claimed` bytes each. */
function zip(names: readonly string[], claimed: number, comment = ''): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const name of names) {
    const local = Buffer.concat([hex('504b0304 1400 0000 0000 0000 0000 00000000 00000000 00000000'), Buffer.from([name.length, 0, 0, 0]), Buffer.from(name)]);
    const entry = Buffer.alloc(46);
    entry.write('PK\u0001\u0002', 'latin1');
    entry.writeUInt32LE(claimed, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    offset += local.length;
    locals.push(local);
    entries.push(entry, Buffer.from(name));
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...locals, directory, end, Buffer.from(comment)]);
}

const officeType = 'application/vnd.openxmlformats-officedocument.';

it.each([
  ['png', hex('89504e470d0a1a0a 0000000d'), 'image/png'],
  ['jpeg', hex('ffd8ffe0 00104a46 4946'), 'image/jpeg'],
  ['gif', Buffer.from('GIF89a..'), 'image/gif'],
  ['webp', Buffer.from('RIFF\0\0\0\0WEBPVP8 '), 'image/webp'],
  ['heic of a phone', Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0'), 'image/heic'],
  ['mp4', Buffer.from('\0\0\0\u0018ftypisom\0\0\0\0'), 'video/mp4'],
  ['mp3', Buffer.from('ID3\u0004\0'), 'audio/mpeg'],
  ['pdf', Buffer.from('%PDF-1.7\n'), 'application/pdf'],
  ['doc of before 2007', hex('d0cf11e0a1b11ae1 0000'), 'application/x-ole-storage'],
  ['docx', zip(['[Content_Types].xml', '_rels/.rels', 'word/document.xml'], 1), `${officeType}wordprocessingml.document`],
  ['xlsx with a comment', zip(['[Content_Types].xml', 'xl/workbook.xml'], 1, 'made by hand'), `${officeType}spreadsheetml.sheet`],
  ['pptx', zip(['[Content_Types].xml', 'ppt/presentation.xml'], 1), `${officeType}presentationml.presentation`],
  ['a zip that only borrows the folder name', zip(['word/document.xml'], 1), 'application/zip'],
  ['a cut zip', zip(['[Content_Types].xml', 'word/document.xml'], 1).subarray(0, 60), 'application/zip'],
  ['Chinese text in UTF-8', Buffer.from('全民科学素质行动'), 'text/plain'],
  ['Chinese text in GB18030', hex('c8abc3f1bfc6d1a7cbd8d6ca'), 'text/plain'],
  ['markup', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'text/plain'],
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'text/plain'],
  ['a program', hex('7f454c46 02010100'), 'application/octet-stream'],
  ['nothing', Buffer.alloc(0), 'text/plain'],
])('%s', async (_, bytes, mime) => {
  expect((await of(bytes)).mime).toBe(mime);
});

it('knows what exceljs writes, and how much it unpacks to', async () => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('任务').addRow(['单位', '内容']);
  const sniffed = await of(Buffer.from(await book.xlsx.writeBuffer()));
  expect(sniffed.mime).toBe(`${officeType}spreadsheetml.sheet`);
  expect(sniffed.unpackedBytes).toBeGreaterThan(1_000);
});

it('reads the size of a bomb before anything is unpacked', async () => {
  const bomb = zip(['[Content_Types].xml', 'xl/worksheets/sheet1.xml'], 600_000_000);
  expect(await of(bomb)).toEqual({ mime: `${officeType}spreadsheetml.sheet`, unpackedBytes: 1_200_000_000 });
});

it('cuts a long text between the bytes of a character without taking it for a program', async () => {
  const text = Buffer.from('a' + '科'.repeat(3_000));
  expect((await of(text)).mime).toBe('text/plain');
});

it('survives a directory that points anywhere', async () => {
  for (let at = 0; at < 22; at += 1) {
    const broken = zip(['[Content_Types].xml', 'word/document.xml'], 1);
    broken[broken.length - 22 + at] = 0xff;
    expect((await of(broken)).mime).toMatch(/^application\//);
  }
});

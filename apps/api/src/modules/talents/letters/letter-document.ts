import { createRequire } from 'node:module';
import path from 'node:path';
import { label } from '@kepu/contracts/labels';

/** What a letter of appointment is made of. The same gives the same bytes. */
export interface LetterContent { readonly title: string; readonly body: string; readonly number: string; readonly issuer: string; readonly issuedAt: Date; readonly issuedOn: string; readonly checkUrl: string; readonly code: string }

/** Comes with a library: a machine has no Chinese font that one could count on. Its files stand beside its entry, which is all that it exports. */
const fontFile = (weight: 'Regular' | 'Bold'): string => path.join(path.dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '../fonts', `NotoSansHans-${weight}.otf`);
const A4 = { width: 841.89, height: 595.28 } as const;
const MARGIN = 72;
const INK = '#1c2b2d';
const RULE = '#0b5563';
const QR = 78;
const STAMP = 120;

/** A letter of appointment: one page of A4 on its side, with a place for the stamp and the address of its check as a QR code. Its words can be searched and copied. */
export async function letterPdf({ title, body, number, issuer, issuedAt, issuedOn, checkUrl, code }: LetterContent): Promise<Buffer> {
  const [{ default: PdfDocument }, { default: QRCode }] = await Promise.all([import('pdfkit'), import('qrcode')]);
  const pdf = new PdfDocument({ size: [A4.width, A4.height], margin: MARGIN, info: { Title: `${title} ${number}`, Author: issuer, CreationDate: issuedAt, ModDate: issuedAt }, lang: 'zh-CN' });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  pdf.registerFont('text', fontFile('Regular')).registerFont('heading', fontFile('Bold'));
  pdf.lineWidth(2).strokeColor(RULE).rect(30, 30, A4.width - 60, A4.height - 60).stroke();
  pdf.lineWidth(0.75).rect(38, 38, A4.width - 76, A4.height - 76).stroke();
  const width = A4.width - 2 * MARGIN;
  pdf.fillColor(RULE).font('heading').fontSize(40).text([...title].join(' '), MARGIN, 84, { width, align: 'center' });
  pdf.fillColor(INK).font('text').fontSize(13).text(number, MARGIN, 146, { width, align: 'right' });
  // Longer words stand smaller: all of it stays above the place of the stamp.
  const size = [20, 17, 14, 11, 9].find((each) => pdf.font('text').fontSize(each).heightOfString(body, { width, lineGap: each * 0.7, indent: each * 2 }) <= 190) ?? 8;
  pdf.fontSize(size).text(body, MARGIN, 186, { width, lineGap: size * 0.7, indent: size * 2, height: 200, ellipsis: '…' });
  const foot = 400;
  const right = A4.width - MARGIN - STAMP;
  pdf.lineWidth(0.75).dash(3, { space: 3 }).strokeColor('#9aa5a6').rect(right, foot, STAMP, STAMP).stroke().undash();
  pdf.fillColor('#9aa5a6').fontSize(10).text(label('zh-CN', 'documents.letterStamp'), right, foot + STAMP / 2 - 7, { width: STAMP, align: 'center' });
  pdf.fillColor(INK).fontSize(14).text(issuer, right - 330, foot + 46, { width: 310, align: 'right', height: 40 }).text(issuedOn, right - 330, foot + 84, { width: 310, align: 'right' });
  const { modules } = QRCode.create(checkUrl, { errorCorrectionLevel: 'M' });
  const cell = QR / modules.size;
  pdf.fillColor('#000000');
  for (let row = 0; row < modules.size; row += 1) for (let column = 0; column < modules.size; column += 1) if (modules.get(row, column)) pdf.rect(MARGIN + column * cell, foot + 10 + row * cell, cell, cell);
  pdf.fill();
  pdf.fillColor(INK).fontSize(9).text(label('zh-CN', 'documents.letterCheck'), MARGIN, foot + 14 + QR, { width: 260 }).text(label('zh-CN', 'documents.letterCode', { code }), { width: 260 });
  pdf.end();
  return done;
}

import { label } from '@kepu/contracts/labels';
import { A4, drawQr, pdfPage, qrModules } from '../../platform/documents/pdf-page.js';

const INK = '#1c2b2d';
const PRIMARY = '#0b5563';
const MARGIN = 56;
const WIDTH = A4.width - 2 * MARGIN;
const t = (key: string, params: Record<string, string | number> = {}): string => label('zh-CN', `documents.${key}`, params);

/** What a poster says. No name of a lecturer: that they come is not yet that they may be named on a wall. */
export interface Poster { readonly number: string; readonly title: string; readonly when: string; readonly where: string; readonly audiences: string; readonly from: string; readonly url: string; readonly rateUrl: string | null; readonly at: Date }
/** A notice for the board of a village: what, when, where, for whom, and two codes. */
export const posterPdf = async ({ number, title, when, where, audiences, from, url, rateUrl, at }: Poster): Promise<Buffer> => {
  const [code, rate] = [await qrModules(url), rateUrl === null ? null : await qrModules(rateUrl)];
  return pdfPage({ title: `${title} ${number}`, author: from, at }, (pdf) => {
    pdf.rect(0, 0, A4.width, 150).fill(PRIMARY);
    pdf.fillColor('#ffffff').font('heading').fontSize(44).text(t('posterKind'), MARGIN, 48, { width: WIDTH, align: 'center', characterSpacing: 8 });
    const size = [46, 38, 30, 24].find((each) => pdf.font('heading').fontSize(each).heightOfString(title, { width: WIDTH }) <= 150) ?? 20;
    pdf.fillColor(INK).font('heading').fontSize(size).text(title, MARGIN, 190, { width: WIDTH, align: 'center', height: 160, ellipsis: '…' });
    let top = 372;
    for (const [name, text] of [['posterWhen', when], ['posterWhere', where], ...(audiences ? [['posterFor', audiences]] : [])] as [string, string][]) {
      pdf.fillColor(PRIMARY).font('heading').fontSize(20).text(t(name), MARGIN, top, { width: 80 });
      const height = Math.min(72, pdf.fillColor(INK).font('text').fontSize(20).heightOfString(text, { width: WIDTH - 90 }));
      pdf.text(text, MARGIN + 90, top, { width: WIDTH - 90, height: 76, ellipsis: '…' });
      top += Math.max(34, height + 14);
    }
    pdf.fillColor(PRIMARY).font('heading').fontSize(20).text(t('posterFree'), MARGIN, top + 6, { width: WIDTH });
    drawQr(pdf, code, MARGIN, 640, 110);
    pdf.fillColor(INK).font('text').fontSize(12).text(t('posterScan'), MARGIN, 756, { width: 110, align: 'center' });
    if (rate) {
      drawQr(pdf, rate, A4.width - MARGIN - 110, 640, 110);
      pdf.fillColor(INK).font('text').fontSize(12).text(t('posterRate'), A4.width - MARGIN - 110, 756, { width: 110, align: 'center' });
    }
    pdf.fillColor(INK).font('text').fontSize(14).text(from, MARGIN + 120, 690, { width: WIDTH - 240, align: 'center', height: 60 });
  });
};

/** What a 商请函 says. */
export interface RequestLetter { readonly number: string; readonly unit: string; readonly body: string; readonly issuer: string; readonly issuedOn: string; readonly at: Date }
/** A letter that asks a lecturer's employer for the day, with a place for the stamp. */
export const requestLetterPdf = ({ number, unit, body, issuer, issuedOn, at }: RequestLetter): Promise<Buffer> => pdfPage({ title: `${t('requestTitle')} ${number}`, author: issuer, at }, (pdf) => {
  pdf.fillColor(INK).font('heading').fontSize(26).text(t('requestTitle'), MARGIN, 110, { width: WIDTH, align: 'center', characterSpacing: 6 });
  pdf.font('text').fontSize(16).text(t('requestTo', { unit }), MARGIN, 180, { width: WIDTH });
  for (const part of [body, t('requestAsk'), t('requestThanks')]) pdf.moveDown(0.6).text(part, { width: WIDTH, indent: 32, lineGap: 10 });
  pdf.moveDown(1).fontSize(12).text(t('requestContact', { number }), { width: WIDTH });
  pdf.fontSize(16).text(issuer, MARGIN, 610, { width: WIDTH, align: 'right' }).moveDown(0.4).text(issuedOn, { width: WIDTH, align: 'right' });
  pdf.lineWidth(0.75).dash(3, { space: 3 }).strokeColor('#9aa5a6').rect(A4.width - MARGIN - 120, 690, 120, 100).stroke().undash();
  pdf.fillColor('#9aa5a6').fontSize(10).text(t('letterStamp'), A4.width - MARGIN - 120, 732, { width: 120, align: 'center' });
});

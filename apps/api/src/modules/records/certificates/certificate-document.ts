import { label } from '@kepu/contracts/labels';
import { A4, drawQr, pdfPage, qrModules } from '../../../platform/documents/pdf-page.js';
import type { CertificateWords } from './service-certificate.entity.js';

/** What a proof of service is made of. The same gives the same bytes. */
export interface CertificateContent { readonly number: string; readonly words: CertificateWords; readonly from: string; readonly to: string; readonly services: number; readonly minutes: number; readonly issuedAt: Date; readonly issuedOn: string; readonly checkUrl: string; readonly code: string }

const INK = '#1c2b2d';
const QUIET = '#9aa5a6';
const PRIMARY = '#0b5563';
const MARGIN = 64;
const WIDTH = A4.width - 2 * MARGIN;
const ROW = 22;
const STAMP = 120;
const QR = 84;
const [DAY, MINUTES] = [90, 70];
const t = (key: string, params: Record<string, string | number> = {}): string => label('zh-CN', `documents.${key}`, params);
/** Minutes as hours with one place, as the portal tells them. */
const hours = (minutes: number): number => Math.round(minutes / 6) / 10;

/** A proof of service (志愿服务记录证明): what it must say by the ministry's measures of 2020 (time, content, unit), a place for the stamp, and the address of its check. Its words can be searched and copied. */
export const certificatePdf = async ({ number, words: { name, volunteerNumber, unit, lines }, from, to, services, minutes, issuedAt, issuedOn, checkUrl, code }: CertificateContent): Promise<Buffer> => {
  const modules = await qrModules(checkUrl);
  return pdfPage({ title: `${t('certificateTitle')} ${number}`, author: unit, at: issuedAt }, (pdf) => {
    pdf.fillColor(PRIMARY).font('heading').fontSize(30).text(t('certificateTitle'), MARGIN, 80, { width: WIDTH, align: 'center', characterSpacing: 4 });
    pdf.fillColor(INK).font('text').fontSize(12).text(number, MARGIN, 132, { width: WIDTH, align: 'right' });
    pdf.fontSize(15).text(t('certificateBody', { name, number: volunteerNumber, from, to, services, hours: hours(minutes), minutes }), MARGIN, 168, { width: WIDTH, indent: 30, lineGap: 9, height: 110, ellipsis: '…' });
    let top = 290;
    const row = (day: string, content: string, spent: string, heading = false): void => {
      pdf.fillColor(INK).font(heading ? 'heading' : 'text').fontSize(11);
      pdf.text(day, MARGIN, top, { width: DAY }).text(content, MARGIN + DAY, top, { width: WIDTH - DAY - MINUTES - 8, height: 14, ellipsis: '…' }).text(spent, MARGIN + WIDTH - MINUTES, top, { width: MINUTES, align: 'right' });
      pdf.lineWidth(0.5).strokeColor(QUIET).moveTo(MARGIN, top + ROW - 5).lineTo(MARGIN + WIDTH, top + ROW - 5).stroke();
      top += ROW;
    };
    row(t('certificateDay'), t('certificateContent'), t('certificateMinutes'), true);
    for (const { day, content, minutes: spent } of lines) row(day, content, String(spent));
    if (services > lines.length) pdf.fillColor(INK).font('text').fontSize(11).text(t('certificateMore', { count: services - lines.length }), MARGIN, top, { width: WIDTH });
    const foot = A4.height - 192;
    const right = A4.width - MARGIN - STAMP;
    pdf.lineWidth(0.75).dash(3, { space: 3 }).strokeColor(QUIET).rect(right, foot, STAMP, STAMP).stroke().undash();
    pdf.fillColor(QUIET).font('text').fontSize(10).text(t('letterStamp'), right, foot + STAMP / 2 - 7, { width: STAMP, align: 'center' });
    pdf.fillColor(INK).fontSize(14).text(unit, MARGIN + 180, foot + 22, { width: right - MARGIN - 196, align: 'right', height: 64, ellipsis: '…' }).text(issuedOn, MARGIN + 180, foot + 90, { width: right - MARGIN - 196, align: 'right' });
    drawQr(pdf, modules, MARGIN, foot, QR);
    pdf.fillColor(INK).font('text').fontSize(9).text(t('certificateCheck'), MARGIN, foot + QR + 6, { width: 220 }).text(t('letterCode', { code }), { width: 220 });
  });
};

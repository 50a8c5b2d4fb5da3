import { sampleDocx } from '@kepu/breakdown/testing';

/** A unit as this paper prints it, which nobody knows by that name. */
export const misprinted = '温州科技职业技术学院';
/** The unit that is meant. */
export const meant = '温州科技职业学院';
/** What the paper says, and how it is corrected. */
export const unfinished = '组织专家到乡镇开展农业实用技术巡回讲座';

const one = (unit: string, programme: string, text: string) => ({ unit, programme, style: 'plain' as const, items: [{ marker: '', text }] });

/** A paper of a year with its letter, which leaves out its number and its date. */
const paper = (year: number, pages: Parameters<typeof sampleDocx>[0]['pages']): Uint8Array => sampleDocx({
  docNumber: '', header: ['责任单位', '项目', '工作内容和要求'], sheetTitle: '', closing: [],
  letter: ['各成员单位：', `现将《${year}年温州市全民科学素质工作目标任务分解表》印发给你们，请对照落实。`, '温州市全民科学素质工作领导小组办公室', `${year}年温州市全民科学素质工作目标任务分解表`],
  pages,
});

/**
 * A small Word paper of a year: seven items of four units. One unit is misprinted, one item ends without 。, one sets a number,
 * and the letter leaves out its number and its date.
 */
export const wordPaper = (year: number): Uint8Array => paper(year, [[
  one('市教育局', '青少年科学素质提升行动', '组织科学家精神宣讲进校园，全年不少于 60 场。'),
  one('市教育局', '基层科普能力提升工程', '轮训中小学科学教师和科技辅导员。'),
  {
    unit: '团市委', programme: '青少年科学素质提升行动', style: 'p',
    items: [{ marker: '1. ', text: '办好青少年科技创新竞赛的选拔和辅导。' }, { marker: '2. ', text: '组织大学生志愿者到山区海岛学校开展科学实验课。' }],
  },
  one('团市委', '基层科普能力提升工程', '把科普列入青年文明号开放周的内容。'),
  one('市气象局', '科普基础设施工程', '气象科普馆在节假日免费开放。'),
  one(misprinted, '农民科学素质提升行动', unfinished),
]]);

/**
 * The same paper a few months later. The education bureau has one item less, and another number in the other; the league goes to more schools, has one
 * item more and one less; a unit is printed by its right name, which changes nothing.
 */
export const laterPaper = (year: number): Uint8Array => paper(year, [[
  one('市教育局', '青少年科学素质提升行动', '组织科学家精神宣讲进校园，全年不少于 160 场。'),
  {
    unit: '团市委', programme: '青少年科学素质提升行动', style: 'p',
    items: [{ marker: '1. ', text: '办好青少年科技创新竞赛的选拔和辅导。' }, { marker: '2. ', text: '组织大学生志愿者到山区海岛学校和农村完全小学开展科学实验课。' }, { marker: '3. ', text: '招募青年科普讲解员。' }],
  },
  one('市气象局', '科普基础设施工程', '气象科普馆在节假日免费开放。'),
  one(meant, '农民科学素质提升行动', unfinished),
]]);

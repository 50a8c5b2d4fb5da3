import iconv from 'iconv-lite';
import type { ColumnRole } from '../types.js';
import { docxFile, wordCell, wordParagraph, wordRow, wordTable, xlsxFile } from './ooxml-writer.js';

/** A paper in a layout of its own, written for tests, with what a reading must give. */
export interface LayoutPaper {
  fileName: string;
  bytes: Uint8Array;
  /** The bytes are what Word puts on the clipboard. */
  pasted?: true;
  /** What a person answers where its header is asked about. */
  columns?: readonly (ColumnRole | null)[];
  /** Item by item: programme | lead | responsible | co-operating | last day | number | amounts | text. */
  answers: readonly string[];
  /** Codes of warnings, in the order of the paper. */
  warnings: readonly string[];
}

const text = (lines: readonly string[]): Uint8Array => Buffer.from(lines.join('\n'), 'utf8');
const cells = (texts: readonly string[]): string => wordRow(texts.map((one) => wordCell(one.split('\n').map((line) => wordParagraph(line)).join(''))));

/** The papers, for a year: units and programmes of 2020, other work. */
export const layoutPapers = (year: number): readonly LayoutPaper[] => [
  {
    fileName: `${year}年两层表头.xlsx`,
    bytes: xlsxFile([{
      name: '任务表', rows: [
        [`${year}年科学素质重点工作任务表`, '', '', '', '', ''], ['序号', '行动', '责任单位', '', '工作措施', '完成时限'], ['', '', '牵头单位', '配合单位', '', ''],
        ['1', '未成年人科学素质行动', '市教育局', '市科协\n团市委', '办好暑期科学营 3 期。', '9月底前'], ['2', '', '', '市妇联', '亲子科学课进社区，每季度至少1次。', '全年'],
        ['3', '农民科学素质行动', '市农业农村局', '', '培训农民约 0.8 万人次。', '第三季度'], ['注：时限以正式通知为准。', '', '', '', '', ''],
      ],
      merges: ['A1:F1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:E3', 'F2:F3', 'B4:B5', 'C4:C5', 'A7:F7'],
    }]),
    answers: [
      `未成年人科学素质行动|市教育局||市科协、团市委|${year}-09-30||3期|办好暑期科学营 3 期。`, `未成年人科学素质行动|市教育局||市妇联|${year}-12-31||1次起|亲子科学课进社区，每季度至少1次。`,
      `农民科学素质行动|市农业农村局|||${year}-09-30||约8000人次|培训农民约 0.8 万人次。`,
    ],
    warnings: [],
  },
  {
    fileName: `${year}年两张表.docx`,
    bytes: docxFile([
      wordParagraph(`关于印发《${year}年工作分工》的通知`),
      wordTable([cells(['责任单位', '项目', '工作内容和要求']), cells(['市科协', '科普人才队伍工程建设', '（一）组建讲师团，不少于 50 人。（二）建立名册。']), cells(['市人力社保局', '城镇劳动者科学素质行动', '技能培训突破 1 万人次。'])], 3),
      wordParagraph('其他事项'),
      wordTable([cells(['主要目标', '完成时间', '主办单位', '协办单位', '重点任务']), cells(['平台用户达到 5 万人。', '12月20日前', '市委宣传部', '市科协、温州广播电视传媒集团', '科普信息化工程建设'])], 5),
      wordParagraph('抄送：省办公室。'),
    ].join('')),
    answers: [
      '科普人才队伍工程建设||市科协|||一|50人起|组建讲师团，不少于 50 人。', '科普人才队伍工程建设||市科协|||二||建立名册。', '城镇劳动者科学素质行动||市人力社保局||||10000人次起|技能培训突破 1 万人次。',
      `科普信息化工程建设|市委宣传部||市科协、温州广播电视传媒集团|${year}-12-20||50000人|平台用户达到 5 万人。`,
    ],
    warnings: [],
  },
  {
    fileName: `${year}年一表一项.xlsx`,
    bytes: xlsxFile([['1.农民科学素质行动', '市农业农村局、市妇联', '送训下乡 100 场以上。'], ['2.社区科普益民工程建设', '市科协；市卫健委', '开办健康课堂，覆盖 20%社区。']].map(([name = '', units = '', work = '']) => ({ name, rows: [['工作内容', '责任单位'], [work, units]] }))),
    answers: ['农民科学素质行动||市农业农村局、市妇联||||100场起|送训下乡 100 场以上。', '社区科普益民工程建设||市科协、市卫健委||||20%|开办健康课堂，覆盖 20%社区。'],
    warnings: [],
  },
  {
    fileName: `${year}年分节的表.docx`,
    bytes: docxFile(wordTable([
      cells(['序号', '主要任务', '责任单位', '备注']), wordRow([wordCell(wordParagraph('一、领导干部和公务员科学素质行动'), '<w:gridSpan w:val="4"/>')]),
      wordRow([wordCell(wordParagraph('1')), wordCell(wordParagraph('列入培训计划。', 1) + wordParagraph('开设专题班 2-3 期。', 1)), wordCell(wordParagraph('市委组织部')), wordCell(wordParagraph(''))]),
      wordRow([wordCell(wordParagraph('二、科普基础设施工程建设'), '<w:gridSpan w:val="4"/>')]), cells(['2', '建成基地 5 家。', '市科技局\n市科协', '重点']),
    ], 4), { lists: 1 }),
    answers: ['领导干部和公务员科学素质行动||市委组织部|||1||列入培训计划。', '领导干部和公务员科学素质行动||市委组织部|||2|2-3期|开设专题班 2-3 期。', '科普基础设施工程建设||市科技局、市科协||||5家|建成基地 5 家。'],
    warnings: [],
  },
  {
    fileName: `${year}年国标码.txt`,
    bytes: iconv.encode([`${year}年任务分解`, '', '编号\t工作任务\t责任部门\t完成期限\t项目名称', '1\t办好“119”消防宣传月，3·23 气象日开放 103.9 兆赫直播。\t市消防救援支队/市气象局\t11月9日\t科普资源开发与共建共享工程建设', '2\t“十四五”规划编制。\t市发改委,市财政局\t长期坚持\t科普资源开发与共建共享工程建设'].join('\r\n'), 'gb18030'),
    answers: [`科普资源开发与共建共享工程建设||市消防救援支队、市气象局||${year}-11-09|||办好“119”消防宣传月，3·23 气象日开放 103.9 兆赫直播。`, '科普资源开发与共建共享工程建设||市发改委、市财政局|||||“十四五”规划编制。'],
    warnings: [],
  },
  {
    fileName: `${year}年要点.docx`,
    bytes: docxFile([
      ...[`${year}年全市科学素质工作要点`, '一、总体要求', '坚持普及与创新并重，推动工作上台阶。', '二、重点任务', '（一）未成年人科学素质行动'].map((line) => wordParagraph(line)),
      wordParagraph(`办好创新大赛，参赛 3000 人次以上。（牵头单位：市教育局；责任单位：市科协、团市委；完成时限：${year}年6月底前）`, 1), wordParagraph('配好科学副校长。（市教育局、市科协）', 1),
      wordParagraph('（二）科学教育与培训基础工程建设'), wordParagraph('培训科学教师 200 名。（责任单位：市教育局、温州大学）', 2), ...['三、保障措施', '（一）加强领导。', '（二）强化督查。'].map((line) => wordParagraph(line)),
    ].join(''), { lists: 2 }),
    answers: [
      `未成年人科学素质行动|市教育局|市科协、团市委||${year}-06-30|1|3000人次起|办好创新大赛，参赛 3000 人次以上。`, '未成年人科学素质行动||市教育局、市科协|||2||配好科学副校长。', '科学教育与培训基础工程建设||市教育局、温州大学|||1|200名|培训科学教师 200 名。',
    ],
    warnings: [],
  },
  {
    fileName: `${year}年分工方案.txt`,
    bytes: text([
      `${year}年科学素质工作分工方案`, '一、实施农民科学素质行动。（市农业农村局牵头，市科协、市妇联配合）', '1、送科技下乡，全年不少于 20 场。', '2、建设农家书屋。（市委宣传部牵头，市文化广电旅游局配合）', '二、实施城镇劳动者科学素质行动', '1、技能比武。（市总工会、市人力社保局负责）', '2、岗位练兵。（各有关单位）',
    ]),
    answers: [
      '农民科学素质行动|市农业农村局||市科协、市妇联||1|20场起|送科技下乡，全年不少于 20 场。', '农民科学素质行动|市委宣传部||市文化广电旅游局||2||建设农家书屋。', '城镇劳动者科学素质行动||市总工会、市人力社保局|||1||技能比武。',
      '城镇劳动者科学素质行动||各有关单位|||2||岗位练兵。',
    ],
    warnings: ['unknown_unit'],
  },
  {
    fileName: `${year}年行动安排.txt`,
    bytes: text([
      `${year}年行动安排`, '（一）社区科普益民工程建设', '1. 科普进社区。围绕健康、安全办好活动。', '每季度至少开展一次。', '牵头单位：市科协', '配合单位：市卫健委、市消防救援支队', '2. 老年人学手机。', '责任单位：市文化广电旅游局；完成时限：上半年', '（二）科普信息化工程建设', '推送科普内容 1000 篇左右。（市科协）', '开设电视栏目 1 个。（温州广播电视传媒集团）',
    ]),
    answers: [
      '社区科普益民工程建设|市科协||市卫健委、市消防救援支队||1|1次起|科普进社区。围绕健康、安全办好活动。¶每季度至少开展一次。', `社区科普益民工程建设||市文化广电旅游局||${year}-06-30|2||老年人学手机。`, '科普信息化工程建设||市科协||||约1000篇|推送科普内容 1000 篇左右。',
      '科普信息化工程建设||温州广播电视传媒集团||||1个|开设电视栏目 1 个。',
    ],
    warnings: [],
  },
  {
    fileName: '粘贴的表格', pasted: true,
    bytes: text([`<p>${year}年任务表</p><table><tr><td>项目</td><td>工作内容</td><td>责任单位</td></tr><tr><td rowspan="2">科普人才队伍工程建设</td><td>①建队伍。②建机制。</td><td>市科协</td></tr><tr><td>1、办培训。<br>2、发聘书。</td><td>市人力社保局</td></tr></table>`]),
    answers: ['科普人才队伍工程建设||市科协|||①||建队伍。', '科普人才队伍工程建设||市科协|||②||建机制。', '科普人才队伍工程建设||市人力社保局|||1||办培训。', '科普人才队伍工程建设||市人力社保局|||2||发聘书。'],
    warnings: [],
  },
  {
    fileName: `${year}年自定表头.xlsx`,
    bytes: xlsxFile([{ name: '表', rows: [[`${year}年任务表`], ['哪个行动', '做哪件事', '谁来牵头', '谁来帮忙', '何时做完'], ['农民科学素质行动', '送科技下乡。', '市农业农村局', '市科协', '10月底前']] }]),
    columns: ['programme', 'content', 'lead', 'cooperating', 'due'],
    answers: [`农民科学素质行动|市农业农村局||市科协|${year}-10-31|||送科技下乡。`],
    warnings: [],
  },
];

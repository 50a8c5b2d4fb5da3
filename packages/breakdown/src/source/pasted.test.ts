import { paperFingerprint } from '../fingerprint.js';
import { readPaper } from '../read-paper.js';
import { DICTIONARY_2020 } from '../testing/index.js';
import type { Reading } from '../types.js';

const FARMERS = '农民科学素质行动';
const YOUNG = '未成年人科学素质行动';
const paste = (text: string, pasted = true): Promise<Reading> => readPaper(Buffer.from(text), { dictionary: DICTIONARY_2020, pasted });
const lines = (reading: Reading): string[] => reading.items.map((item) => [item.responsible.map((unit) => unit.name).join('+'), item.programme.name, item.number ?? '-', item.text].join(' | '));
const EXPECTED = [`市科协 | ${FARMERS} | 1 | 办讲座。`, `市科协 | ${FARMERS} | 2 | 办展览。`, `市科协 | ${YOUNG} | - | 办“大赛”。`];

describe('a table pasted as text', () => {
  const header = '责任单位\t项目\t工作内容和要求';

  it('reads paragraphs of a cell as Word pastes them, also in the last row', async () => {
    const text = `${header}\n市科协\t${FARMERS}\t1. 办讲座。\n2. 办展览。\n\t${YOUNG}\t办“大赛”。`;
    expect(lines(await paste(text))).toEqual(EXPECTED);
    const last = await paste(`${header}\n市科协\t${FARMERS}\t1. 办讲座。\n2. 办展览。`);
    expect(lines(last)).toEqual(EXPECTED.slice(0, 2));
    expect(last.items[1]?.source).toEqual({ line: 2 });
  });

  it('reads line breaks in quotes as spreadsheets paste them', async () => {
    const reading = await paste(`${header}\r\n市科协\t${FARMERS}\t"1. 办讲座。\r\n2. 办展览。"\r\n\t${YOUNG}\t"办""好""大赛。"\r\n市教育局\t${YOUNG}\t"半个引号。`);
    expect(lines(reading)).toEqual([...EXPECTED.slice(0, 2), `市科协 | ${YOUNG} | - | 办"好"大赛。`, `市教育局 | ${YOUNG} | - | "半个引号。`]);
    expect(reading.items.map((item) => item.source)).toEqual([{ line: 2 }, { line: 2 }, { line: 4 }, { line: 5 }]);
  });

  it('closes the table of a file at the first line that is no row', async () => {
    const reading = await paste(`${header}\n市科协\t${FARMERS}\t甲。\n抄送：某某单位。\n2020年6月9日印发`, false);
    expect(lines(reading)).toEqual([`市科协 | ${FARMERS} | - | 甲。`]);
    expect(reading.paper.issuedOn).toBe('2020-06-09');
  });

  it('joins a line that was wrapped inside a file only where rows follow', async () => {
    const reading = await paste(`${header}\n市科协\t${FARMERS}\t甲甲\n乙乙。\n\t${YOUNG}\t丙。\n正文另起一行。`, false);
    expect(lines(reading)).toEqual([`市科协 | ${FARMERS} | - | 甲甲\n乙乙。`, `市科协 | ${YOUNG} | - | 丙。`]);
  });
});

describe('a table pasted as HTML', () => {
  const word = `Version:0.9\r\nStartHTML:0000\r\n<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>td { color: red } </style><title>x</title></head>
<body><!--StartFragment--><p class=MsoNormal>任务表</p><table class=MsoTableGrid border=1><tr><td width=100><p class=MsoNormal><b>责任<span lang=EN-US>单位</span></b></p></td><td>项目</td><td>工作内容<br>和要求</td></tr>
<tr><td rowspan=2><p class=MsoNormal>市科协<o:p></o:p></p></td><td>${FARMERS}</td><td><p><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span><![endif]>办讲座。</p><p>2.&nbsp;办展览。</p></td></tr>
<tr><td>${YOUNG}</td><td>办&ldquo;大赛&#8221;<!-- 注 -->。<script>alert("甲")</script></td></tr></table><!--EndFragment--></body></html>`;

  it('reads what Word puts on the clipboard', async () => {
    const reading = await paste(word);
    expect(lines(reading)).toEqual(EXPECTED);
    expect(reading.stats.format).toBe('pasted_html');
    expect(JSON.stringify(reading)).not.toMatch(/alert|color|Version/u);
  });

  it('reads what Excel and WPS put there: attributes in capitals, merges both ways, no closing tags', async () => {
    const reading = await paste(
      `<TABLE><TR><TH COLSPAN="2">责任单位</TH><TH>项目</TH><TH>工作内容和要求</TH><TR><TD ROWSPAN='2' COLSPAN=2>市科协<TD ROWSPAN=2>${FARMERS}<TD>办讲座。<TR><TD>办展览。<TR><TD COLSPAN=2>市教育局<TD>${YOUNG}<TD>办大赛。</TABLE>`,
    );
    expect(lines(reading)).toEqual([`市科协 | ${FARMERS} | - | 办讲座。`, `市科协 | ${FARMERS} | - | 办展览。`, `市教育局 | ${YOUNG} | - | 办大赛。`]);
    expect(reading.items.map((item) => item.source)).toEqual([{ row: 2, table: 1 }, { row: 3, table: 1 }, { row: 4, table: 1 }]);
  });

  it('is the same paper as its text', async () => {
    const text = await paste(`责任单位\t项目\t工作内容和要求\n市科协\t${FARMERS}\t1. 办讲座。\n2. 办展览。\n\t${YOUNG}\t办“大赛”。`);
    expect(paperFingerprint(await paste(word))).toBe(paperFingerprint(text));
  });

  it('survives broken HTML', async () => {
    await expect(paste('<table><tr><td')).rejects.toMatchObject({ code: 'paper.no_table' });
    await expect(paste(`<table>${'<table><tr><td>'.repeat(2_000)}`)).rejects.toMatchObject({ code: 'paper.no_table' });
  });
});

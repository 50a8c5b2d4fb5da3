import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { jointTasks, type Comparand } from './joint-tasks.js';
import { normaliseName } from './normalise.js';

const item = (units: string, text: string): Comparand => ({ units: units.split('、'), text });

describe('jointTasks', () => {
  it('groups equal and nearly equal clauses of different units, with what is like any of them', () => {
    const found = jointTasks([
      item('市教育局', '办好青少年科技创新大赛，组织优秀项目参加全省决赛。'), item('市科协', '加强领导。办好青少年科技创新大赛，组织优秀项目参加全省决赛。'), item('团市委', '办好青少年科技创新大赛，组织优秀项目参加省决赛；送书下乡。'),
      item('市妇联', '开展家庭科普活动，引导妇女群众学科学用科学。'), item('市妇联', '开展家庭科普活动，引导妇女群众学科学用科学。'),
    ]);
    expect(found.map(({ equal, items }) => [equal, items])).toEqual([[false, [0, 1, 2]]]);
    expect(found[0]?.clauses[1]).toEqual({ item: 1, text: '办好青少年科技创新大赛，组织优秀项目参加全省决赛' });
  });

  it('takes no heading for work, and no clause of one unit for a joint one', () => {
    expect(jointTasks([item('甲局', '加强科普人才队伍建设。'), item('乙局', '加强科普人才队伍建设。')])).toEqual([]);
    expect(jointTasks([])).toEqual([]);
  });

  it('does not hang on the order, and two equal texts of two units are always found (property)', () => {
    fc.assert(fc.property(fc.stringMatching(/^[一-丿]{12,30}$/u), fc.array(fc.stringMatching(/^[a-z]{12,30}$/u), { maxLength: 6 }), (text, others) => {
      const items = [item('甲局', text), ...others.map((other, at) => item(`单位${at}`, other)), item('乙局', text)];
      const found = jointTasks(items).find(({ items: members }) => members.includes(0));
      expect(found?.items).toContain(items.length - 1);
      const mirrored = jointTasks(items.toReversed()).map(({ items: members }) => members.map((at) => items.length - 1 - at).sort((a, b) => a - b).join());
      expect(mirrored.sort()).toEqual(jointTasks(items).map(({ items: members }) => members.join()).sort());
    }), { numRuns: 50 });
  });

  const answers = path.resolve(import.meta.dirname, '../../..', process.env['KEPU_PAPER_DIR'] ?? 'none', 'breakdown-2020.items.tsv');
  for (const file of [answers].filter((one) => existsSync(one))) it('finds in the paper of 2020 what was found by hand: 27 groups of 69 clauses in 51 items', () => {
    const [heading = [], ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n').map((line) => line.split('\t'));
    const at = (name: string) => heading.indexOf(name);
    const items = rows.map((row) => item(row[at('unit')] ?? '', row[at('content')] ?? ''));
    const found = jointTasks(items);
    expect({ groups: found.length, clauses: found.reduce((sum, { clauses }) => sum + clauses.length, 0), items: new Set(found.flatMap(({ items: members }) => members)).size }).toEqual({ groups: 27, clauses: 69, items: 51 });
    const twice = items.map(({ text }) => normaliseName(text)).filter((text, index, all) => all.indexOf(text) !== index);
    expect(new Set(twice).size).toBe(7);
  });
});

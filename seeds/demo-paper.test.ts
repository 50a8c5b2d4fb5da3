import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readPaper } from '@kepu/breakdown';

interface Named { key: string; name: string; aliases: string[] }
const text = (file: string) => readFileSync(path.join(import.meta.dirname, file), 'utf8');
const load = <T>(file: string) => JSON.parse(text(file)) as T;
const entries = (list: Named[]) => list.map(({ key, name, aliases }) => ({ id: key, names: [name, ...aliases] }));

test('the importer reads the demo paper of any year without a single warning', async () => {
  const { units } = load<{ units: Named[] }>('units.json');
  const { sets } = load<{ sets: { key: string; programmes: Named[] }[] }>('programmes.json');
  const plan = load<{ current: { paper: string; programmeSet: string } }>('demo/plan.json').current;
  const programmes = sets.find(({ key }) => key === plan.programmeSet)?.programmes ?? [];
  const paper = text(plan.paper).replaceAll('{year}', '2031').replaceAll('{issuedOn}', '2031年3月5日');

  const reading = await readPaper(new TextEncoder().encode(paper), {
    fileName: 'paper-current.txt',
    dictionary: { units: entries(units), programmes: entries(programmes) },
  });

  expect(reading.warnings).toEqual([]);
  expect(reading.summary).toMatchObject({ units: 23, programmes: 10, cells: 65, items: 88 });
  expect(reading.paper).toMatchObject({ docNumber: '温全科组办〔2031〕2号', year: 2031, issuedOn: '2031-03-05' });
  const targets = reading.items.flatMap((item) => item.targets);
  expect(targets.length).toBeGreaterThan(30);
  // One of each kind: open at the top, scaled, approximate, a range.
  expect(targets).toContainEqual(expect.objectContaining({ min: 200, max: null, unit: '场' }));
  expect(targets).toContainEqual(expect.objectContaining({ min: 15_000, max: 15_000, unit: '人次' }));
  expect(targets).toContainEqual(expect.objectContaining({ min: 2000, max: 2000, approx: true, unit: '人次' }));
  expect(targets).toContainEqual(expect.objectContaining({ min: 3, max: 5, unit: '家' }));
});

import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { linesWith, root, trackedFiles, trackedTexts } from './tracked-files.js';

const texts = trackedTexts();
const code = texts.filter(({ file }) => /\.([cm]?[jt]s|tsx)$/.test(file) && !file.startsWith('tests/gates/'));
const quoted = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const named = process.env['KEPU_PAPER_DIR'];

it('the list of files is the repository', () => {
  expect(trackedFiles()).toEqual(expect.arrayContaining(['package.json', 'tests/gates/repository.test.ts']));
});

describe('what no file holds', () => {
  it('a path of the machine that it was written on', () => {
    const here = [path.dirname(root), homedir()].filter((folder) => folder.split(path.sep).filter(Boolean).length > 0);
    // Preceded by something that ends a word: `docs/work/…` and `/api/v1/root/…` are no paths of a machine.
    const patterns = [...here.map((folder) => `(?<![\\w./:-])${quoted(folder)}/`), '(?<![\\w./:-])/(home|Users)/[a-z]\\w*/', '[A-Z]:\\\\Users\\\\'];
    expect(linesWith(new RegExp(patterns.join('|')), texts.filter(({ file }) => !file.startsWith('tests/gates/')))).toEqual([]);
  });

  it('a comment that switches a check off, or puts work off', () => {
    expect(linesWith(/(\/\/|\/\*|<!--)\s*(eslint-disable|@ts-ignore|@ts-nocheck|@ts-expect-error|istanbul ignore|TODO|FIXME|XXX|HACK)\b/, code)).toEqual([]);
  });

  it('a test that is passed over', () => {
    const tests = texts.filter(({ file }) => /\.test\.tsx?$/.test(file));
    expect(tests.length).toBeGreaterThan(20);
    expect(linesWith(/\b(describe|it|test)(\.\w+)?\.(only|skip|todo|failing)\b|\b(xit|xtest|xdescribe|fit|fdescribe)\(/, tests)).toEqual([]);
  });

  it('a mark of an unfinished merge', () => {
    expect(linesWith(/^(<{7} |>{7} |={7}$)/m, texts)).toEqual([]);
  });
});

describe('how files are named and cut', () => {
  it('none is called after nothing', () => {
    expect(trackedFiles().filter((file) => /(^|\/)(utils?|common|helpers?|misc|shared)(\/|\.)/i.test(file))).toEqual([]);
  });

  it('none is longer than 500 lines, data aside', () => {
    const long = code.filter(({ file, text }) => !file.includes('/labels/') && text.split('\n').length > 501);
    expect(long.map(({ file }) => file)).toEqual([]);
  });
});

it('.env is never committed', () => {
  expect(trackedFiles().filter((file) => /(^|\/)\.env(\.|$)/.test(file))).toEqual(['.env.example']);
});

it('.ci/run calls npm test and nothing else', () => {
  const script = readFileSync(path.join(root, '.ci/run'), 'utf8');
  expect(script.trimEnd().split('\n').at(-1)).toBe('exec npm test');
});

// The names themselves cannot stand here; where the original paper is at hand, they are read from it.
const paper = named ? path.resolve(root, named, 'breakdown-2020.txt') : '';
if (existsSync(paper)) {
  it('the officials to whom the 2020 paper was copied are named nowhere', () => {
    const footer = readFileSync(paper, 'utf8').split('\n').find((line) => /^抄\s*送/.test(line)) ?? '';
    const people = [...footer.matchAll(/(?:市委|市人大|市政府|市政协)([\u4e00-\u9fff]{2,3})副(?:书记|主任|市长|主席|秘书长)/g)].map(([, name]) => String(name));
    expect(people).toHaveLength(6);
    expect(linesWith(new RegExp(people.join('|')), texts)).toEqual([]);
  });
}

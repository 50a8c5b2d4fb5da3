import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The repository's root. */
export const root = path.resolve(import.meta.dirname, '../..');

const binary = /\.(docx|xlsx|png|jpg|ico|woff2|zip)$/;

/** Every file that git has or would take, relative to the root. */
export function trackedFiles(): string[] {
  const output = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
  return output.split('\0').filter((file) => file !== '' && existsSync(path.join(root, file)));
}

/** Path and text of every tracked file that is text. */
export function trackedTexts(): { file: string; text: string }[] {
  return trackedFiles().filter((file) => !binary.test(file)).map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));
}

/** `file:line: text` of every line that a pattern finds. */
export function linesWith(pattern: RegExp, texts = trackedTexts()): string[] {
  return texts.flatMap(({ file, text }) => {
    if (!pattern.test(text)) return [];
    return text.split('\n').flatMap((line, at) => (pattern.test(line) ? [`${file}:${at + 1}: ${line.trim().slice(0, 120)}`] : []));
  });
}

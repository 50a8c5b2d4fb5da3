/** Two-character surnames that people still have; a name of four characters has one in any case. */
const doubles: readonly string[] = ['欧阳', '司马', '上官', '诸葛', '夏侯', '尉迟', '皇甫', '公孙', '令狐', '慕容', '东方', '司徒'];

/** How a friendly letter begins: the given name alone. Empty where a name is hidden, or is none. */
export const givenNameOf = (name: string): string => {
  const trimmed = name.trim();
  if (trimmed.includes('*')) return '';
  const letters = [...trimmed];
  if (!/^[\p{Script=Han}·]+$/u.test(trimmed)) return trimmed.split(/\s+/)[0] ?? '';
  if (letters.length < 2 || letters.includes('·')) return trimmed.split('·')[0] ?? '';
  const surname = letters.length > 3 || (letters.length === 3 && doubles.includes(letters.slice(0, 2).join(''))) ? 2 : 1;
  return letters.slice(surname).join('');
};

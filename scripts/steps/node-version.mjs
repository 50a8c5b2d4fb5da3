/**
 * Does a Node version satisfy the `engines` range of package.json? Knows `^a.b.c`, `>=a.b.c` and `||`, which is all that the
 * range uses: this runs before anything is installed.
 *
 * @param {string} version for example `20.19.4`
 * @param {string} range for example `^20.19.0 || >=26.0.0`
 */
export function satisfies(version, range) {
  const actual = parts(version);
  return range.split('||').some((clause) => {
    const wanted = parts(clause.replace(/[^\d.]/g, ''));
    return compare(actual, wanted) >= 0 && (clause.includes('>=') || actual[0] === wanted[0]);
  });
}

const parts = (text) => text.split('.').map(Number);
const compare = (a, b) => a[0] - b[0] || (a[1] || 0) - (b[1] || 0) || (a[2] || 0) - (b[2] || 0);

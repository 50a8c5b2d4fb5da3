/** True for a system error with this code. By shape, because an error of another realm (a worker, a test runner) is no `instanceof Error`. */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);
}

const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\u2028\u2029<>:"|?*]/gu;
const MAX_CHARACTERS = 120;

/**
 * The name to show and to offer on download: the last path segment without control characters, direction marks (a name that
 * reads `exe.docx` backwards) or what Windows refuses. It is never part of a path on our disk.
 */
export function safeFileName(original: string): string {
  const last = original.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last.replace(FORBIDDEN, '').replace(/\s+/gu, ' ').replace(/^[. ]+|[. ]+$/g, '');
  if (clean === '') return 'file';
  const characters = [...clean];
  if (characters.length <= MAX_CHARACTERS) return clean;
  const extension = [...(/\.[\p{L}\p{N}]{1,10}$/u.exec(clean)?.[0] ?? '')];
  return [...characters.slice(0, MAX_CHARACTERS - extension.length), ...extension].join('');
}

/** `Content-Disposition` by RFC 6266: a plain ASCII name for old readers, the real one by RFC 8187. */
export function attachment(name: string): string {
  const safe = safeFileName(name);
  const ascii = safe.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%;]/g, '_');
  const encoded = encodeURIComponent(safe).replace(/['()*!]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

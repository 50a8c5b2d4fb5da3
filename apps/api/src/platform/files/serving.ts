import { attachment } from './file-name.js';

export interface ServedFile {
  readonly name: string;
  readonly mime: string;
  readonly size: number;
}

/** Headers of a download. An uploaded file is never a page of ours: attachment, no sniffing, and a sandbox should a browser show it all the same. */
export function servingHeaders(file: ServedFile): Readonly<Record<string, string>> {
  return {
    'content-type': file.mime === 'text/plain' ? 'text/plain; charset=utf-8' : file.mime,
    'content-length': String(file.size),
    'content-disposition': attachment(file.name),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-store',
  };
}

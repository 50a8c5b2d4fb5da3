export type FileErrorCode = 'input.too_large' | 'input.unsupported_type' | 'storage.full' | 'resource.not_found';

/** A refusal of the file room; the code is one of the contract's. */
export class FileError extends Error {
  override readonly name = 'FileError';

  constructor(
    readonly code: FileErrorCode,
    message: string,
    readonly details: Readonly<Record<string, string | number>> = {},
  ) {
    super(message);
  }
}

/** A file of an archive. Names may be in any language; they are written as UTF-8. */
export interface ArchivedFile { readonly name: string; readonly bytes: Uint8Array }

/** A zip file of files that are packed by themselves already (docx, xlsx): they are put in as they are. */
export const archive = async (files: readonly ArchivedFile[], at: Date): Promise<Buffer> => {
  const { zipSync } = await import('fflate');
  return Buffer.from(zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), { level: 0, mtime: at }));
};

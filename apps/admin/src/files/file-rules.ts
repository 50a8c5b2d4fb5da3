/** The largest file in bytes, as the API takes it; a test compares it with the contract, which a page does not load. */
export const largestFile = 15 * 1024 * 1024;
/** What may be handed in, as a file dialog is told. iOS turns its own picture format into JPEG where only these are asked for. */
export const photoTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;
/** Photos, and what offices write. */
export const allTypes = [
  ...photoTypes, 'application/pdf', 'text/plain', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;
/** Endings for dialogs that know a file by its name only. */
const endings: readonly string[] = ['.jpg', '.jpeg', '.png', '.webp', '.pdf', '.txt', '.docx', '.xlsx'];
/** What the dialog of the system offers. */
export const accepted = (kind: 'photo' | 'any'): string => (kind === 'photo' ? photoTypes : [...allTypes, ...endings]).join(',');

/** Why a file cannot be handed in, as a key of the catalogue; null where it can, as far as a page can tell. */
export const refusedBefore = ({ name, size, type }: { name: string; size: number; type: string }): string | null => {
  if (size === 0) return 'admin.files.empty';
  if (size > largestFile) return 'admin.files.too_large';
  const known = (allTypes as readonly string[]).includes(type) || endings.some((ending) => name.toLowerCase().endsWith(ending));
  return known ? null : 'admin.files.wrong_type';
};

/** Whether it is shown as a picture. */
export const isPicture = (type: string): boolean => (photoTypes as readonly string[]).includes(type);

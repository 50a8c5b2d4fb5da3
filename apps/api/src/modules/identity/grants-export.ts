import { permissions, rolePermissions, roles, type Grant } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import { addSheet, bytesOf, inert, workbook } from '../../platform/sheets/sheet.js';

/** What stands above the signature of whoever prints it. */
export interface ExportedBy { readonly name: string; readonly at: string }

/** Who may do what: one sheet of people and their rights, one of what each role may do. */
export const grantsWorkbook = async (grants: readonly Grant[], by: ExportedBy, locale: Locale): Promise<Buffer> => {
  const t = (key: string, params: Record<string, string> = {}) => label(locale, key, params);
  const book = await workbook();
  const people = addSheet(book, t('documents.grants'), [
    { header: t('documents.person'), width: 16 }, { header: t('documents.role'), width: 18 }, { header: t('documents.scope'), width: 28 }, { header: t('documents.post'), width: 8 }, { header: t('documents.from'), width: 12 }, { header: t('documents.to'), width: 12 },
  ]);
  for (const { accountName, role, scope, post, from, to } of grants) {
    people.addRow([inert(accountName), t(`terms.roles.${role}`), inert(scope.kind === 'city' ? t('terms.scopeKinds.city') : scope.name), post === null ? '' : t(`terms.posts.${post}`), from, to ?? t('documents.open_end')]);
  }
  people.addRow([]);
  people.addRow([inert(t('documents.exported', { name: by.name, at: by.at }))]);
  const table = addSheet(book, t('documents.roles'), [{ header: t('documents.permission'), width: 40 }, ...roles.map((role) => ({ header: t(`terms.roles.${role}`), width: 14 }))]);
  for (const permission of permissions) table.addRow([t(`terms.permissions.${permission.replace(':', '_')}`), ...roles.map((role) => (rolePermissions[role].includes(permission) ? '✓' : ''))]);
  return bytesOf(book);
};

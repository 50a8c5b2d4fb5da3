import { TablePagination } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useAddress } from './PartSelects.js';

/** Pages of a list whose page stands in the address. */
export const CoursePages = ({ total, perPage }: { total: number; perPage: number }) => {
  const t = useTranslate();
  const { page, set } = useAddress();
  if (total <= perPage) return null;
  return (
    <TablePagination
      component="div" count={total} page={Math.min(page, Math.ceil(total / perPage)) - 1} rowsPerPage={perPage} rowsPerPageOptions={[perPage]} onPageChange={(_, next) => set({ page: String(next + 1) })}
      labelDisplayedRows={({ from, to, count }) => t('ra.navigation.page_range_info', { offsetBegin: from, offsetEnd: to, total: count })} getItemAriaLabel={(kind) => t(`ra.navigation.${kind}`)}
    />
  );
};

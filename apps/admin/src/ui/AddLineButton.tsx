import Add from '@mui/icons-material/Add';
import { Button } from '@mui/material';
import { useSimpleFormIterator, useTranslate } from 'react-admin';

/** Adds a line to a list inside a form, in a word rather than a sign. */
export const AddLineButton = () => {
  const t = useTranslate();
  const { add } = useSimpleFormIterator();
  return <Button startIcon={<Add />} onClick={() => add()}>{t('ra.action.add')}</Button>;
};

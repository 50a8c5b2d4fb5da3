import type { Figure } from '@kepu/contracts';
import { ButtonBase } from '@mui/material';
import { useTranslate } from 'react-admin';

/** A number that opens its records. */
export const FigureButton = ({ figure, onOpen }: { figure: Figure; onOpen: (figure: Figure) => void }) => {
  const t = useTranslate();
  return (
    <ButtonBase
      onClick={() => onOpen(figure)} aria-label={`${figure.shown} ${t('admin.bulletins.figure_of', { name: figure.name })}`} title={figure.name}
      sx={{ px: 0.5, py: 0.75, my: -0.75, font: 'inherit', fontWeight: 600, fontVariantNumeric: 'tabular-nums', color: 'primary.main', verticalAlign: 'baseline', borderRadius: 0.5, textDecoration: 'underline dotted', textUnderlineOffset: '0.25em', '&:hover': { backgroundColor: 'primary.light' } }}
    >
      {figure.shown}
    </ButtonBase>
  );
};

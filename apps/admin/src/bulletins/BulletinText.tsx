import type { Bulletin, Figure } from '@kepu/contracts';
import { textParts } from '@kepu/domain';
import { Typography } from '@mui/material';
import { Fragment } from 'react';
import { useTranslate } from 'react-admin';
import { FigureButton } from './FigureButton.js';

/** The words as they are printed; each number opens its records. */
export const BulletinText = ({ bulletin, onOpen }: { bulletin: Bulletin; onOpen: (figure: Figure) => void }) => {
  const t = useTranslate();
  const figures = new Map(bulletin.figures.map((figure) => [figure.name, figure]));
  const numerals = t('documents.bulletinNumerals').split('|');
  return bulletin.sections.map(({ heading, text }, at) => (
    <Fragment key={at}>
      <Typography variant="h3" sx={{ mt: at === 0 ? 0 : 2.5, mb: 0.5 }}>{numerals[at]}{heading}</Typography>
      {text.split('\n').filter((line) => line.trim() !== '').map((line, row) => (
        <Typography key={row} sx={{ textIndent: '2em', lineHeight: 1.9, overflowWrap: 'anywhere' }}>
          {textParts(line).map(({ text: part, figure }, piece) => {
            const found = figure === null ? undefined : figures.get(figure);
            return found ? <FigureButton key={piece} figure={found} onOpen={onOpen} /> : <Fragment key={piece}>{part}</Fragment>;
          })}
        </Typography>
      ))}
    </Fragment>
  ));
};

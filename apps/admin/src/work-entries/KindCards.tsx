import type { WorkEntryKind } from '@kepu/contracts';
import Article from '@mui/icons-material/ArticleOutlined';
import Campaign from '@mui/icons-material/CampaignOutlined';
import EmojiEvents from '@mui/icons-material/EmojiEventsOutlined';
import Pin from '@mui/icons-material/PinOutlined';
import MovieCreation from '@mui/icons-material/MovieCreationOutlined';
import Museum from '@mui/icons-material/MuseumOutlined';
import School from '@mui/icons-material/SchoolOutlined';
import { Box, ButtonBase, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { workKinds } from './workKinds.js';

const icons: Readonly<Record<WorkEntryKind, ReactNode>> = { training: <School />, publication: <Campaign />, work: <MovieCreation />, venue: <Museum />, competition: <EmojiEvents />, document: <Article />, figure: <Pin /> };

/** What kind of work it was: one press, each with what belongs to it. */
export const KindCards = ({ onChoose }: { onChoose: (kind: WorkEntryKind) => void }) => {
  const t = useTranslate();
  return (
    <Box component="ul" aria-label={t('admin.work.kind')} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', lg: '1fr 1fr 1fr' } }}>
      {(Object.keys(workKinds) as WorkEntryKind[]).map((kind) => (
        <Box component="li" key={kind}>
          <ButtonBase onClick={() => onChoose(kind)} sx={{ width: '100%', height: '100%', p: 2, gap: 1.5, justifyContent: 'flex-start', alignItems: 'flex-start', textAlign: 'left', border: 1, borderColor: 'divider', borderRadius: 2, backgroundColor: 'background.paper', '&:hover': { borderColor: 'primary.main', backgroundColor: 'primary.light' } }}>
            <Box aria-hidden sx={{ color: 'primary.main', display: 'flex' }}>{icons[kind]}</Box>
            <Box>
              <Typography component="span" sx={{ display: 'block', fontWeight: 600 }}>{t(`terms.workEntryKinds.${kind}`)}</Typography>
              <Typography component="span" color="textSecondary">{t(`admin.work.kind_hints.${kind}`)}</Typography>
            </Box>
          </ButtonBase>
        </Box>
      ))}
    </Box>
  );
};

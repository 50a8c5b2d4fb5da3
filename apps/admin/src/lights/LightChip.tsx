import type { Light } from '@kepu/contracts';
import DoneAll from '@mui/icons-material/DoneAll';
import ErrorIcon from '@mui/icons-material/Error';
import LightMode from '@mui/icons-material/CheckCircle';
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUncheckedOutlined';
import Warning from '@mui/icons-material/WarningAmber';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Mark, type Tone } from '../ui/StateChip.js';

/** How a light feels, with a sign of its own: never the colour alone. */
export const lightTones: Readonly<Record<Light, Tone>> = { red: 'wrong', yellow: 'waiting', green: 'good', blue: 'quiet', grey: 'quiet' };
const icons: Readonly<Record<Light, ReactNode>> = { red: <ErrorIcon />, yellow: <Warning />, green: <LightMode />, blue: <DoneAll />, grey: <RadioButtonUnchecked /> };

/** A light in its word. */
export const LightChip = ({ light }: { light: Light }) => {
  const t = useTranslate();
  return <Mark tone={lightTones[light]} icon={icons[light]}>{t(`terms.lights.${light}`)}</Mark>;
};

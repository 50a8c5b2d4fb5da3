import Translate from '@mui/icons-material/Translate';
import { IconButton, Tooltip } from '@mui/material';
import { useLocaleState, useRefresh } from 'react-admin';

// Each language is named in itself, so that a reader of the other one finds it.
const other = { 'zh-CN': ['en', 'English'], en: ['zh-CN', '中文'] } as const;

/** Switches between Chinese and English; the choice is kept in this browser. */
export const LanguageButton = () => {
  const [locale, setLocale] = useLocaleState();
  const refresh = useRefresh();
  const [next, name] = other[locale === 'en' ? 'en' : 'zh-CN'];
  const change = () => {
    setLocale(next);
    refresh();
  };
  return (
    <Tooltip title={name}>
      <IconButton color="inherit" aria-label={name} lang={next} onClick={change}><Translate /></IconButton>
    </Tooltip>
  );
};

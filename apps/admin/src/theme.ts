import { colours, fontStack, measures, type ColourTokens } from '@kepu/contracts/tokens';
import { createElement } from 'react';
import { defaultDarkTheme, defaultLightTheme, type RaThemeOptions } from 'react-admin';
import { alpha, type PaletteOptions } from '@mui/material/styles';
import { Translated } from './ui/Translated.js';

declare module '@mui/material/styles' {
  interface Palette { tokens: ColourTokens }
  interface PaletteOptions { tokens?: ColourTokens }
}

const palette = (mode: 'light' | 'dark'): PaletteOptions => {
  const c = colours[mode];
  const own = { main: c.primary, dark: c.primaryStrong, light: c.primarySoft, contrastText: c.onPrimary };
  return {
    mode, tokens: c,
    primary: own, secondary: own,
    warning: { main: c.waiting, light: c.waitingSoft, contrastText: c.surface },
    error: { main: c.wrong, light: c.wrongSoft, contrastText: c.surface },
    success: own, info: own,
    text: { primary: c.text, secondary: c.textMuted },
    divider: c.line,
    background: { default: c.ground, paper: c.surface },
  };
};

const text = { fontSize: '1rem', lineHeight: measures.lineHeight };
const target = { minHeight: measures.touch };

const theme = (mode: 'light' | 'dark'): RaThemeOptions => {
  const c = colours[mode];
  const base = mode === 'light' ? defaultLightTheme : defaultDarkTheme;
  return {
    ...base,
    palette: palette(mode),
    shape: { borderRadius: measures.radius },
    sidebar: { width: 224, closedWidth: 56 },
    typography: {
      fontFamily: fontStack,
      body1: text, body2: text, subtitle1: text, subtitle2: { ...text, fontWeight: 600 }, caption: { ...text, lineHeight: 1.5 }, overline: { ...text, textTransform: 'none' },
      button: { fontSize: '1rem', textTransform: 'none', fontWeight: 600 },
      h1: { fontSize: '1.5rem', fontWeight: 650, lineHeight: 1.35 }, h2: { fontSize: '1.25rem', fontWeight: 650, lineHeight: 1.4 },
      h3: { fontSize: '1.125rem', fontWeight: 650, lineHeight: 1.45 }, h4: { fontSize: '1.5rem' }, h5: { fontSize: '1.25rem' }, h6: { fontSize: '1.125rem', fontWeight: 650 },
    },
    components: {
      ...base.components,
      MuiAutocomplete: { defaultProps: { noOptionsText: createElement(Translated, { id: 'admin.shell.nothing_found' }) } },
      MuiCssBaseline: {
        styleOverrides: {
          body: { fontVariantNumeric: 'tabular-nums', textAutospace: 'normal' },
          ':focus-visible': { outline: `3px solid ${alpha(c.primary, 0.55)}`, outlineOffset: 2 },
        },
      },
      MuiButton: { defaultProps: { disableElevation: true }, styleOverrides: { root: { ...target, paddingInline: 16 } } },
      MuiIconButton: { styleOverrides: { root: { ...target, minWidth: measures.touch } } },
      MuiToggleButton: { styleOverrides: { root: { ...target, textTransform: 'none', color: c.text, '&.Mui-selected, &.Mui-selected:hover': { backgroundColor: c.primarySoft, color: c.primaryStrong } } } },
      MuiTab: { styleOverrides: { root: { ...target, minWidth: 0, paddingInline: 14, textTransform: 'none', fontSize: '1rem' } } },
      MuiMenuItem: { styleOverrides: { root: { ...target, fontSize: '1rem' } } },
      MuiChip: { styleOverrides: { label: { fontSize: '1rem' } } },
      MuiTextField: { defaultProps: { variant: 'outlined', margin: 'dense', size: 'small', fullWidth: true } },
      MuiFormControl: { defaultProps: { variant: 'outlined', margin: 'dense', size: 'small', fullWidth: true }, styleOverrides: { marginDense: { marginTop: 12 } } },
      MuiFormHelperText: { styleOverrides: { root: { fontSize: '1rem', lineHeight: 1.5 } } },
      MuiInputBase: { styleOverrides: { root: { fontSize: '1rem', minHeight: measures.touch } } },
      MuiInputLabel: { styleOverrides: { root: { fontSize: '1rem', '&.MuiInputLabel-outlined.MuiInputLabel-shrink': { transform: 'translate(14px, -12px) scale(0.9)' } } } },
      MuiOutlinedInput: { styleOverrides: { notchedOutline: { '& legend': { fontSize: '0.9em' } } } },
      MuiTableCell: { styleOverrides: { root: { fontSize: '1rem', padding: '10px 12px', borderColor: c.line }, head: { fontWeight: 600, color: c.textMuted, lineHeight: 1.4, whiteSpace: 'nowrap' } } },
      MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
      MuiCard: { defaultProps: { variant: 'outlined' } },
      MuiDialog: { styleOverrides: { paper: { border: `1px solid ${c.line}` } } },
      MuiLink: { defaultProps: { underline: 'hover' } },
      MuiTooltip: { styleOverrides: { tooltip: { fontSize: '1rem' } } },
      MuiAlert: {
        styleOverrides: {
          root: {
            fontSize: '1rem', alignItems: 'center',
            '&.MuiAlert-standard': { color: c.text },
            '&.MuiAlert-standard.MuiAlert-colorWarning': { backgroundColor: c.waitingSoft, '& .MuiAlert-icon': { color: c.waiting } },
            '&.MuiAlert-standard.MuiAlert-colorError': { backgroundColor: c.wrongSoft, '& .MuiAlert-icon': { color: c.wrong } },
            '&.MuiAlert-standard.MuiAlert-colorInfo, &.MuiAlert-standard.MuiAlert-colorSuccess': { backgroundColor: c.primarySoft, '& .MuiAlert-icon': { color: c.primary } },
          },
        },
      },
      RaLayout: {
        styleOverrides: {
          // Wide tables scroll inside their card; the page itself never scrolls sideways.
          root: { minWidth: 0, '& .RaLayout-appFrame': { marginTop: 56 }, '& .RaLayout-content': { minWidth: 0 } },
        },
      },
      RaMenuItemLink: {
        styleOverrides: {
          root: {
            borderRadius: 8, marginInline: 8,
            '&.RaMenuItemLink-active': { backgroundColor: c.primarySoft, color: c.primaryStrong, fontWeight: 600, '& .RaMenuItemLink-icon': { color: c.primary } },
          },
        },
      },
      RaToolbar: { styleOverrides: { root: { backgroundColor: 'transparent' } } },
    },
  };
};

/** Daylight. */
export const lightTheme = theme('light');
/** Night, from the same tokens. */
export const darkTheme = theme('dark');

import { Box, Card, Link, Stack, Typography } from '@mui/material';
import { useEffect, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { LanguageButton } from '../layout/LanguageButton.js';

/** The plain page before the back office: one card, and the way home. */
export const Gate = ({ title, children }: { title: string; children: ReactNode }) => {
  const t = useTranslate();
  const name = `${t(title)} · ${t('terms.product')}`;
  useEffect(() => {
    document.title = name;
  }, [name]);
  return (
    <Box component="main" sx={{ minHeight: '100vh', display: 'flex', flexDirection: 'column', alignItems: 'center', px: 2, py: { xs: 3, sm: 8 }, backgroundColor: 'background.default', color: 'text.primary' }}>
      <Stack sx={{ width: '100%', maxWidth: 440, gap: 2 }}>
        <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center' }}>
          <Link href="/" sx={{ fontSize: '1.25rem', fontWeight: 700, minHeight: 44, display: 'inline-flex', alignItems: 'center' }}>{t('terms.product')}</Link>
          <LanguageButton />
        </Stack>
        <Card sx={{ p: { xs: 2.5, sm: 4 } }}>
          <Typography variant="h1" sx={{ mb: 2 }}>{t(title)}</Typography>
          {children}
        </Card>
        <Link href="/" sx={{ minHeight: 44, display: 'inline-flex', alignItems: 'center', alignSelf: 'center' }}>{t('admin.sign_in.home')}</Link>
      </Stack>
    </Box>
  );
};

import type { SignInOptions } from '@kepu/contracts';
import { Button, Link, Stack } from '@mui/material';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';

const link = { minHeight: 44, display: 'inline-flex', alignItems: 'center' } as const;

/** What there is beside the password. Codes and links have their page in the portal, which leads back here. */
export const OtherWays = () => {
  const t = useTranslate();
  const [options, setOptions] = useState<SignInOptions | null>(null);
  useEffect(() => {
    let gone = false;
    // Without an answer the password is left.
    api.getSignInOptions().then((given) => { if (!gone) setOptions(given); }, () => undefined);
    return () => { gone = true; };
  }, []);
  const sends = options !== null && (options.sms || options.email);
  return (
    <Stack sx={{ mt: 2 }}>
      {options?.oidc && <Button variant="outlined" fullWidth href={`/api/v1/oidc/start?${new URLSearchParams({ next: '/admin' })}`} sx={{ minHeight: 48, mb: 1 }}>{t('admin.second.by_oidc', { name: options.oidc.name })}</Button>}
      {sends && <Link href="/sign-in?next=%2Fadmin" sx={link}>{t('admin.second.by_message')}</Link>}
      {sends ? <Link href="/recover?next=%2Fadmin" sx={link}>{t('admin.second.forgotten')}</Link> : t('admin.sign_in.forgotten')}
    </Stack>
  );
};

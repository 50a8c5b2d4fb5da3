import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { PageHeader } from '../ui/PageHeader.js';
import { Panel } from '../ui/Panels.js';
import { PasswordForm } from './PasswordForm.js';

/** Changes the own password. */
const PasswordPage = () => {
  const t = useTranslate();
  const navigate = useNavigate();
  return (
    <Box sx={{ maxWidth: 520 }}>
      <PageHeader title={t('admin.sign_in.change_password')} subtitle={t('admin.sign_in.change_hint')} />
      <Panel><PasswordForm onDone={() => void navigate('/')} /></Panel>
    </Box>
  );
};
export default PasswordPage;

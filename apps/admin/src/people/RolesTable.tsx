import { permissions, rolePermissions, roles } from '@kepu/contracts/permissions';
import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, MenuItem, Table, TableBody, TableCell, TableHead, TableRow, TextField, Typography, useMediaQuery, type Theme } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';

const key = (permission: string): string => `terms.permissions.${permission.replace(':', '_')}`;

/** On a phone one role at a time: a table of eight columns is not read there. */
const OneRole = () => {
  const t = useTranslate();
  const [role, setRole] = useState<(typeof roles)[number]>('liaison');
  return (
    <>
      <TextField select fullWidth label={t('admin.people.role')} value={role} onChange={({ target }) => setRole(target.value as typeof role)} sx={{ my: 1 }}>
        {roles.map((one) => <MenuItem key={one} value={one}>{t(`terms.roles.${one}`)}</MenuItem>)}
      </TextField>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>{rolePermissions[role].map((permission) => <li key={permission}>{t(key(permission))}</li>)}</Box>
    </>
  );
};

/** What each role may do: the table by which the API itself decides. */
export const RolesButton = () => {
  const t = useTranslate();
  const [open, setOpen] = useState(false);
  const narrow = useMediaQuery<Theme>((theme) => theme.breakpoints.down('md'));
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>{t('admin.rights.table')}</Button>
      {open && (
        <Dialog open fullScreen={narrow} maxWidth="lg" fullWidth aria-labelledby="roles-title" onClose={() => setOpen(false)}>
          <DialogTitle id="roles-title" component="h2" variant="h2">{t('admin.rights.table')}</DialogTitle>
          <DialogContent tabIndex={0}>
            <Typography color="textSecondary">{t('admin.rights.table_hint')}</Typography>
            {narrow ? <OneRole /> : (
              <Table size="small" stickyHeader>
                <TableHead><TableRow><TableCell>{t('admin.rights.permission')}</TableCell>{roles.map((role) => <TableCell key={role} align="center">{t(`terms.roles.${role}`)}</TableCell>)}</TableRow></TableHead>
                <TableBody>
                  {permissions.map((permission) => (
                    <TableRow key={permission} hover>
                      <TableCell component="th" scope="row">{t(key(permission))}</TableCell>
                      {roles.map((role) => { const may = rolePermissions[role].includes(permission); return <TableCell key={role} align="center">{may ? <span aria-label={t('documents.yes')}>✓</span> : ''}</TableCell>; })}
                    </TableRow>
                  ))}
                </TableBody>
              </Table>
            )}
          </DialogContent>
          <DialogActions><Button onClick={() => setOpen(false)}>{t('ra.action.close')}</Button></DialogActions>
        </Dialog>
      )}
    </>
  );
};

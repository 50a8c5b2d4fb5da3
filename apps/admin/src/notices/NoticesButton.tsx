import type { Notice } from '@kepu/contracts';
import { leadsToPortal, noticeParams } from '@kepu/contracts/notices';
import Notifications from '@mui/icons-material/NotificationsOutlined';
import Close from '@mui/icons-material/Close';
import { Badge, Box, Button, ButtonBase, Drawer, IconButton, Stack, Tooltip, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { api } from '../providers/api.js';
import { EmptyState, Loaded } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { useRun } from '../ui/useRun.js';

// Notices link below the back office or to it as a whole; the router wants the former.
const inside = (link: string): string => link.replace(/^\/admin(?=\/|$)/, '') || '/';

const Sentence = ({ notice }: { notice: Notice }) => {
  const t = useTranslate();
  const { instant, day } = useFormat();
  return (
    <Box sx={{ textAlign: 'left', width: '100%' }}>
      <Typography sx={{ fontWeight: notice.readAt ? 400 : 600 }}>{t(`notices.${notice.kind}`, noticeParams(notice, { term: t, day, instant }))}</Typography>
      <Typography color="textSecondary">{instant(notice.createdAt)}{notice.readAt ? '' : ` · ${t('admin.notices.unread')}`}</Typography>
    </Box>
  );
};

/** The bell with how many messages are new, and the drawer with all of them. */
export const NoticesButton = () => {
  const t = useTranslate();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const { run, pending } = useRun();
  const query = useApi(['notices'], () => api.listNotices({ query: { perPage: 50, sort: '-createdAt' } }), { refetchInterval: 60_000 });
  const unread = query.data?.unread ?? 0;
  const read = (ids?: string[]) => run(() => api.readNotices({ body: ids ? { ids } : {} }));
  const follow = (notice: Notice) => {
    if (!notice.readAt) void read([notice.id]);
    if (notice.link) {
      setOpen(false);
      if (leadsToPortal(notice.link)) window.location.assign(notice.link);
      else void navigate(inside(notice.link));
    }
  };
  const label = unread > 0 ? t('admin.notices.button_unread', { count: unread }) : t('admin.notices.title');
  return (
    <>
      <Tooltip title={label}>
        <IconButton color="inherit" aria-label={label} onClick={() => setOpen(true)}>
          <Badge badgeContent={unread} color="error" max={99}><Notifications /></Badge>
        </IconButton>
      </Tooltip>
      <Drawer anchor="right" open={open} onClose={() => setOpen(false)} slotProps={{ paper: { sx: { width: { xs: '100%', sm: 420 }, p: 2 }, 'aria-label': t('admin.notices.title') } }}>
        <Stack direction="row" sx={{ alignItems: 'center', justifyContent: 'space-between', mb: 1 }}>
          <Typography variant="h2">{t('admin.notices.title')}</Typography>
          <IconButton aria-label={t('ra.action.close')} onClick={() => setOpen(false)}><Close /></IconButton>
        </Stack>
        {unread > 0 && <Button disabled={pending} onClick={() => void read()} sx={{ alignSelf: 'flex-start' }}>{t('admin.notices.read_all')}</Button>}
        <Loaded query={query}>
          {({ data }) => (data.length === 0 ? <EmptyState title="admin.notices.empty" hint="admin.notices.empty_hint" /> : (
            <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
              {data.map((notice) => (
                <Box component="li" key={notice.id} sx={{ borderBottom: 1, borderColor: 'divider' }}>
                  <ButtonBase sx={{ width: '100%', p: 1.5, borderRadius: 1, borderLeft: 3, borderColor: notice.readAt ? 'transparent' : 'primary.main' }} onClick={() => follow(notice)}><Sentence notice={notice} /></ButtonBase>
                </Box>
              ))}
            </Box>
          ))}
        </Loaded>
      </Drawer>
    </>
  );
};

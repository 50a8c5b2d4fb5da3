import { Notification } from 'react-admin';

const place = { vertical: 'top', horizontal: 'center' } as const;

/** How something went. On top, where it hides no button: those that matter stand at the lower edge. */
export const Message = () => <Notification anchorOrigin={place} />;

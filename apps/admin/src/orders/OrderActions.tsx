import type { Order } from '@kepu/contracts';
import { Box } from '@mui/material';
import { NumberInput, required, useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { LineInput, pair } from '../ui/inputs.js';
import { instantOf, WhenInput, whenOf } from './WhenInput.js';

const reasons = (...names: string[]) => names.map((name) => `admin.orders.reasons.${name}`);
const said = (value: unknown): string => String(value ?? '').trim();
const grades = ['content', 'manner', 'again'] as const;

/** What can be done with an order now. */
export const OrderActions = ({ order }: { order: Order }) => {
  const t = useTranslate();
  const { id, version, state, may } = order;
  const params = { id };
  const because = (values: Record<string, unknown>) => ({ params, body: { version, reason: said(values['reason']) } });
  return (
    <>
      {may.cancel && <ActionButton label="admin.orders.cancel" danger keepLabel="ra.action.close" title={t('admin.orders.cancel_title')} submitLabel="admin.orders.cancel" success="admin.orders.cancelled" run={(values) => api.cancelOrder(because(values))}><ReasonInput suggestions={reasons('asked', 'rain', 'repeat')} /></ActionButton>}
      {may.review && <ActionButton label="admin.orders.decline" danger title={t('admin.orders.decline_title')} submitLabel="admin.orders.decline" success="admin.orders.declined" run={(values) => api.declineOrder(because(values))}><ReasonInput suggestions={reasons('repeat', 'unclear', 'far')} /></ActionButton>}
      {may.dispatch && <ActionButton label="admin.orders.give_up" title={t('admin.orders.give_up_title')} submitLabel="admin.orders.give_up" success="admin.orders.given_up" run={(values) => api.giveUpOrder({ params, body: { version, reason: said(values['reason']), alternatives: said(values['alternatives']) || null } })}><ReasonInput suggestions={reasons('far')} /><LineInput source="alternatives" label="admin.orders.give_up_alternatives" rows={2} /></ActionButton>}
      {may.move && <ActionButton label="admin.orders.replace" title={t('admin.orders.replace_title')} submitLabel="admin.orders.replace" success="admin.orders.replaced" run={(values) => api.replaceOrderLecturer(because(values))}><ReasonInput suggestions={reasons('ill', 'asked')} /></ActionButton>}
      {may.move && (
        <ActionButton label="admin.orders.move" title={t('admin.orders.move_title')} submitLabel="admin.orders.move" success="admin.orders.moved" defaults={{ startsAt: whenOf(order.startsAt ?? undefined) }} run={(values) => api.moveOrder({ params, body: { version, startsAt: instantOf(values['startsAt']), reason: said(values['reason']) } })}>
          <WhenInput source="startsAt" label="admin.orders.move_at" /><ReasonInput suggestions={reasons('rain', 'asked')} />
        </ActionButton>
      )}
      {may.review && state === 'submitted' && <ActionButton label="admin.orders.ask" title={t('admin.orders.ask_title')} submitLabel="admin.orders.ask" success="admin.orders.asked" run={(values) => api.askOrderer({ params, body: { version, question: said(values['question']) } })}><LineInput source="question" label="admin.orders.ask_question" rows={3} isRequired /></ActionButton>}
      {may.review && <ActionButton label="admin.orders.accept" variant="contained" title={t('admin.orders.accept_title')} explanation={t('admin.orders.accept_hint')} submitLabel="admin.orders.accept" success="admin.orders.accepted" run={() => api.acceptOrder({ params, body: { version } })} />}
      {may.rate && (
        <ActionButton label="admin.orders.rate" variant="contained" title={t('admin.orders.rate_title')} submitLabel="ra.action.save" success="admin.orders.rated" defaults={{ content: 5, manner: 5, again: 5, people: order.people }} run={(values) => api.rateOrder({ params, body: { version, content: Number(values['content']), manner: Number(values['manner']), again: Number(values['again']), people: Number(values['people']), note: said(values['note']) || null } })}>
          <Box sx={pair}>{grades.map((name) => <NumberInput key={name} source={name} label={`admin.orders.${name}`} min={1} max={5} validate={required()} helperText={false} />)}<NumberInput source="people" label="admin.orders.came" min={0} max={5000} validate={required()} helperText={false} /></Box>
          <LineInput source="note" label="admin.orders.note" rows={2} />
        </ActionButton>
      )}
    </>
  );
};

import { draftingDecisionWords } from './decisions.js';
import { SelectInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { LineInput } from '../ui/inputs.js';

/** How a proposal is decided: in part with the words that are used, refused with the reason. */
export const ProposalDecisionInputs = () => {
  const decision: unknown = useWatch({ name: 'decision' });
  return (
    <>
      <SelectInput source="decision" label="admin.drafting.decision" choices={draftingDecisionWords} helperText={false} isRequired />
      {decision === 'partly' && <LineInput source="text" label="admin.drafting.words" helperText="admin.drafting.words_hint" rows={4} isRequired />}
      <LineInput source="reason" label="admin.drafting.reason" rows={2} isRequired={decision === 'refused'} />
    </>
  );
};

/** How a comment is decided, and what the draft says after it. `rewords`: whether the draft can still be changed. */
export const CommentDecisionInputs = ({ rewords }: { rewords: boolean }) => {
  const decision: unknown = useWatch({ name: 'decision' });
  return (
    <>
      <SelectInput source="decision" label="admin.drafting.decision" choices={draftingDecisionWords} helperText={false} isRequired />
      {decision !== 'refused' && rewords && <LineInput source="text" label="admin.drafting.put" helperText="admin.drafting.put_hint" rows={4} />}
      <LineInput source="reason" label="admin.drafting.reason" rows={2} isRequired={decision !== 'adopted'} />
    </>
  );
};

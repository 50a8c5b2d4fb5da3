import { useParams } from 'react-router-dom';
import { LoadedPage } from '../ui/LoadedPage.js';
import { PageHeader } from '../ui/PageHeader.js';
import { StateChip } from '../ui/StateChip.js';
import { ConsultationActions, ConsultationView } from './ConsultationView.js';
import { useDue } from './DraftingLists.js';
import { useConsultation } from './useDrafting.js';

/** One consultation. */
const ConsultationPage = () => {
  const { id = '' } = useParams();
  const query = useConsultation(id);
  const due = useDue();
  return (
    <LoadedPage query={query} list={{ to: '/drafting', label: 'admin.drafting.title' }}>
      {(consultation) => (
        <>
          <PageHeader title={consultation.title} back={{ to: '/drafting', label: 'admin.drafting.title' }} mark={<StateChip of="consultationStates" state={consultation.state} />} subtitle={due(consultation)} actions={<ConsultationActions consultation={consultation} />} />
          <ConsultationView consultation={consultation} />
        </>
      )}
    </LoadedPage>
  );
};
export default ConsultationPage;

import { Typography } from '@mui/material';
import { SelectInput, useTranslate } from 'react-admin';
import { useFormContext, useWatch } from 'react-hook-form';
import { useEffect } from 'react';
import { api } from '../providers/api.js';
import { DivisionInput } from './inputs.js';
import { useApi } from './useApi.js';

const Township = ({ county, source }: { county: string; source: string }) => {
  const t = useTranslate();
  const { setValue } = useFormContext();
  const chosen: unknown = useWatch({ name: source });
  const query = useApi(['townships', county], () => api.listDivisions({ query: { parentCode: county, open: 'true', perPage: 200, sort: 'code' } }));
  const townships = query.data?.data;
  const fits = !townships || !chosen || townships.some(({ code }) => code === chosen);
  // Another county has other townships: what was chosen before does not lie in it.
  useEffect(() => { if (!fits) setValue(source, null); }, [fits, setValue, source]);
  if (townships?.length === 0) return <Typography color="textSecondary" sx={{ alignSelf: 'center' }}>{t('admin.shell.no_townships')}</Typography>;
  return <SelectInput source={source} label="admin.shell.township" choices={townships?.map(({ code, name }) => ({ id: code, name })) ?? []} translateChoice={false} disabled={!townships} helperText={false} />;
};

/** A county and a township in it; where the county has none, as 龙港市, nothing is asked. */
export const CountyAndTownship = ({ county = 'countyCode', township = 'townshipCode' }: { county?: string; township?: string }) => {
  const code: unknown = useWatch({ name: county });
  return (
    <>
      <DivisionInput source={county} label="terms.unitFields.county" county isRequired />
      {typeof code === 'string' && code !== '' ? <Township key={code} county={code} source={township} /> : <span />}
    </>
  );
};

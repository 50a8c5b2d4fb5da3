import { identityCheckDigit } from '@kepu/domain';

let serial = 100;
/** A number that is nobody's: there is no such division. */
export const numberOf = (bornOn: string): string => {
  const digits = `999999${bornOn.replaceAll('-', '')}${String((serial += 1))}`;
  return digits + identityCheckDigit(digits);
};

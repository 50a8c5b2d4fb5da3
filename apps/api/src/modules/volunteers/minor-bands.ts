import type { MinorBand } from '@kepu/domain';

/** What holds for minors now, by age. Bound by the module of guardians, which stands to the right of this one. */
export abstract class MinorBands {
  abstract current(): Promise<readonly MinorBand[]>;
}

import { weight } from './packages/tooling/boundaries.mjs';

/** `npx depcruise --config .dependency-cruiser.weight.mjs apps packages`: what pages load when they run. */
export default weight;

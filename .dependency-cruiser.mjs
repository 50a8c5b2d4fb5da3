import { boundaries } from './packages/tooling/boundaries.mjs';

/** `npx depcruise apps packages`: the four rules of dependency of ARCHITECTURE.md. */
export default boundaries;

export { KeysModule } from './keys.module.js';
export { KeyStatesReader, type KeyState, type KeyStates } from './key-states.js';
export { sealedColumnsOf, type KeyCount, type SealedColumn } from './sealed-columns.repository.js';

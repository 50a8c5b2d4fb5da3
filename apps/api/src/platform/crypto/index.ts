export { BlindIndex } from './blind-index.js';
export { CryptoError, type CryptoErrorCode } from './crypto.error.js';
export { CryptoKeyEntity } from './crypto-key.entity.js';
export { CryptoKeysRepository } from './crypto-keys.repository.js';
export { FieldCipher, type FieldPlace } from './field-cipher.js';
export { Keyring, type KeyringDocument } from './keyring.js';
export { loadKeyring, newKeyringDocument, type KeyringSource } from './keyring.file.js';
export { KeyRegister } from './key-register.js';
export { normaliseEmail, normaliseIdentifier, normalisePhone, normaliseResidentId, type Identifier } from './normalise.js';

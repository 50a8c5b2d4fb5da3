import { eslintConfig } from './packages/tooling/eslint-preset.mjs';

export default eslintConfig(import.meta.dirname);

import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const text = /\.(js|css|svg|json|txt|html|xml|webmanifest)$/;
// Below this a compressed answer is no faster: it fits the first packet either way.
const leastBytes = 1024;

/**
 * A Vite plugin: writes `x.br` and `x.gz` beside each text file of a finished client build, for the server to send as they are.
 *
 * @returns {import('vite').Plugin}
 */
export function precompress() {
  let folder = '';
  return {
    name: 'kepu-precompress',
    apply: (config, { command }) => command === 'build' && !config.build?.ssr,
    configResolved(config) {
      folder = path.resolve(config.root, config.build.outDir);
    },
    closeBundle() {
      for (const name of readdirSync(folder, { recursive: true })) {
        const file = path.join(folder, name);
        // The shell of the back office gets a nonce of its own in each answer.
        if (!text.test(name) || name === 'index.html' || name.startsWith('.vite') || statSync(file).size < leastBytes) continue;
        const bytes = readFileSync(file);
        writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
        writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
      }
    },
  };
}

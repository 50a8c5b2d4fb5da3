import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';

// What runs in production: our packages and the ES modules among the libraries as one file. Over a thousand small files take longer to find and open
// than to run, and half of the start went there. Libraries in CommonJS and with native parts stay where they are.
const dist = path.join(import.meta.dirname, '../dist');
const joined = /^(@kepu\/|@nestjs\/(common|core|platform-fastify|typeorm)(\/|$)|zod(\/|$)|uuid$|pinyin-pro$|rxjs(\/|$))/;

// The process itself, and beside it what runs in a thread of its own.
const entries = ['main.js', 'modules/matching/batches/batch-thread.js'];

rmSync(path.join(dist, 'bundle'), { recursive: true, force: true });
for (const entry of entries) {
  const bundle = await rolldown({
    input: path.join(dist, entry),
    platform: 'node',
    external: (id) => !id.startsWith('.') && !path.isAbsolute(id) && !joined.test(id),
    plugins: [{
      name: 'maps of the compiler',
      load: (id) => (existsSync(`${id}.map`) ? { code: readFileSync(id, 'utf8'), map: JSON.parse(readFileSync(`${id}.map`, 'utf8')) } : null),
    }],
  });
  await bundle.write({ file: path.join(dist, 'bundle', path.basename(entry)), format: 'esm', sourcemap: true, codeSplitting: false });
}

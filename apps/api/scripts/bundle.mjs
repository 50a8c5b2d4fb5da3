import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';

// What runs in production: our packages and the ES modules among the libraries as one file. Over a thousand small files take longer to find and open
// than to run, and half of the start went there. Libraries in CommonJS and with native parts stay where they are.
const dist = path.join(import.meta.dirname, '../dist');
const joined = /^(@kepu\/|@nestjs\/(common|core|platform-fastify|typeorm)(\/|$)|zod(\/|$)|uuid$|pinyin-pro$|rxjs(\/|$))/;

const bundle = await rolldown({
  input: path.join(dist, 'main.js'),
  platform: 'node',
  external: (id) => !id.startsWith('.') && !path.isAbsolute(id) && !joined.test(id),
  plugins: [{
    name: 'maps of the compiler',
    load: (id) => (existsSync(`${id}.map`) ? { code: readFileSync(id, 'utf8'), map: JSON.parse(readFileSync(`${id}.map`, 'utf8')) } : null),
  }],
});
const file = path.join(dist, 'bundle/main.js');
rmSync(path.dirname(file), { recursive: true, force: true });
await bundle.write({ file, format: 'esm', sourcemap: true, codeSplitting: false });

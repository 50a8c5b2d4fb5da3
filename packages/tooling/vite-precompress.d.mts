/** A plugin of Vite, in so far as this one is one: the presets depend on no tool of the apps. */
interface Precompress {
  name: string;
  apply(config: { build?: { ssr?: unknown } }, environment: { command: 'build' | 'serve' }): boolean;
  configResolved(config: { root: string; build: { outDir: string } }): void;
  closeBundle(): void;
}
export declare function precompress(): Precompress;

import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { root } from './run.mjs';

const optionsOf = new Map();

/** A workspace's compiler options, read once. */
function readOptions(workspace) {
  if (!optionsOf.has(workspace)) {
    const file = path.join(workspace, 'tsconfig.json');
    const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(file, ts.sys.readFile).config, ts.sys, workspace);
    // One file alone does not know its package.json, and so not that it is an ES module.
    const module = { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler };
    optionsOf.set(workspace, { ...options, ...module, composite: false, incremental: false, declaration: false, tsBuildInfoFile: undefined });
  }
  return optionsOf.get(workspace);
}

/**
 * Writes what one changed source becomes, without looking at any other file: `isolatedModules` guarantees that
 * this can be done, and that the whole compiler would write what works the same. Types are somebody else's to check.
 *
 * @param {string} file a path under `<workspace>/src`, relative to the root; it may be gone
 * @returns {boolean} whether what runs has changed
 */
export function transpile(file) {
  const [, workspace, inner] = /^((?:apps|packages)\/[^/]+)\/src\/(.+)$/.exec(file.split(path.sep).join('/')) ?? [];
  if (!workspace || /\.(test|d)\.tsx?$/.test(inner)) return false;
  const source = path.join(root, file);
  const target = path.join(root, workspace, 'dist', inner.replace(/\.ts$/, '.js'));
  if (!existsSync(source)) {
    const known = existsSync(target);
    rmSync(target, { force: true });
    return known;
  }
  if (!statSync(source).isFile()) return false;
  mkdirSync(path.dirname(target), { recursive: true });
  if (!inner.endsWith('.ts')) {
    if (!inner.endsWith('.json')) return false;
    copyFileSync(source, target);
    return true;
  }
  const { outputText, sourceMapText } = ts.transpileModule(readFileSync(source, 'utf8'), { compilerOptions: readOptions(path.join(root, workspace)), fileName: source });
  if (existsSync(target) && readFileSync(target, 'utf8') === outputText) return false;
  writeFileSync(target, outputText);
  if (sourceMapText) writeFileSync(`${target}.map`, sourceMapText);
  return true;
}

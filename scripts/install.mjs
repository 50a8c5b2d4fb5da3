import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { satisfies } from './steps/node-version.mjs';
import { root, run } from './steps/run.mjs';

/**
 * Installs what is missing: nothing at all, unless node_modules is absent or older than package-lock.json.
 * Ends the process with a plain message where Node is unsupported or the installation fails.
 */
export async function install() {
  const { engines } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  if (!satisfies(process.versions.node, engines.node)) {
    console.error(`需要 Node ${engines.node}，当前是 ${process.versions.node}。请到 https://nodejs.org 安装 24（长期支持版）后再试。`);
    console.error(`Kepu needs Node ${engines.node}; this is ${process.versions.node}. Please install 24 (LTS) from https://nodejs.org and try again.`);
    process.exit(1);
  }

  const wanted = path.join(root, 'package-lock.json');
  const present = path.join(root, 'node_modules/.package-lock.json');
  const missing = !existsSync(present);
  if (!missing && statSync(wanted).mtimeMs <= statSync(present).mtimeMs) return;

  console.error('正在安装依赖，首次约需一两分钟…  Installing packages, a minute or two the first time…');
  // The tools that build are development dependencies: NODE_ENV=production must not leave them out.
  const { code } = await run('npm', [missing ? 'ci' : 'install', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], { stdout: 'stderr' });
  if (code !== 0) {
    console.error('依赖安装失败，请检查网络或 npm 镜像设置（npm config get registry）。');
    console.error('Installing packages failed: check the network, or the mirror that npm uses (npm config get registry).');
    process.exit(code);
  }
}

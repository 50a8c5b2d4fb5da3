import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { AccountsService, GrantsRepository, Passwords } from '../modules/identity/index.js';
import { MeasureProposals, type ItemProposal } from '../modules/plans/index.js';
import { AuditVerifier } from '../platform/audit/index.js';
import { readConfig, type AppConfig } from '../platform/config/config.js';
import { activateKey, addKey, newKeyringDocument } from '../platform/crypto/index.js';
import { Database, newId, UnitOfWork } from '../platform/database/index.js';
import { openApiDocument } from '../platform/openapi/document.js';
import { repositoryRoot } from '../platform/config/repository.js';
import { buildApplication, type Application } from '../server.js';
import { loadReference } from './seed/contents.js';
import { measuresFile, readSeed } from './seed/shapes.js';
import { UsageError } from './usage-error.js';

/** One command: how it is called, what it does. `words` is how many words its name has. */
export interface Command { readonly usage: string; readonly summary: string; readonly words: 1 | 2; run(args: string[]): Promise<void> }

const system = { kind: 'system', task: 'command line' } as const;
const say = (text: string): void => { process.stdout.write(`${text}\n`); };

const parse = <O extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: O, usage: string) => {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : ''}\n用法  Usage: npm run cli -- ${usage}`);
  }
};

/** Opens everything without serving or working, and closes it again. */
const withApplication = async (fn: (application: Application, config: AppConfig) => Promise<void>): Promise<void> => {
  const config: AppConfig = { ...readConfig(process.env), roles: [], demo: false };
  const application = await buildApplication(config);
  try {
    await application.app.init();
    await fn(application, config);
  } finally {
    await application.app.close();
  }
};

const openapiFile = join(repositoryRoot, 'apps/api/openapi.json');

/** Every command by its name. */
export const commands: Readonly<Record<string, Command>> = {
  migrate: {
    usage: 'migrate', summary: '更新数据库结构  Bring the schema up to date', words: 1,
    run: () => withApplication(async () => { say('数据库结构已是最新。  The schema is up to date.'); }),
  },
  seed: {
    usage: 'seed', summary: '载入参考数据  Load reference data that are missing', words: 1,
    run: () => withApplication(async ({ app }) => {
      const ids = await loadReference(app, join(repositoryRoot, 'seeds'));
      say(`单位 ${ids.units.size}，项目 ${ids.programmes.size}，主题与对象 ${ids.terms.size}`);
    }),
  },
  'measures propose': {
    usage: 'measures propose --plan 年份', summary: '为还没有指标的工作添加建议指标  Add the proposed measures to items that have none', words: 2,
    run: (args) => {
      const { values } = parse(args, { plan: { type: 'string' } }, commands['measures propose']?.usage ?? '');
      const year = /^\d{4}$/.test(values.plan ?? '') ? Number(values.plan) : null;
      const folder = join(repositoryRoot, 'seeds');
      if (year === null || !existsSync(join(folder, `measures-${year}.json`))) throw new UsageError('需要 --plan 和一个有建议指标的年份，如 2020。  --plan wants a year that measures are proposed for.');
      const { items, programmeSet } = readSeed(folder, `measures-${year}.json`, measuresFile);
      return withApplication(async ({ app }) => {
        const ids = await loadReference(app, folder);
        const proposals = items.map<ItemProposal>(({ unit, item, programme, measures }) => ({ unitId: ids.units.get(unit) ?? '', position: item, programmeId: ids.programmes.get(`${programmeSet}/${programme}`) ?? '', measures }));
        const { measures, items: done, kept, unmatched } = await app.get(MeasureProposals).propose(system, year, proposals);
        say(`为 ${done} 项工作添加了 ${measures} 条指标；${kept} 项已有指标，保持不变。  ${measures} measures for ${done} items; ${kept} had theirs.`);
        for (const left of unmatched) {
          const place = items[proposals.indexOf(left)];
          say(`没有添加：${place?.unit} 第 ${left.position} 项（不在这份分解表中，或队伍尚未建立）  Left out: not in this plan, or its pool is not there yet`);
        }
      });
    },
  },
  'admin create': {
    usage: 'admin create --name 姓名 --email 邮箱', summary: '新建管理员  Create an administrator', words: 2,
    run: (args) => withApplication(async ({ app, clock }) => {
      const { values } = parse(args, { name: { type: 'string' }, email: { type: 'string' } }, commands['admin create']?.usage ?? '');
      if (!values.name || !values.email) throw new UsageError('需要 --name 和 --email。  --name and --email are needed.');
      const passwords = app.get(Passwords);
      const password = passwords.makeFirst();
      const passwordHash = await passwords.hash(password);
      await app.get(UnitOfWork).run(async () => {
        const accountId = await app.get(AccountsService).insert({ name: values.name ?? '', email: values.email ?? '' }, passwordHash, true, system);
        await app.get(GrantsRepository).insert({
          id: newId(), accountId, role: 'administrator', scopeKind: 'city', scopeId: null, post: null, fromDay: clock.today(), toDay: null, endedAt: null, createdAt: clock.now(), createdBy: null,
        });
      });
      say(`管理员已建立，首次登录须修改密码。  Created; the password must be changed at the first sign-in.\n初始密码  First password: ${password}`);
    }),
  },
  'keyring create': {
    usage: 'keyring create FILE', summary: '生成密钥文件  Make a keyring for KEYRING_FILE', words: 2,
    run: (args) => {
      const file = parse(args, {}, 'keyring create FILE').positionals[0];
      if (!file) throw new UsageError('请指定文件。  Name the file.');
      const path = resolve(file);
      if (existsSync(path)) throw new UsageError(`${path} 已存在，不会覆盖。  It exists and is not overwritten.`);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `${JSON.stringify(newKeyringDocument(new Date()), null, 2)}\n`, { mode: 0o600, flag: 'wx' });
      say(`${path}\n请与数据库分开备份；丢失后个人信息无法恢复。  Back it up apart from the database: without it personal data are lost.`);
      return Promise.resolve();
    },
  },
  'keyring add': {
    usage: 'keyring add FILE', summary: '添加一把新密钥，尚不使用  Add a key that does not seal yet', words: 2,
    run: (args) => {
      const file = parse(args, {}, 'keyring add FILE').positionals[0];
      if (!file) throw new UsageError('请指定文件。  Name the file.');
      const kid = addKey(resolve(file), new Date());
      say(`${kid}\n请先备份密钥文件；有多台服务器的，先把文件放到每一台，再运行：npm run cli -- keyring activate ${file} ${kid}\nBack the file up, put it on every server, then activate the key.`);
      return Promise.resolve();
    },
  },
  'keyring activate': {
    usage: 'keyring activate FILE KID', summary: '启用一把密钥，运行中的服务几秒内改用它  Seal with this key from now on', words: 2,
    run: (args) => {
      const [file, kid] = parse(args, {}, 'keyring activate FILE KID').positionals;
      if (!file || !kid) throw new UsageError('请指定文件和密钥编号。  Name the file and the key.');
      activateKey(resolve(file), kid);
      say(`${kid} 已启用。旧密钥请保留：数据由后台任务换到新密钥，进度在后台“密钥”页；旧备份仍需要它。\nActive. Keep the old key: data move to the new one in the background, and old backups still need it.`);
      return Promise.resolve();
    },
  },
  openapi: {
    usage: 'openapi [--check]', summary: '写出接口文档  Write (or compare) apps/api/openapi.json', words: 1,
    run: (args) => {
      const { values } = parse(args, { check: { type: 'boolean', default: false } }, 'openapi [--check]');
      const text = `${JSON.stringify(openApiDocument(), null, 1)}\n`;
      if (!values.check) writeFileSync(openapiFile, text);
      else if (!existsSync(openapiFile) || readFileSync(openapiFile, 'utf8') !== text) throw new UsageError('apps/api/openapi.json 已过期，请运行：npm run cli -- openapi');
      say(values.check ? 'openapi.json 是最新的。  It is up to date.' : openapiFile);
      return Promise.resolve();
    },
  },
  backup: {
    usage: 'backup FILE', summary: '备份 SQLite 数据库  Online copy of the SQLite database', words: 1,
    run: (args) => {
      const file = parse(args, {}, 'backup FILE').positionals[0];
      if (!file) throw new UsageError('请指定文件。  Name the file.');
      if (existsSync(file)) throw new UsageError(`${file} 已存在，不会覆盖。  It exists and is not overwritten.`);
      return withApplication(async ({ app }) => {
        await app.get(Database).backupTo(resolve(file));
        say(resolve(file));
      });
    },
  },
  'audit verify': {
    usage: 'audit verify', summary: '核验审计记录  Prove that the audit trail is whole', words: 2,
    run: () => withApplication(async ({ app }) => {
      const verdict = await app.get(AuditVerifier).verify();
      if (verdict.ok) return say(`完整：${verdict.rows} 条，${verdict.seals} 个封条，${verdict.unsealed} 条待封。  Whole.`);
      throw new UsageError(verdict.problems.map((problem) => `${problem.kind} ${problem.seal ?? ''} ${problem.row ?? ''}`).join('\n'));
    }),
  },
};

import type { Lifecycle } from './lifecycle.js';

/** Any lifecycle, whatever its states and actions are called. */
type AnyLifecycle = Lifecycle<string, string>;

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const code = (text: string): string => `\`${text}\``;

/**
 * Markdown rows of a lifecycle's actions, without header: action, label, from, to, permission, demands.
 * An action with several origins is one row.
 */
export function lifecycleTable(lifecycle: AnyLifecycle): string[] {
  return lifecycle.actionNames.map((name) => {
    const rule = lifecycle.actions[name];
    if (rule === undefined) throw new Error(`Lifecycle ${lifecycle.object}: action "${name}" has no rule`);
    return row([
      code(name),
      rule.zh,
      rule.from.map(code).join(', '),
      rule.to === null ? 'deleted' : code(rule.to),
      code(rule.permission),
      rule.demands.length === 0 ? '–' : rule.demands.map(code).join(', '),
    ]);
  });
}

function section(lifecycle: AnyLifecycle): string[] {
  const states = lifecycle.stateNames.map((name) => {
    const term = lifecycle.states[name];
    const leaves = lifecycle.actionNames.some((action) => lifecycle.actions[action]?.from.includes(name));
    const mark = name === lifecycle.initial ? 'initial' : leaves ? '' : 'final';
    return row([code(name), term?.zh ?? '', term?.en ?? '', mark]);
  });
  return [
    `## ${lifecycle.title.en} (${lifecycle.title.zh})`,
    '',
    row(['state', '中文', 'meaning', '']),
    row(['---', '---', '---', '---']),
    ...states,
    '',
    row(['action', '中文', 'from', 'to', 'permission', 'demands']),
    row(['---', '---', '---', '---', '---', '---']),
    ...lifecycleTable(lifecycle),
    '',
  ];
}

/** The whole of `docs/lifecycles.md`: English with the Chinese terms, one section for each lifecycle, in the order given. */
export function lifecycleDocument(lifecycles: readonly AnyLifecycle[]): string {
  return [
    '# Lifecycles',
    '',
    'Printed from the tables in `packages/domain/src` by `node packages/domain/scripts/write-lifecycles.mjs`; a test compares this page with them.',
    'The API enforces these tables, the back office draws its buttons from them. `system` marks steps that no person takes, `self` those of the person',
    'concerned, `leader` those of whoever leads the shift on the spot or manages the activity;',
    'everything that is not listed here is refused with the code `lifecycle.not_allowed`.',
    '',
    ...lifecycles.flatMap(section),
  ].join('\n');
}

/** `[selector, message]` pairs of `no-restricted-syntax`, by the place where they hold. */
const entry = ([selector, message]) => ({ selector, message });

const anywhere = [
  ['Property[key.name="synchronize"][value.value=true]', '`synchronize` drops tables: write a migration.'],
  ['Property[key.name="trustProxy"][value.value=true]', 'Name the proxies: `trustProxy: true` lets every client choose its address.'],
];

const api = [
  ...anywhere,
  ['Identifier[name="InjectRepository"]', 'Repositories take the manager of the unit of work.'],
  ['MemberExpression[property.name="forFeature"]', 'Repositories take the manager of the unit of work.'],
];

const test = [
  ['MemberExpression[object.name=/^(describe|test|it)$/][property.name=/^(only|skip|todo|failing)$/]', 'Every test runs.'],
  ['MemberExpression[property.name=/^(only|skip)$/] > MemberExpression[object.name=/^(describe|test|it)$/]', 'Every test runs.'],
  ['CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]', 'Every test runs.'],
  ['CallExpression[callee.name="pending"]', 'Every test runs.'],
];

const pure = [
  ...anywhere,
  ['NewExpression[callee.name="Date"][arguments.length=0]', 'Pass the time in.'],
  ['MemberExpression[object.name="Date"][property.name="now"]', 'Pass the time in.'],
  ['MemberExpression[object.name="Math"][property.name="random"]', 'Pass the randomness in.'],
];

const admin = [
  ...anywhere,
  ['JSXOpeningElement[name.name="Admin"]:not(:has(> JSXAttribute[name.name="disableTelemetry"]))', 'react-admin reports its use to its maker unless `disableTelemetry` is set.'],
];

const portal = [
  ...anywhere,
  ['JSXAttribute[name.name="style"]', 'The content policy refuses inline styles: use a class.'],
  ['JSXAttribute[name.name="dangerouslySetInnerHTML"]', 'Text is rendered as text.'],
];

export const restrictions = {
  anywhere: anywhere.map(entry),
  api: api.map(entry),
  pure: pure.map(entry),
  admin: admin.map(entry),
  portal: portal.map(entry),
  test: [...anywhere, ...test].map(entry),
};

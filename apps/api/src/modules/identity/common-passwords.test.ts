import { commonPasswords, isCommon } from './common-passwords.js';

it('knows more than three thousand that are long enough to pass for passwords', () => {
  expect([...commonPasswords].filter((password) => password.length >= 8).length).toBeGreaterThan(3_000);
});

it.each(['Password2026', 'P@ssw0rd123', 'p@$$w0rd', 'Wenzhou@2025', 'WenZhou-0577', 'woaini1314', 'Admin@123', 'admin!888888', 'QWERTY123456', '1qaz2wsx', '1QAZ2wsx', 'Kepu-2026', 'zhang.1990', 'abc12345678', '5201314520', 'iloveyou520', '147258369'])('%s is common', (password) => {
  expect(isCommon(password)).toBe(true);
});

it.each(['Ouhai-2026-xuan', 'Kepu-demo-2026', 'dxcv-89kh-mmwq', 'correct horse battery', '瓯江边上的榕树2026', 'Nanyan7Zq7k', ''])('%s is not', (password) => {
  expect(isCommon(password)).toBe(false);
});

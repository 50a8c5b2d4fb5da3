/**
 * Passwords that many people choose: words that stand at the head of published lists, and what is usually put behind them. Made by rule, for the lists
 * themselves are long and what they hold is mostly this. ASVS 5.0 6.2.4 asks for the 3000 most common ones of those that the policy would let pass.
 */
const words = [
  'password', 'passwd', 'passw0rd', 'pass', 'admin', 'administrator', 'root', 'test', 'guest', 'user', 'welcome', 'login', 'letmein', 'master', 'system', 'server', 'computer', 'windows', 'internet', 'default', 'changeme', 'secret',
  'qwerty', 'qwertyuiop', 'asdfghjkl', 'asdfgh', 'asdf', 'zxcvbnm', 'zxcvbn', 'qazwsx', 'qazwsxedc', '1qaz2wsx', '1q2w3e4r', '1q2w3e', 'q1w2e3r4', 'zaq12wsx', 'abc', 'abcd', 'abcde', 'abcdef', 'aaa', 'aaaa', 'aa', 'a', 'abcabc', 'qwe', 'qweasd', 'qweasdzxc', 'asd', 'zxc',
  'woaini', 'woaiwojia', 'woaizhongguo', 'iloveyou', 'ilove', 'love', 'lover', 'wodemima', 'mima', 'mimashi', 'nihao', 'nihaoma', 'zhongguo', 'china', 'beijing', 'shanghai', 'hangzhou', 'zhejiang', 'wenzhou', 'ouhai', 'lucheng', 'longwan', 'ruian', 'yueqing', 'dongtou', 'yongjia', 'pingyang', 'cangnan', 'wencheng', 'taishun', 'longgang',
  'kepu', 'kexie', 'keji', 'kexue', 'bangong', 'bangongshi', 'zhiyuan', 'zhiyuanzhe', 'xuexiao', 'yiyuan', 'laoshi', 'yisheng', 'zhengfu', 'shequ', 'wangluo', 'xitong', 'guanli', 'guanliyuan', 'ceshi', 'yonghu', 'denglu', 'caonima', 'laopo', 'laogong', 'baobao', 'baobei', 'mama', 'baba', 'tianxia', 'long', 'hu', 'xiaolong', 'fuck', 'fuckyou',
  'wang', 'li', 'zhang', 'liu', 'chen', 'yang', 'zhao', 'huang', 'zhou', 'wu', 'xu', 'sun', 'hu', 'zhu', 'gao', 'lin', 'he', 'guo', 'ma', 'luo', 'monkey', 'dragon', 'football', 'baseball', 'basketball', 'superman', 'batman', 'sunshine', 'princess', 'shadow', 'michael', 'jordan', 'hello', 'happy', 'summer', 'winter', 'spring', 'autumn', 'google', 'baidu', 'taobao', 'weixin', 'wechat', 'qq', 'huawei', 'xiaomi', 'apple', 'samsung',
];
const tails = [
  '', '1', '12', '123', '1234', '12345', '123456', '1234567', '12345678', '123456789', '123123', '123321', '321', '654321', '111', '1111', '111111', '000', '0000', '000000', '888', '8888', '888888', '666', '6666', '666666', '520', '521', '1314', '5201314', '168', '518', '007', '01', '001', '110', '123abc', 'abc', 'a', 'aa', 'qwe', '1a', '1q2w3e',
  '1980', '1985', '1988', '1990', '1995', '1998', '1999', '2000', '2008', '2010', '2018', '2019', '2020', '2021', '2022', '2023', '2024', '2025', '2026', '2027', '2028', '577', '0577', '325000',
];
const numbers = ['0123456789', '9876543210', '147258369', '147852369', '159357', '789456123', '741852963', '112233', '11223344', '1122334455', '123454321', '1234554321', '121212', '12121212', '131313', '123123123', '112358', '314159', '31415926', '520520', '52013145201314', '7758521', '7758258', '1314520', '5201314520', '5201314', '13145201314', '10101010', '12344321', '99999999', '19491001'];
const swaps: Readonly<Record<string, string>> = { '@': 'a', 4: 'a', 3: 'e', 1: 'i', '!': 'i', 0: 'o', $: 's', 5: 's' };

const plainest = (text: string): string => text.toLowerCase().replace(/[^\p{L}\d]/gu, '');
const unswapped = (text: string): string => text.toLowerCase().replace(/[@431!0$5]/g, (sign) => swaps[sign] ?? sign);

/** How many there are stands in a test. */
export const commonPasswords: ReadonlySet<string> = new Set([...words.flatMap((word) => tails.map((tail) => word + tail)), ...words.map((word) => word + word), ...tails.flatMap((tail) => (/^\d{3,}$/.test(tail) ? [tail, tail + tail, `${tail}a`, `a${tail}`, `aa${tail}`, `abc${tail}`] : [])), ...numbers]);

/** Whether a password is one of them, also in capitals, with signs between or at the end, and with figures in the place of letters. */
export const isCommon = (password: string): boolean => {
  const plain = plainest(password);
  if (commonPasswords.has(plain)) return true;
  // p@ssw0rd: the letters are read back, and the figures behind them are left as they are.
  const [, head = '', tail = ''] = /^(.*?)([\d\W_]*)$/u.exec(password.toLowerCase()) ?? [];
  return commonPasswords.has(plainest(unswapped(head)) + plainest(tail));
};

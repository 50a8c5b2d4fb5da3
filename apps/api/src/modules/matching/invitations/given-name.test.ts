import { givenNameOf } from './given-name.js';

it.each([['王小明', '小明'], ['李雷', '雷'], ['欧阳修', '修'], ['欧阳小明', '小明'], ['张*', ''], ['阿依古丽·买买提', '阿依古丽'], ['Anna Berg', 'Anna'], ['王', '王'], ['', '']])('a letter to %s begins with %s', (name, given) => expect(givenNameOf(name)).toBe(given));

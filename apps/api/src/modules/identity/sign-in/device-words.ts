/** A device in words that people know it by: codes of `terms.browsers` and `terms.systems`. */
export interface DeviceWords { readonly browser: string; readonly system: string }

// The order matters: most browsers also name those whom they resemble.
const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/i, 'wechat'], [/HuaweiBrowser/i, 'huawei'], [/Edg(?:e|A|iOS)?\//, 'edge'], [/Firefox|FxiOS/, 'firefox'], [/Chrome|CriOS/, 'chrome'], [/Safari/, 'safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/i, 'harmony'], [/Android/, 'android'], [/iPhone|iPad|iPod/, 'ios'], [/Windows/, 'windows'], [/Macintosh|Mac OS X/, 'mac'], [/Linux|X11/, 'linux'],
];
const nameIn = (table: readonly (readonly [RegExp, string])[], text: string): string => table.find(([pattern]) => pattern.test(text))?.[1] ?? 'other';

/** What a `User-Agent` says of its device; it is a claim of the client and proves nothing. */
export const deviceWords = (userAgent: string | null): DeviceWords => ({ browser: nameIn(browsers, userAgent ?? ''), system: nameIn(systems, userAgent ?? '') });

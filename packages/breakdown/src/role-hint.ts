const HINT = /^(?:积极|主动|大力|认真|全力|协同)?(支持|配合|协助|协调|指导|参与)/u;

/** A verb at the head of a sentence that may mean a co-operating role (支持, 配合 …), for a person to judge; null where there is none. */
export function roleHint(text: string): string | null {
  for (const sentence of text.split(/[。；;\n]/u)) {
    const verb = HINT.exec(sentence.trim())?.[1];
    if (verb !== undefined) return verb;
  }
  return null;
}

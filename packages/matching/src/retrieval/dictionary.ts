/** Numbers for words, in the order in which they come; 0 for the first. */
export class Dictionary {
  readonly words: string[] = [];
  private readonly codes = new Map<string, number>();

  /** The number of a word, a new one for a word that is new. */
  code(word: string): number {
    const known = this.codes.get(word);
    if (known !== undefined) return known;
    this.codes.set(word, this.words.length);
    return this.words.push(word) - 1;
  }

  /** The number of a word, −1 for one that is not known. */
  find(word: string): number {
    return this.codes.get(word) ?? -1;
  }
}

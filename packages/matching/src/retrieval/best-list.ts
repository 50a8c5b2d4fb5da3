import type { VolunteerColumns } from './volunteer-columns.js';

/** The best so far, the worst of them on top of a heap: score, when asked, and whose row it is. */
export class BestList {
  count = 0;
  /** The score of the worst, −∞ while there is room. */
  least = -Infinity;
  readonly score: Float64Array;
  private readonly asked: Float64Array;
  private readonly row: Int32Array;
  private readonly columns: VolunteerColumns[] = [];

  constructor(readonly room: number) {
    this.score = new Float64Array(room);
    this.asked = new Float64Array(room);
    this.row = new Int32Array(room);
  }

  get full(): boolean {
    return this.count === this.room;
  }

  /** Whether somebody would have a place. */
  takes(score: number, columns: VolunteerColumns, row: number): boolean {
    return this.count < this.room || score > this.least || (score === this.least && this.comesBefore(score, columns, row, 0));
  }

  add(score: number, columns: VolunteerColumns, row: number): void {
    if (this.count < this.room) {
      let at = this.count++;
      while (at > 0) {
        const above = (at - 1) >> 1;
        if (this.comesBefore(score, columns, row, above)) break;
        this.move(above, at);
        at = above;
      }
      this.put(at, score, columns, row);
    } else {
      this.sink(this.count, score, columns, row);
    }
    if (this.count === this.room) this.least = this.score[0]!;
  }

  /** All of them, best first; the list is empty afterwards. */
  drain(): { score: number; columns: VolunteerColumns; row: number }[] {
    const all = new Array<{ score: number; columns: VolunteerColumns; row: number }>(this.count);
    for (let left = this.count - 1; left >= 0; left--) {
      all[left] = { score: this.score[0]!, columns: this.columns[0]!, row: this.row[0]! };
      this.count = left;
      if (left > 0) this.sink(left, this.score[left]!, this.columns[left]!, this.row[left]!);
    }
    return all;
  }

  private sink(count: number, score: number, columns: VolunteerColumns, row: number): void {
    let at = 0;
    for (;;) {
      let worse = 2 * at + 1;
      if (worse >= count) break;
      if (worse + 1 < count && this.comesBefore(this.score[worse]!, this.columns[worse]!, this.row[worse]!, worse + 1)) worse++;
      if (!this.comesBefore(score, columns, row, worse)) break;
      this.move(worse, at);
      at = worse;
    }
    this.put(at, score, columns, row);
  }

  private comesBefore(score: number, columns: VolunteerColumns, row: number, at: number): boolean {
    if (score !== this.score[at]!) return score > this.score[at]!;
    const tie = columns.tie(row);
    if (tie !== this.asked[at]!) return tie < this.asked[at]!;
    return columns.compareIds(row, this.columns[at]!, this.row[at]!) < 0;
  }

  private put(at: number, score: number, columns: VolunteerColumns, row: number): void {
    this.score[at] = score;
    this.asked[at] = columns.tie(row);
    this.row[at] = row;
    this.columns[at] = columns;
  }

  private move(from: number, to: number): void {
    this.score[to] = this.score[from]!;
    this.asked[to] = this.asked[from]!;
    this.row[to] = this.row[from]!;
    this.columns[to] = this.columns[from]!;
  }
}

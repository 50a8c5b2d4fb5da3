/** The largest flow of a network of whole numbers (Dinic): levels by breadth, then as many paths as a level graph has. */
export class FlowNetwork {
  private readonly to: number[] = [];
  private readonly room: number[] = [];
  private readonly out: number[][] = [];

  /** @returns the number of a new node */
  node(): number {
    return this.out.push([]) - 1;
  }

  /** @returns the number of the arc, for `flowOf` */
  arc(from: number, to: number, capacity: number): number {
    this.out[from]!.push(this.to.length);
    this.to.push(to);
    this.room.push(capacity);
    this.out[to]!.push(this.to.length);
    this.to.push(from);
    this.room.push(0);
    return this.to.length - 2;
  }

  /** What flows through an arc: the room of its way back. */
  flowOf(arc: number): number {
    return this.room[arc + 1]!;
  }

  max(source: number, sink: number): number {
    let flow = 0;
    for (let levels = this.levels(source); levels[sink]! >= 0; levels = this.levels(source)) {
      const tried = new Int32Array(this.out.length);
      for (let more = this.push(source, sink, Infinity, levels, tried); more > 0; more = this.push(source, sink, Infinity, levels, tried)) flow += more;
    }
    return flow;
  }

  private levels(source: number): Int32Array {
    const levels = new Int32Array(this.out.length).fill(-1);
    levels[source] = 0;
    const queue = [source];
    for (let head = 0; head < queue.length; head++) {
      const node = queue[head]!;
      for (const arc of this.out[node]!) {
        const other = this.to[arc]!;
        if (this.room[arc]! === 0 || levels[other]! >= 0) continue;
        levels[other] = levels[node]! + 1;
        queue.push(other);
      }
    }
    return levels;
  }

  /** Paths are as short as there are kinds of nodes, so the depth of the recursion is small. */
  private push(node: number, sink: number, most: number, levels: Int32Array, tried: Int32Array): number {
    if (node === sink) return most;
    const arcs = this.out[node]!;
    for (; tried[node]! < arcs.length; tried[node]!++) {
      const arc = arcs[tried[node]!]!;
      const other = this.to[arc]!;
      if (this.room[arc]! === 0 || levels[other] !== levels[node]! + 1) continue;
      const pushed = this.push(other, sink, Math.min(most, this.room[arc]!), levels, tried);
      if (pushed === 0) continue;
      this.room[arc]! -= pushed;
      this.room[arc ^ 1]! += pushed;
      return pushed;
    }
    return 0;
  }
}

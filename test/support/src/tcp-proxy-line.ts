import type { Socket } from 'node:net';

/** What a network is like. What is left out is as it is. */
export interface Conditions {
  /** Milliseconds that each piece takes, and by how much that varies, evenly. The order is kept. */
  readonly latency?: number;
  readonly jitter?: number;
  /** Bytes a second, in each direction of each connection. */
  readonly rate?: number;
}

const UNDER_WAY_AT_MOST = 1_000_000; // bytes; then the sender has to wait

/** One direction of one connection that goes through the proxy. */
export class Line {
  /** Passes nothing on, neither bytes nor the end, and tells nobody. */
  isMute = false;
  /** How many more bytes it passes on; then it breaks. */
  left = Infinity;
  /** Told each time that something is sent, before it is passed on or swallowed. */
  onPiece: (piece: Buffer) => void = () => {};
  private readonly underWay: { readonly due: number; readonly piece: Buffer | 'end' }[] = [];
  private bytes = 0;
  private freeAt = 0;
  private timer: NodeJS.Timeout | undefined;

  /** @param now the conditions of the moment @param random even numbers in [0, 1) */
  constructor(private readonly from: Socket, private readonly to: Socket, private readonly now: () => Conditions, private readonly random: () => number) {
    from.on('data', (chunk: Buffer) => {
      this.onPiece(chunk);
      if (!this.isMute) this.send(chunk.subarray(0, this.left));
    });
    from.on('end', () => { if (!this.isMute) this.send('end'); });
    from.on('close', () => clearTimeout(this.timer));
    to.on('drain', () => this.makeWait());
  }

  private send(piece: Buffer | 'end'): void {
    const { latency = 0, jitter = 0, rate = Infinity } = this.now();
    const size = piece === 'end' ? 0 : piece.length;
    this.left -= size;
    this.bytes += size;
    this.freeAt = Math.max(this.freeAt, performance.now() + latency + jitter * (2 * this.random() - 1)) + (1_000 * size) / rate;
    this.underWay.push({ due: this.freeAt, piece });
    if (this.left === 0) this.underWay.push({ due: this.freeAt, piece: 'end' });
    this.makeWait();
    if (this.timer === undefined) this.arrive();
  }

  private arrive(): void {
    this.timer = undefined;
    for (let first = this.underWay[0]; first; first = this.underWay[0]) {
      const wait = first.due - performance.now();
      if (wait > 0) {
        this.timer = setTimeout(() => this.arrive(), wait);
        return;
      }
      this.underWay.shift();
      if (first.piece === 'end') this.finish();
      else {
        this.bytes -= first.piece.length;
        if (this.to.writable && !this.isMute) this.to.write(first.piece);
      }
      this.makeWait();
    }
  }

  private finish(): void {
    if (this.left > 0) this.to.end();
    else this.to.end(() => { // whoever receives has exactly what was allowed, and the end; whoever sends learns that it broke
      this.to.destroy();
      this.from.resetAndDestroy();
    });
  }

  private makeWait(): void {
    if (this.bytes + this.to.writableLength > UNDER_WAY_AT_MOST) this.from.pause();
    else this.from.resume();
  }
}

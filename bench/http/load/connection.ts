import { connect, type Socket } from 'node:net';

/** What a server answered. */
export interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

const HEAD_END = Buffer.from('\r\n\r\n');
const LAST_CHUNK = Buffer.from('0\r\n\r\n');

interface Head {
  readonly end: number;
  readonly status: number;
  /** Null: it comes in chunks. */
  readonly length: number | null;
}

/**
 * One connection that is kept alive and asks one thing after the other. It reads no more of HTTP than it must: what the load costs, the
 * servers do not have.
 */
export class Connection {
  private socket: Socket | null = null;
  private received: Buffer[] = [];
  private size = 0;
  private head: Head | null = null;
  private settle: { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void } | null = null;

  constructor(private readonly url: URL) {}

  /** Sends a request that is whole and waits for its answer. Rejects where the connection breaks. */
  ask(request: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.received = [];
      this.size = 0;
      this.head = null;
      this.settle = { resolve, reject };
      (this.socket ?? this.open()).write(request);
    });
  }

  close(): void {
    this.socket?.destroy();
    this.socket = null;
  }

  private open(): Socket {
    const socket = connect({ host: this.url.hostname, port: Number(this.url.port), noDelay: true });
    const lost = (error?: Error): void => {
      this.socket = null;
      this.settle?.reject(error ?? new Error('The connection was closed.'));
      this.settle = null;
    };
    socket.on('data', (chunk) => {
      this.take(chunk);
    });
    socket.on('error', lost).on('close', () => {
      lost();
    });
    this.socket = socket;
    return socket;
  }

  private take(chunk: Buffer): void {
    this.received.push(chunk);
    this.size += chunk.length;
    this.head ??= this.readHead();
    if (this.head === null) {
      return;
    }
    const { end, status, length } = this.head;
    if (length === null ? this.isLast(chunk) : this.size >= end + length) {
      const body = this.whole().subarray(end);
      const settle = this.settle;
      this.settle = null;
      settle?.resolve({ status, body: length === null ? dechunked(body) : body });
    }
  }

  /** The end may have come in two parts. */
  private isLast(chunk: Buffer): boolean {
    const tail = chunk.length >= LAST_CHUNK.length ? chunk : this.whole();
    return tail.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK);
  }

  private whole(): Buffer {
    const [only] = this.received;
    return only && this.received.length === 1 ? only : Buffer.concat(this.received);
  }

  private readHead(): Head | null {
    const whole = this.whole();
    const at = whole.indexOf(HEAD_END);
    if (at < 0) {
      return null;
    }
    const text = whole.toString('latin1', 0, at).toLowerCase();
    const length = /\r\ncontent-length: *(\d+)/.exec(text)?.[1];
    return {
      end: at + HEAD_END.length,
      status: Number(text.slice(9, 12)),
      length: length === undefined ? null : Number(length),
    };
  }
}

const dechunked = (body: Buffer): Buffer => {
  const parts: Buffer[] = [];
  for (let at = 0; ;) {
    const line = body.indexOf('\r\n', at);
    const length = Number.parseInt(body.toString('latin1', at, line), 16);
    if (!(length > 0)) {
      return Buffer.concat(parts);
    }
    parts.push(body.subarray(line + 2, line + 2 + length));
    at = line + 2 + length + 2;
  }
};

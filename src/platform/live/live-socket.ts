import { CloseCode, type WebSocket as ProtocolSocket } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { log } from '../logging.js';
import type { SocketLimits } from './socket-limits.js';

/** What became of a client, by how long it has let us wait. */
type State = 'fine' | 'slow' | 'gone';

/**
 * One connection of a client. `send` comes back when the message has gone out, so that whoever sends one after the other never
 * has more than one waiting; a client that does not read is not listened to either.
 */
export class LiveSocket implements ProtocolSocket {
  private readonly closed: Promise<void>;
  private unsent = 0;
  private progressAt = performance.now();
  private heardAt = performance.now();
  private pingedAt = performance.now();

  constructor(
    private readonly socket: WebSocket,
    private readonly limits: SocketLimits,
  ) {
    this.closed = new Promise((resolve) => {
      socket.once('close', () => {
        resolve();
      });
    });
    socket.on('pong', () => {
      this.hear();
    });
    socket.on('ping', () => {
      this.hear();
    });
    socket.on('error', (error) => {
      // It closes by itself; mostly the client sent what is no WebSocket, or too much.
      log.debug({ reason: error.message }, 'a connection of a client failed');
    });
  }

  get protocol(): string {
    return this.socket.protocol;
  }

  get isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  send(data: string): Promise<void> {
    if (!this.isOpen) {
      // Not at once, or whoever has more to send would go on until it is closed.
      return this.closed;
    }
    if (this.unsent === 0) {
      this.progressAt = performance.now();
    }
    this.unsent += 1;
    return new Promise((resolve) => {
      this.socket.send(data, () => {
        // Also where it failed: then the connection is closing, and nobody waits for it.
        this.unsent -= 1;
        this.progressAt = performance.now();
        this.listenAgain();
        resolve();
      });
    });
  }

  /** Closes it with a reason; a client that does not answer to that is cut off. */
  close(code?: number, reason?: string): void {
    this.socket.close(code, reason);
    setTimeout(() => {
      this.socket.terminate();
    }, this.limits.farewell).unref();
  }

  onMessage(take: (data: string) => Promise<void>): void {
    this.socket.on('message', (data: Buffer) => {
      this.hear();
      if (this.isOpen) {
        take(data.toString()).catch((error: unknown) => {
          log.error({ err: error }, 'a message of a client could not be dealt with');
          this.close(CloseCode.InternalServerError, 'Internal server error');
        });
      }
    });
  }

  onClosed(tell: (code: number, reason: string) => void): void {
    this.socket.once('close', (code, reason) => {
      tell(code, reason.toString());
    });
  }

  /** Asks a client that has been silent for a while whether it is there, and says what is to be thought of it. */
  look(): State {
    const now = performance.now();
    this.listenAgain();
    if (!this.isOpen) {
      return 'fine';
    }
    if (this.unsent > 0 && now - this.progressAt > this.limits.stalledAfter) {
      return 'slow';
    }
    if (now - this.heardAt > this.limits.goneAfter) {
      return 'gone';
    }
    if (now - this.pingedAt > this.limits.pingEvery) {
      this.pingedAt = now;
      this.socket.ping();
    }
    return 'fine';
  }

  cutOff(): void {
    this.socket.terminate();
  }

  private hear(): void {
    this.heardAt = performance.now();
    if (this.socket.bufferedAmount > this.limits.mostUnsent) {
      this.socket.pause();
    }
  }

  private listenAgain(): void {
    if (this.socket.isPaused && this.socket.bufferedAmount <= this.limits.mostUnsent) {
      this.socket.resume();
    }
  }
}

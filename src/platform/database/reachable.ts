import { connect } from 'node:net';

export interface Place {
  /** A name, an address, or the folder of a socket. */
  readonly host: string;
  readonly port: number;
}

// Asks whether TLS is spoken: the one question PostgreSQL answers before it is told who asks.
const SPEAKS_TLS = Buffer.from('0000000804d2162f', 'hex');

/** Whether a PostgreSQL answers anything at all within so many milliseconds. It takes one way there and back, and no account. */
export const isReachable = ({ host, port }: Place, withinMs: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port });
    const end = (answered: boolean): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answered);
    };
    const timer = setTimeout(end, withinMs, false).unref();
    socket
      .once('data', () => {
        end(true);
      })
      .once('error', () => {
        end(false);
      })
      .once('close', () => {
        end(false);
      })
      .write(SPEAKS_TLS);
  });

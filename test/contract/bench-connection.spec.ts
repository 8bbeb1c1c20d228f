import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { setImmediate as soon } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Connection } from '../../bench/http/load/connection.js';

const endings: (() => void)[] = [];

/** A connection to a server that answers each request with these pieces, one after the other; null: it hangs up. */
const answeredBy = async (...pieces: readonly (string | null)[]): Promise<Connection> => {
  const answer = async (socket: Socket): Promise<void> => {
    for (const piece of pieces) {
      if (piece === null) {
        socket.destroy();
        return;
      }
      await new Promise((written) => socket.write(piece, written));
      await soon();
    }
  };
  const server = createServer({ noDelay: true }, (socket) => {
    socket.on('data', () => void answer(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const connection = new Connection(new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  endings.push(() => {
    connection.close();
    server.close();
  });
  return connection;
};

const ask = async (connection: Connection): Promise<readonly [number, string]> => {
  const { status, body } = await connection.ask(Buffer.from('GET / HTTP/1.1\r\n\r\n'));
  return [status, body.toString()];
};

describe('the connection that a benchmark asks by', () => {
  afterEach(() => {
    endings.splice(0).forEach((end) => {
      end();
    });
  });

  it.each<readonly [what: string, ...pieces: readonly string[]]>([
    ['at once', 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello'],
    ['in pieces', 'HTTP/1.1 200 OK\r\nContent-', 'Length: 5\r', '\n\r\nhe', 'llo'],
    ['in chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n'],
    ['in chunks whose end is torn', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r', '\n\r\n'],
  ])('reads an answer that comes %s, and the next', async (_, ...pieces) => {
    const connection = await answeredBy(...pieces);
    expect(await ask(connection)).toEqual([200, 'hello']);
    expect(await ask(connection)).toEqual([200, 'hello']);
  });

  it('tells of a server that hangs up, and asks it again', async () => {
    const connection = await answeredBy('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhe', null);
    await expect(ask(connection)).rejects.toThrow('closed');
    await expect(ask(connection)).rejects.toThrow('closed');
  });
});

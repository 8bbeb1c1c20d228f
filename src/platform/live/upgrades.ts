import { STATUS_CODES, type IncomingMessage, type Server } from 'node:http';
import type { Socket } from 'node:net';

type Take = (request: IncomingMessage, socket: Socket, head: Buffer) => void;

/** Answers a request that cannot become a WebSocket, and closes. */
export const refuseUpgrade = (
  socket: Socket,
  status: number,
  message: string,
  retryAfterSeconds: number | null = null,
): void => {
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Connection: close',
    ...(retryAfterSeconds === null ? [] : [`Retry-After: ${retryAfterSeconds}`]),
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(message)}`,
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${message}`);
};

/**
 * Gives every request for a WebSocket to `take`. Once a server listens to upgrades, Node gives it all of them: those for another
 * protocol, as h2c, which some clients offer with any request, go on as if they had not offered it.
 */
export const takeUpgrades = (server: Server, take: Take): void => {
  server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    if (request.headers.upgrade?.toLowerCase() === 'websocket') {
      socket.on('error', () => {
        socket.destroy();
      });
      take(request, socket, head);
    } else {
      goOn(server, request, socket, head);
    }
  });
};

const ABOUT_UPGRADES = new Set(['upgrade', 'connection', 'http2-settings']);

/** The request is read once more, without what was said of upgrades. */
const goOn = (server: Server, request: IncomingMessage, socket: Socket, head: Buffer): void => {
  const { method = 'GET', url = '/', httpVersion, rawHeaders } = request;
  const lines = [`${method} ${url} HTTP/${httpVersion}`];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const [name = '', value = ''] = rawHeaders.slice(index, index + 2);
    if (!ABOUT_UPGRADES.has(name.toLowerCase())) {
      lines.push(`${name}: ${value}`);
    }
  }
  socket.unshift(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), head]));
  server.emit('connection', socket);
};

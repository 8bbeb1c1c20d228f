import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { GraphQLInt, GraphQLNonNull, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import type { WebSocket } from 'ws';
import { fault } from '../../src/platform/faults.js';
import { formatErrorWith } from '../../src/platform/graphql/format-error.js';
import { DOCUMENT_LIMITS } from '../../src/platform/graphql/document-limits.js';
import { COST_POLICY } from '../../src/cost-policy.js';
import { GraphqlSockets, type Guest, type SocketPolicy } from '../../src/platform/live/graphql-sockets.js';
import { SOCKET_LIMITS } from '../../src/platform/live/socket-limits.js';
import type { EventContext } from '../../src/platform/live/tell-events.js';
import { takeUpgrades } from '../../src/platform/live/upgrades.js';
import { closing, rawSocket, socketClient } from '../support/live.js';
import { until } from '../support/until.js';

const LONG = 'x'.repeat(1_000_000);

/** A server of its own, whose subscriptions tell long texts as fast as they are taken, or nothing at all. */
class Room {
  readonly lost: (() => void)[] = [];
  /** Events that were asked for, and streams that ended. */
  asked = 0;
  opened = 0;
  ended = 0;
  readonly sockets: GraphqlSockets;
  readonly http: Server;
  url = '';

  constructor(limits: Partial<SocketPolicy['limits']> = {}) {
    const context = (): EventContext => ({ portfolios: 'ALL', afresh: context });
    this.sockets = new GraphqlSockets({
      schema: () => this.schema,
      admit: (authorization) =>
        authorization === undefined
          ? Promise.reject(fault('UNAUTHENTICATED', 'Who are you?'))
          : authorization === 'Bearer away'
            ? Promise.reject(new Error('Connection terminated'))
            : Promise.resolve(this.guest(authorization, context)),
      isOwnOrigin: () => false,
      formatError: formatErrorWith(() => undefined),
      reading: { limits: { ...DOCUMENT_LIMITS, tokens: 100 }, cost: COST_POLICY },
      limits: { ...SOCKET_LIMITS, lookEvery: 20, farewell: 100, ...limits },
    });
    this.http = createServer((request, response) => {
      let body = '';
      request.on('data', (piece: Buffer) => (body += piece.toString()));
      request.on('end', () => response.end(`${request.method} ${request.url} ${body}`));
    });
    takeUpgrades(this.http, (request, socket, head) => {
      this.sockets.take(request, socket, head);
    });
  }

  private guest(id: string, context: () => EventContext): Guest {
    return {
      id,
      context,
      renew: () => Promise.resolve(),
      onLost: (end) => {
        this.lost.push(end);
      },
    };
  }

  private readonly schema = new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', fields: { nothing: { type: GraphQLString } } }),
    subscription: new GraphQLObjectType({
      name: 'Subscription',
      fields: {
        flood: {
          type: new GraphQLNonNull(GraphQLString),
          args: { most: { type: GraphQLInt } },
          resolve: () => LONG,
          subscribe: (_: unknown, { most = Infinity }: { most?: number }) => this.stream(() => this.asked < most),
        },
        silence: { type: GraphQLString, subscribe: () => this.stream(() => false) },
      },
    }),
  });

  private stream(hasMore: () => boolean): AsyncIterableIterator<unknown> {
    this.opened += 1;
    let finish: (over: { done: true; value: undefined }) => void = () => undefined;
    const stream: AsyncIterableIterator<unknown> = {
      next: () => {
        if (hasMore()) {
          this.asked += 1;
          return Promise.resolve({ done: false, value: {} });
        }
        return new Promise((resolve) => {
          finish = resolve;
        });
      },
      return: () => {
        this.ended += 1;
        finish({ done: true, value: undefined });
        return Promise.resolve({ done: true, value: undefined });
      },
      [Symbol.asyncIterator]: () => stream,
    };
    return stream;
  }

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.http.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.http.address() as AddressInfo).port}`;
    return this;
  }

  async close(): Promise<void> {
    await this.sockets.close();
    this.http.closeAllConnections();
    await new Promise((resolve) => this.http.close(resolve));
  }
}

const subscribe = (field: string, id = '1'): string =>
  JSON.stringify({ id, type: 'subscribe', payload: { query: `subscription { ${field} }` } });

/** A bare connection that has been let in. */
const letIn = async (url: string, user = 'ann'): Promise<{ socket: WebSocket; messages: string[] }> => {
  const socket = rawSocket(url, { headers: { authorization: user } });
  const messages: string[] = [];
  socket.on('message', (data) => messages.push((data as Buffer).toString()));
  socket.on('open', () => {
    socket.send('{"type":"connection_init"}');
  });
  await until('to be let in', () => messages.length > 0);
  return { socket, messages };
};

describe('the WebSockets of GraphQL', () => {
  let room: Room;
  const open = async (limits: Partial<SocketPolicy['limits']> = {}): Promise<Room> => {
    room = await new Room(limits).open();
    return room;
  };
  afterEach(() => room.close());

  it('end a client that reads nothing of what waits for it, hold little for it meanwhile, and go on for others', async () => {
    await open({ stalledAfter: 3_000 });
    const slow = await letIn(room.url);
    const others: unknown[] = [];
    const other = socketClient(room.url, 'other');
    slow.socket.send(subscribe('flood'));
    await until('a first event', () => slow.messages.length > 1);
    slow.socket.pause();
    // What the kernel takes for a client that does not read is some megabytes; after that nothing more is asked for.
    await until('the end of the slow one', () => room.sockets.endings.slow === 1);
    const asked = room.asked;
    expect(asked).toBeLessThan(100);
    other.subscribe(
      { query: `subscription { flood(most: ${asked + 50}) }` },
      { next: (each) => others.push(each), error: () => undefined, complete: () => undefined },
    );
    await until('the others', () => others.length >= 45);
    await until('one connection less', () => room.sockets.connections === 1);
    expect(room.ended).toBe(1);
    slow.socket.resume();
    await closing(slow.socket);
    await other.dispose();
  });

  it('do not listen to a client that reads no answers', async () => {
    await open({ stalledAfter: 60_000 });
    const { socket } = await letIn(room.url);
    const before = process.memoryUsage().arrayBuffers;
    socket.pause();
    const ping = JSON.stringify({ type: 'ping', payload: { text: 'x'.repeat(60_000) } });
    for (let count = 0; count < 2_000; count += 1) {
      socket.send(ping);
    }
    // They wait at the sender: what the kernel does not take, and we do not.
    await until('nothing more to be taken', async () => {
      const amount = socket.bufferedAmount;
      await new Promise((resolve) => setTimeout(resolve, 200));
      return amount > 0 && socket.bufferedAmount === amount;
    });
    expect(socket.bufferedAmount).toBeGreaterThan(60_000_000);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60_000_000 * 4);
    socket.terminate();
  });

  it('end one that gives no sign of life', async () => {
    await open({ goneAfter: 2_000, pingEvery: 100 });
    const { socket } = await letIn(room.url);
    const lively = await letIn(room.url);
    socket.pause();
    await until('the end of it', () => room.sockets.connections === 1);
    expect(room.sockets.endings).toEqual({ slow: 0, gone: 1 });
    lively.socket.close();
    socket.resume();
  });

  it('take so many subscriptions on a connection and no more', async () => {
    await open({ mostSubscriptions: 2 });
    const { socket, messages } = await letIn(room.url);
    ['a', 'b', 'c'].forEach((id) => {
      socket.send(subscribe('silence', id));
    });
    await until('a refusal', () => messages.length === 2);
    expect(JSON.parse(messages[1]!)).toEqual({
      id: 'c',
      type: 'error',
      payload: [{ message: expect.stringContaining('at most 2'), extensions: { code: 'BAD_REQUEST' } }],
    });
    socket.send('{"id":"a","type":"complete"}');
    await until('the end of one', () => room.ended === 1);
    socket.send(subscribe('silence', 'd'));
    socket.send(subscribe('silence', 'e'));
    await until('another refusal', () => messages.length === 3);
    expect(JSON.parse(messages[2]!)).toMatchObject({ id: 'e' });
    socket.close();
    await until('the end of all', () => room.ended === 3);
  });

  it('take so many connections of one user and no more, and of all', async () => {
    await open({ mostOfGuest: 2, mostConnections: 4 });
    await letIn(room.url, 'ann');
    const leaver = await letIn(room.url, 'ann');
    await letIn(room.url, 'ben');
    const third = rawSocket(room.url, { headers: { authorization: 'ann' } });
    third.on('open', () => {
      third.send('{"type":"connection_init"}');
    });
    expect(await closing(third)).toEqual({ code: 4429, reason: 'More than 2 connections of one user' });
    leaver.socket.close();
    await until('a place', () => room.sockets.connections === 2);
    await letIn(room.url, 'ann');
    await letIn(room.url, 'cid');
    const fifth = rawSocket(room.url);
    const status = await new Promise((resolve) => {
      fifth
        .on('error', () => undefined)
        .on('unexpected-response', (_, { statusCode }) => {
          resolve(statusCode);
        });
    });
    expect(status).toBe(503);
    fifth.terminate();
  });

  it.each([
    ['that is longer than may be', JSON.stringify({ type: 'ping', payload: { text: 'x'.repeat(70_000) } }), 1009],
    ['that is no message', 'hello', 4400],
    ['of an unknown type', '{"type":"query"}', 4400],
    ['that subscribes before it says who it is', subscribe('silence'), 4401],
    ['that says who it is without saying it', '{"type":"connection_init"}', 4403],
    ['that cannot be looked up just now', '{"type":"connection_init","payload":{"authorization":"Bearer away"}}', 1013],
  ])('close a connection on a message %s', async (_, message, code) => {
    await open();
    const socket = rawSocket(room.url);
    socket.on('open', () => {
      socket.send(message);
    });
    expect(await closing(socket)).toMatchObject({ code });
  });

  it('close a connection that does not say who it is in time, and one of another protocol', async () => {
    await open({ initWithin: 500 });
    expect(await closing(rawSocket(room.url))).toMatchObject({ code: 4408 });
    const { WebSocket: Plain } = await import('ws');
    expect(await closing(new Plain(`${room.url.replace('http', 'ws')}/graphql`))).toMatchObject({ code: 4406 });
  });

  it('close the connection of somebody who is not admitted any more', async () => {
    await open();
    const { socket } = await letIn(room.url);
    socket.send(subscribe('silence'));
    await until('a subscription', () => room.opened === 1);
    room.lost.forEach((end) => {
      end();
    });
    expect(await closing(socket)).toEqual({ code: 4403, reason: 'Forbidden' });
    await until('the end of its subscription', () => room.ended === 1);
  });

  it('say goodbye when they close, also to one that does not answer', async () => {
    await open();
    const { socket } = await letIn(room.url);
    const deaf = await letIn(room.url);
    deaf.socket.pause();
    const closed = closing(socket);
    await room.sockets.close();
    expect(await closed).toEqual({ code: 1001, reason: 'Going away' });
    expect(room.sockets.connections).toBe(0);
    deaf.socket.resume();
  });

  it('leave requests alone that offer another protocol besides', async () => {
    await open();
    const socket: Socket = connect(Number(new URL(room.url).port), '127.0.0.1');
    let answer = '';
    socket.on('data', (piece) => (answer += piece.toString()));
    socket.write(
      'POST /hooks?x=1 HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\nContent-Length: 10\r\n\r\nfirst',
    );
    socket.write('-rest');
    await until('an answer', () => answer.includes('POST'));
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(answer).toContain('POST /hooks?x=1 first-rest');
    answer = '';
    socket.write('GET /again HTTP/1.1\r\nHost: x\r\n\r\n');
    await until('a second answer', () => answer.includes('GET /again'));
    socket.destroy();
  });
});

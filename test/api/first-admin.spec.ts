import { createServer as createNetServer, type AddressInfo, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { probePort } from '../../src/platform/http/probe-port.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { MakeFirstAdmin } from '../../src/modules/identity/commands/make-first-admin.js';
import { newToken } from '../../src/modules/identity/token-form.js';
import { Clock } from '../../src/platform/clock.js';
import { createServer } from '../../src/server.js';

describe('a first start', () => {
  let database: TestDatabase;
  let makeFirstAdmin: MakeFirstAdmin;
  let close: () => Promise<void>;

  beforeAll(async () => {
    database = await createTestDatabase();
    const app = await createServer({ source: database.served, clock: new Clock() });
    makeFirstAdmin = app.get(MakeFirstAdmin);
    close = () => app.close();
  });

  afterAll(async () => {
    await close();
    await database.drop();
  });

  it('refuses a token that looks like ours and could never sign in, before it makes anything', async () => {
    const token = newToken();
    const mistyped = token.slice(0, -1) + (token.endsWith('a') ? 'b' : 'a');
    await expect(makeFirstAdmin.run(mistyped)).rejects.toThrow('TOLLGATE_BOOTSTRAP_TOKEN');
    expect(await database.source.query("SELECT 1 FROM app_user WHERE name <> 'Tollgate'")).toEqual([]);
  });

  it('makes one admin, however many processes start at once, and tells the token once', async () => {
    const made = await Promise.all(Array.from({ length: 5 }, () => makeFirstAdmin.run(null)));
    expect(made.filter((admin) => admin !== null)).toMatchObject([{ newToken: expect.stringMatching(/^tgt_/) }]);
    expect(await makeFirstAdmin.run(null)).toBeNull();
    expect(await database.source.query("SELECT 1 FROM app_user WHERE name <> 'Tollgate'")).toHaveLength(1);
  });
});

describe('a port', () => {
  let other: Server;
  let taken: number;

  beforeAll(async () => {
    other = createNetServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    taken = (other.address() as AddressInfo).port;
  });

  afterAll(() => new Promise((resolve) => other.close(resolve)));

  it('that another program has is found out before anything is made, with a word on what to do', async () => {
    await expect(probePort(taken, '127.0.0.1')).rejects.toThrow(`Port ${taken} is taken`);
    await expect(probePort(taken, '127.0.0.1')).rejects.toThrow('set PORT to another one');
  });

  it('that is free is free again after the probe', async () => {
    await probePort(0, '127.0.0.1');
    await new Promise((resolve) => other.close(resolve));
    await probePort(taken, '127.0.0.1');
    await new Promise<void>((resolve) => other.listen(taken, '127.0.0.1', resolve));
  });
});

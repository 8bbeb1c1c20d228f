import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A network between the server and its PostgreSQL that does what a test says. It begins with letting all pass. */
export interface FaultProxy {
  /** The address of the same database through it. */
  readonly url: string;
  /** All is well again: what was held up goes on, and connections that were closed meanwhile are found closed. */
  heal(): void;
  /** Everything takes so many milliseconds longer, each way. */
  delay(milliseconds: number): void;
  /** Nothing passes any more, and nobody is told. */
  stall(): void;
  /** All connections are broken, and none are made. */
  cut(): void;
  /** The next so many times COMMIT gets there, its answer does not, and the connection is broken. */
  swallowCommits(count: number): void;
  /** The next so many connections are made, and lead nowhere. */
  loseConnections(count: number): void;
  /** Connections to come lead to the same database on another port. */
  leadTo(port: number): void;
  /** How many answers to COMMIT were swallowed so far. */
  readonly swallowed: number;
  stop(): Promise<void>;
}

const COMMIT = Buffer.from('COMMIT\0');

/** One direction of a connection: passes on in order, with the delay there is, and holds up what comes while it is stalled. */
class Lane {
  private readonly held: (() => void)[] = [];

  constructor(private readonly faults: { delayMs: number; isStalled: boolean }) {}

  pass(onward: () => void): void {
    if (this.faults.delayMs > 0) {
      setTimeout(() => {
        this.now(onward);
      }, this.faults.delayMs);
    } else {
      this.now(onward);
    }
  }

  resume(): void {
    for (const onward of this.held.splice(0)) {
      onward();
    }
  }

  private now(onward: () => void): void {
    if (this.faults.isStalled) {
      this.held.push(onward);
    } else {
      onward();
    }
  }
}

/** Stands on a free port of this machine before the PostgreSQL at an address. */
export const startFaultProxy = async (target: string): Promise<FaultProxy> => {
  const { hostname, port: first } = new URL(target);
  let port = Number(first);
  const faults = { delayMs: 0, isStalled: false, isCut: false, toSwallow: 0, toLose: 0, swallowed: 0 };
  const sockets = new Set<Socket>();
  const lanes = new Set<Lane>();

  const server = createServer((client) => {
    if (faults.isCut) {
      client.destroy();
      return;
    }
    if (faults.toLose > 0) {
      faults.toLose -= 1;
      sockets.add(client);
      client.on('error', () => undefined).on('close', () => sockets.delete(client));
      return;
    }
    const database = connect(port, hostname);
    const there = new Lane(faults);
    const back = new Lane(faults);
    let swallows = false;
    const join = (from: Socket, to: Socket, lane: Lane, take: (chunk: Buffer) => void): void => {
      sockets.add(from);
      lanes.add(lane);
      from.setNoDelay(true);
      from.on('data', take);
      from.on('error', () => undefined);
      from.on('close', () => {
        sockets.delete(from);
        lane.pass(() => {
          lanes.delete(lane);
          to.destroy();
        });
      });
    };
    join(client, database, there, (chunk) => {
      there.pass(() => {
        if (faults.toSwallow > 0 && chunk.includes(COMMIT)) {
          faults.toSwallow -= 1;
          swallows = true;
        }
        database.write(chunk);
      });
    });
    join(database, client, back, (chunk) => {
      back.pass(() => {
        if (swallows) {
          faults.swallowed += 1;
          client.destroy();
        } else {
          client.write(chunk);
        }
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const url = new URL(target);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const breakAll = (): void => {
    sockets.forEach((socket) => socket.destroy());
  };
  return {
    url: url.href,
    heal: () => {
      Object.assign(faults, { delayMs: 0, isStalled: false, isCut: false, toSwallow: 0, toLose: 0 });
      lanes.forEach((lane) => {
        lane.resume();
      });
    },
    delay: (milliseconds) => {
      faults.delayMs = milliseconds;
    },
    stall: () => {
      faults.isStalled = true;
    },
    cut: () => {
      faults.isCut = true;
      breakAll();
    },
    swallowCommits: (count) => {
      faults.toSwallow = count;
    },
    loseConnections: (count) => {
      faults.toLose = count;
    },
    leadTo: (other) => {
      port = other;
    },
    get swallowed() {
      return faults.swallowed;
    },
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      breakAll();
      await closed;
    },
  };
};

import { countedAddress } from './client-address.js';
import { MinuteAllowance } from './minute-allowance.js';

/** What one address may have of the server in a minute; 0: any number. */
export interface AddressLimits {
  readonly requestsPerMinute: number;
  /** Of these, requests with credentials that do not hold. */
  readonly refusedPerMinute: number;
}

/** Counts what comes from each address, by whatever way it comes: requests, WebSockets, and tries to be let in that failed. RATE_LIMITED beyond. */
export class AddressAllowances {
  private readonly requests: MinuteAllowance;
  private readonly refused: MinuteAllowance;
  private readonly trying = new Map<string, number>();

  constructor({ requestsPerMinute, refusedPerMinute }: AddressLimits) {
    this.requests = new MinuteAllowance(
      'requests',
      requestsPerMinute,
      `More than ${requestsPerMinute} requests in a minute came from this address. Wait, and send fewer.`,
    );
    this.refused = new MinuteAllowance(
      'refused',
      refusedPerMinute,
      'Too many requests with credentials that do not hold came from this address. Wait, and send the right ones.',
    );
  }

  /** Takes one request of an address. */
  async take(address: string): Promise<void> {
    const client = countedAddress(address);
    await this.refused.mustBeLeft(client);
    await this.requests.take(client);
  }

  /** Counts credentials that did not hold. */
  noteRefused(address: string): Promise<void> {
    return this.refused.note(countedAddress(address));
  }

  /**
   * Has credentials tried that come on a connection which is there already: no more of one address at a time than it has tries left, so
   * that it has no more of them by having many connections.
   */
  async tried<T>(address: string, attempt: () => Promise<T>): Promise<T> {
    const client = countedAddress(address);
    const others = this.trying.get(client) ?? 0;
    this.trying.set(client, others + 1);
    try {
      await this.refused.mustBeLeft(client, others);
      return await attempt();
    } finally {
      const left = (this.trying.get(client) ?? 1) - 1;
      if (left === 0) {
        this.trying.delete(client);
      } else {
        this.trying.set(client, left);
      }
    }
  }
}

import { BlockList, isIP } from 'node:net';

/** A range of addresses, as `10.0.0.0/8` or `fd00::/8` states it. */
interface Network {
  readonly address: string;
  readonly prefix: number;
  readonly family: 'ipv4' | 'ipv6';
}

const networkIn = (text: string): Network | null => {
  const [address = '', prefix = '', ...more] = text.split('/');
  const family = isIP(address);
  const bits = Number(prefix);
  const isWhole = more.length === 0 && /^\d{1,3}$/.test(prefix) && bits <= (family === 4 ? 32 : 128);
  return family !== 0 && isWhole && !address.includes('%')
    ? { address, prefix: bits, family: family === 4 ? 'ipv4' : 'ipv6' }
    : null;
};

/** A set of addresses. An IPv4 address written as an IPv6 one (`::ffff:10.0.0.1`) counts as itself. */
export class Networks {
  private readonly list = new BlockList();

  /** Whether it holds no address at all. */
  readonly isEmpty: boolean;

  private constructor(networks: readonly Network[]) {
    this.isEmpty = networks.length === 0;
    for (const { address, prefix, family } of networks) {
      this.list.addSubnet(address, prefix, family);
    }
  }

  /** Reads ranges separated by commas; gives the text that is no range where there is one. */
  static read(text: string): { readonly networks: Networks } | { readonly malformed: string } {
    const texts = text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
    const networks: Network[] = [];
    for (const part of texts) {
      const network = networkIn(part);
      if (network === null) {
        return { malformed: part };
      }
      networks.push(network);
    }
    return { networks: new Networks(networks) };
  }

  /** The same for ranges that stand in the program. */
  static of(...ranges: readonly string[]): Networks {
    const read = Networks.read(ranges.join(','));
    if ('malformed' in read) {
      throw new Error(`"${read.malformed}" is no range of addresses.`);
    }
    return read.networks;
  }

  includes(address: string): boolean {
    const family = isIP(address);
    return family !== 0 && !address.includes('%') && this.list.check(address, family === 4 ? 'ipv4' : 'ipv6');
  }
}

export const NO_NETWORKS = Networks.of();

/** All that has an address of its own in the internet lies in these, and outside SPECIAL. */
const GLOBAL = Networks.of('0.0.0.0/0', '2000::/3');

/** The special purpose registries of IANA: this host, private, shared (CGNAT), loopback, link-local with the metadata of clouds, documentation, benchmarks, relays, multicast, reserved. */
const SPECIAL = Networks.of(
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
);

/** Whether an address is one of the public internet. */
export const isPublic = (address: string): boolean => GLOBAL.includes(address) && !SPECIAL.includes(address);

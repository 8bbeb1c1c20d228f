import { parseInstant, type Instant } from '../basics/instant.js';
import { healthOf, type ConnectionFacts } from './connection-health.js';

const at = (text: string): Instant => parseInstant(text) as Instant;
const NOW = at('2026-03-20T09:00:00Z');
const FINE: ConnectionFacts = {
  paused: false,
  isSecretReadable: true,
  isCredentialReadable: true,
  lastDeliveryAt: at('2026-03-20T08:00:00Z'),
  lastAppliedAt: at('2026-03-20T08:00:00Z'),
  waiting: 0,
  waitingSince: null,
  failed: 0,
  quarantined: 0,
  failedSignaturesAt: [],
};

describe('How a connection is doing', () => {
  it.each<[string, Partial<ConnectionFacts>]>([
    ['OK', {}],
    ['OK', { waiting: 1, waitingSince: at('2026-03-20T08:55:01Z') }],
    ['OK', { lastDeliveryAt: at('2026-03-13T09:00:01Z') }],
    ['OK', { failedSignaturesAt: Array<Instant>(4).fill(NOW) }],
    ['OK', { failedSignaturesAt: Array<Instant>(5).fill(at('2026-03-20T08:49:59Z')) }],
    ['SECRET_UNREADABLE', { isSecretReadable: false, paused: true }],
    ['SECRET_UNREADABLE', { isCredentialReadable: false }],
    ['PAUSED', { paused: true, failed: 1 }],
    ['SIGNATURES_FAIL', { failedSignaturesAt: Array<Instant>(5).fill(at('2026-03-20T08:50:00Z')) }],
    ['LAGGING', { waiting: 1, waitingSince: at('2026-03-20T08:55:00Z') }],
    ['FAILING', { failed: 1 }],
    ['FAILING', { quarantined: 1 }],
    ['NEVER_HEARD', { lastDeliveryAt: null }],
    ['SILENT', { lastDeliveryAt: at('2026-03-13T09:00:00Z') }],
  ])('is %s with %j', (status, facts) => {
    expect(healthOf({ ...FINE, ...facts }, NOW).status).toBe(status);
  });
});

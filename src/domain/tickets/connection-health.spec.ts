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
  failedLately: 0,
  pullFailure: null,
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
    ['PAUSED', { paused: true, failedLately: 1 }],
    ['SIGNATURES_FAIL', { failedSignaturesAt: Array<Instant>(5).fill(at('2026-03-20T08:50:00Z')) }],
    ['LAGGING', { waiting: 1, waitingSince: at('2026-03-20T08:55:00Z') }],
    ['FAILING', { failedLately: 1 }],
    ['OK', { failed: 1, quarantined: 1 }],
    ['ASKING_FAILS', { pullFailure: 'The credential was refused.' }],
    ['ASKING_FAILS', { pullFailure: 'The credential was refused.', lastDeliveryAt: null }],
    ['SILENT', { lastDeliveryAt: at('2026-03-13T09:00:00Z'), failedLately: 1 }],
    ['NEVER_HEARD', { lastDeliveryAt: null }],
    ['SILENT', { lastDeliveryAt: at('2026-03-13T09:00:00Z') }],
  ])('is %s with %j', (status, facts) => {
    expect(healthOf({ ...FINE, ...facts }, NOW).status).toBe(status);
  });

  it('says all that is so, the worst first', () => {
    const { message } = healthOf(
      {
        ...FINE,
        lastDeliveryAt: at('2026-03-10T09:00:00Z'),
        failedLately: 2,
        pullFailure: 'The credential was refused.',
      },
      NOW,
    );
    expect(message).toBe(
      'Nothing was received for 10 days. Look in the tool whether it has switched the hook off. ' +
        '2 deliveries failed or could not be read within the last 7 days. Look at their reasons, then replay them. ' +
        'The tool could not be read when it was asked last: The credential was refused. Put that right; it is asked again by itself.',
    );
    expect(healthOf(FINE, NOW).message).toBe('It works.');
  });
});

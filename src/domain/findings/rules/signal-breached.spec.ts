import { describe, expect, it } from '@jest/globals';
import { foundBy } from '../../../../test/support/finding-facts.js';
import { noon } from '../../../../test/support/gate-facts.js';
import { decimal } from '../../basics/decimal.js';
import { SIGNAL_LEVELS, type SignalStanding } from '../../signals/signal-standing.js';
import { signalBreached } from './signal-breached.js';

const found = foundBy(signalBreached);
const aStanding = (other: Partial<SignalStanding> = {}): SignalStanding => ({
  name: 'drift',
  level: 'BREACHED',
  since: noon('2026-07-01'),
  value: decimal('0.31'),
  unit: null,
  threshold: decimal('0.2'),
  lastAt: noon('2026-07-31'),
  ...other,
});

describe('SIGNAL_BREACHED', () => {
  it('is found of each signal beyond its threshold, and of each that is silent', () => {
    expect(
      found({ signals: [aStanding(), aStanding({ name: 'time', level: 'SILENT', value: null, unit: 'min' })] }),
    ).toEqual([
      {
        code: 'SIGNAL_BREACHED',
        subject: 'drift',
        level: 'CRITICAL',
        since: noon('2026-07-01'),
        message: 'The signal drift is 0.31, beyond its threshold of 0.2.',
        facts: {
          signal: 'drift',
          standing: 'BREACHED',
          value: '0.31',
          unit: null,
          threshold: '0.2',
          lastAt: noon('2026-07-31'),
        },
      },
      expect.objectContaining({
        subject: 'time',
        level: 'CRITICAL',
        message: 'The signal time has been silent since 2026-07-31: nobody would see it breach.',
      }),
    ]);
  });

  it('says of a signal what is known of it', () => {
    const messages = found({
      signals: [aStanding({ level: 'SILENT', lastAt: null }), aStanding({ unit: '%', threshold: null })],
    }).map(({ message }) => message);
    expect(messages).toEqual([
      'No value of the signal drift has ever come: nobody would see it breach.',
      'The signal drift is 0.31 %, beyond its threshold of unknown.',
    ]);
  });

  it('is just not found of a warning, and clears when the signal is well', () => {
    for (const level of SIGNAL_LEVELS.filter((each) => each !== 'BREACHED' && each !== 'SILENT')) {
      expect(found({ signals: [aStanding({ level })] })).toEqual([]);
    }
    expect(found({ signals: [] })).toEqual([]);
  });
});

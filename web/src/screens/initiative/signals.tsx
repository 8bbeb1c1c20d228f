import { Title } from '@mantine/core';
import { graphql } from '../../api/generated';
import type { SignalLevel } from '../../api/generated/graphql';
import { useAnswer } from '../../api/queries';
import { Mark } from '../../parts/mark';
import { momentOf } from '../../words/format';
import classes from './initiative.module.css';
import type { Initiative } from './questions';

const SIGNALS = graphql(`
  query SignalsOf($id: ID!) {
    initiative(id: $id) {
      signals {
        name
        kind
        level
        message
        lastAt
      }
    }
  }
`);

const LEVEL: Readonly<Record<SignalLevel, { word: string; glyph: string; tone: string }>> = {
  OK: { word: 'OK', glyph: '●', tone: 'good' },
  WARN: { word: 'Warns', glyph: '▲', tone: 'warn' },
  BREACHED: { word: 'Breached', glyph: '■', tone: 'bad' },
  SILENT: { word: 'Silent', glyph: '○', tone: 'warn' },
  UNKNOWN: { word: 'Not heard of yet', glyph: '○', tone: 'none' },
};

/** What the monitoring plan watches, and what it says. Nothing where no plan is accepted yet. */
export const Signals = ({ initiative }: { initiative: Initiative }) => {
  const { data } = useAnswer(SIGNALS, { id: initiative.id });
  const signals = data?.initiative?.signals ?? [];
  return signals.length === 0 ? null : (
    <section className={`card ${classes.panel}`} aria-label="Signals">
      <Title order={2} size="h4">
        Signals
      </Title>
      <ul className={classes.rows}>
        {signals.map(({ name, level, message, lastAt }) => (
          <li key={name} className={classes.row}>
            <span className={`glyph tone-${LEVEL[level].tone}`} aria-hidden="true">
              {LEVEL[level].glyph}
            </span>
            <div className={classes.rowBody}>
              <strong>{name}</strong>
              <span>{message}</span>
              {lastAt !== null && <span className={`quiet ${classes.small}`}>last heard {momentOf(lastAt)}</span>}
            </div>
            <Mark of={{ word: LEVEL[level].word, tone: LEVEL[level].tone }} />
          </li>
        ))}
      </ul>
    </section>
  );
};

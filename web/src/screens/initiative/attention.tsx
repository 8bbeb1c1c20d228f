import { FINDING_LEVEL } from '../../words/labels';
import { Mark } from '../../parts/mark';
import { Anchored } from '../../parts/anchored';
import classes from './initiative.module.css';
import type { Initiative } from './questions';

/** What the portfolio's watch has found about this initiative; nothing where all is well. */
export const Attention = ({ of }: { of: Initiative['attention'] }) =>
  of.length === 0 ? null : (
    <section aria-label="Needs attention" className={`card ${classes.attention}`}>
      <ul className={classes.plain}>
        {of.map(({ id, level, message }) => (
          <Anchored key={id} as="li" id={id}>
            <Mark of={FINDING_LEVEL[level]} /> {message}
          </Anchored>
        ))}
      </ul>
    </section>
  );

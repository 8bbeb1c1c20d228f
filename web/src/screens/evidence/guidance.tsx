import { daysOf } from '../../words/format';
import { CRITERION_KIND, wordsOf } from '../../words/labels';
import classes from '../initiative/initiative.module.css';
import type { Criterion } from './criterion';

/** What a criterion asks for, an example, and its thresholds in words. */
export const Guidance = ({ of }: { of: Criterion }) => {
  const { kind, veto, guidance, example, validForDays, settings, gateName } = of;
  const thresholds =
    typeof settings === 'object' && settings !== null
      ? Object.entries(settings).flatMap(([name, value]) =>
          value === null || value === false
            ? []
            : [
                value === true
                  ? wordsOf(name.replace(/[A-Z]/g, ' $&'))
                  : `${wordsOf(name.replace(/[A-Z]/g, ' $&'))}: ${String(value)}`,
              ],
        )
      : [];
  const facts = [
    CRITERION_KIND[kind],
    gateName,
    ...(veto ? ['a veto: no condition can stand in for it'] : []),
    ...(validForDays === null ? [] : [`holds for ${daysOf(validForDays)}`]),
    ...thresholds,
  ];
  return (
    <div className={`card ${classes.panel}`}>
      <p className={`quiet ${classes.small}`}>{facts.join(' · ')}</p>
      <p>{guidance}</p>
      {example !== null && (
        <details>
          <summary>An example</summary>
          <p>{example}</p>
        </details>
      )}
    </div>
  );
};

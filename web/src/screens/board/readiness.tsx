import classes from './board.module.css';

interface Props {
  readonly met: number;
  readonly must: number;
  readonly ready: boolean;
}

/** What is met of what a gate requires: a pip each, the numbers, and the word Ready. */
export const Readiness = ({ met, must, ready }: Props) => (
  <span className={ready ? 'tone-good' : undefined}>
    <span aria-hidden="true" className={classes.pips}>
      {Array.from({ length: must }, (_, index) => (
        <i key={index} className={index < met ? classes.met : classes.unmet} />
      ))}
    </span>{' '}
    <span className="aloud">{`${String(met)} of ${String(must)} required met${ready ? '' : ': '}`}</span>
    {ready ? <strong>Ready</strong> : <span aria-hidden="true">{`${String(met)}/${String(must)}`}</span>}
  </span>
);

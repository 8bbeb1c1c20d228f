import { daysOf } from '../../words/format';
import { AGING, INITIATIVE_STATUS } from '../../words/labels';
import classes from './initiative.module.css';
import type { Initiative } from './questions';

/** The stages in a row: those passed, where it stands and for how long against what is usual there, those ahead. */
export const Stepper = ({ initiative }: { initiative: Initiative }) => (
  <ol className={classes.steps} aria-label="Stages">
    {initiative.template.stages.map(({ key, name, position }) => {
      const isHere = key === initiative.stage.key;
      const isPassed = position < initiative.stage.position;
      return (
        <li
          key={key}
          className={classes.step}
          data-state={isHere ? 'here' : isPassed ? 'passed' : 'ahead'}
          aria-current={isHere ? 'step' : undefined}
        >
          <span className={classes.dot} aria-hidden="true">
            {isPassed ? '✓' : position}
          </span>
          <span>
            <span className={classes.stage}>{name}</span>
            {isPassed && <span className="aloud"> passed</span>}
            {isHere && <Age initiative={initiative} />}
          </span>
        </li>
      );
    })}
  </ol>
);

const Age = ({ initiative }: { initiative: Initiative }) => {
  const { daysInStage, daysOnHold, status, agingLevel, stage, portfolio } = initiative;
  const usual = portfolio.aging.find((aging) => aging.stage.key === stage.key);
  const p50 = usual?.p50 ?? null;
  const p85 = usual?.p85 ?? null;
  const aging = AGING[agingLevel];
  return (
    <span className={classes.age}>
      <span className={`tone-${aging.tone}`}>
        {daysOf(daysInStage)}
        {agingLevel !== 'FRESH' && status === 'ACTIVE' && `, ${aging.word.toLowerCase()}`}
      </span>
      <span className="quiet">
        {p50 === null || p85 === null ? 'no past to compare with' : `half leave by ${p50}, 85 % by ${p85}`}
      </span>
      {daysOnHold > 0 && <span className="quiet">{daysOf(daysOnHold)} on hold, apart</span>}
      {status !== 'ACTIVE' && <strong className="tone-warn">{INITIATIVE_STATUS[status]}</strong>}
    </span>
  );
};

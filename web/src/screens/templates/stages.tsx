import { Title } from '@mantine/core';
import { useEffect } from 'react';
import type { TemplateVersionFragment } from '../../api/generated/graphql';
import { countOf, daysOf } from '../../words/format';
import { CRITERION_KIND, STAGE_CATEGORY, wordsOf } from '../../words/labels';
import { settingsInWords } from './settings';
import classes from './templates.module.css';

type Stage = TemplateVersionFragment['stages'][number];
type Gate = NonNullable<Stage['exitGate']>;

/** The stages of a version in their order, each with the gate at its exit; the gate of the address comes into view. */
export const Stages = ({ stages, gate }: { stages: readonly Stage[]; gate: string | undefined }) => {
  useEffect(() => {
    if (gate !== undefined) {
      document.getElementById(`gate-${gate}`)?.scrollIntoView();
    }
  }, [gate]);
  return (
    <ol className={classes.stages}>
      {stages.map((stage) => (
        <li key={stage.key} className="card">
          <div className={classes.head}>
            <Title order={2} size="h4">
              {stage.position}. {stage.name}
            </Title>
            <div className="quiet">
              {STAGE_CATEGORY[stage.category]} ·{' '}
              {stage.timeBoxDays === null ? 'no time box' : `time box ${daysOf(stage.timeBoxDays)}`}
              {stage.wipLimit !== null && ` · at most ${countOf(stage.wipLimit, 'initiative')} at once`}
            </div>
          </div>
          {stage.exitGate ? <GateOf gate={stage.exitGate} isAsked={stage.exitGate.key === gate} /> : <End />}
        </li>
      ))}
    </ol>
  );
};

const End = () => <p className={`${classes.gate ?? ''} quiet`}>The last stage: no gate leads further.</p>;

const GateOf = ({ gate, isAsked }: { gate: Gate; isAsked: boolean }) => (
  <section id={`gate-${gate.key}`} className={classes.gate} data-asked={isAsked ? '' : undefined}>
    <Title order={3} size="h5">
      Gate: {gate.name}
    </Title>
    <div className="quiet">
      {countOf(gate.quorum, 'vote')} before it can be decided · sent back at most{' '}
      {countOf(gate.recycleLimit ?? 2, 'time')}
      {gate.slaDays !== null && ` · decided within ${daysOf(gate.slaDays)}`}
    </div>
    <ul className={classes.criteria}>
      {gate.criteria.map((criterion) => (
        <li key={criterion.key}>
          <strong>{criterion.name}</strong>{' '}
          <span className="quiet">
            {CRITERION_KIND[criterion.kind]} · {criterion.weight === 'MUST_MEET' ? 'must be met' : 'should be met'}
            {criterion.veto && ' · veto: no condition can cover it'}
          </span>
          <div>{criterion.guidance}</div>
          {criterion.example !== null && <div className="quiet">For example: {criterion.example}</div>}
          <div className="quiet">{detailsOf(criterion)}</div>
        </li>
      ))}
    </ul>
  </section>
);

const detailsOf = ({ kind, settings, validForDays, riskTiers }: Gate['criteria'][number]): string =>
  [
    settingsInWords(kind, settings),
    validForDays === null ? '' : `evidence holds for ${daysOf(validForDays)}`,
    riskTiers === null ? '' : `only for risk ${riskTiers.map((tier) => wordsOf(tier).toLowerCase()).join(', ')}`,
  ]
    .filter((part) => part !== '')
    .join(' · ');

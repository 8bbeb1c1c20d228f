import { Title } from '@mantine/core';
import { graphql } from '../../api/generated';
import { useCommand } from '../../api/queries';
import { Anchored } from '../../parts/anchored';
import { AskText } from '../../parts/ask-text';
import { dayOf } from '../../words/format';
import classes from './initiative.module.css';
import { nameOfCriterion, type Condition, type Initiative } from './questions';

const CLOSE = graphql(`
  mutation CloseCondition($id: ID!, $input: GateConditionCloseInput!) {
    gateConditionClose(id: $id, input: $input) {
      userErrors {
        code
        message
        field
      }
    }
  }
`);

/** Conditions of earlier decisions that are not closed: until they are, the next gate stays locked. */
export const Conditions = ({ initiative }: { initiative: Initiative }) => {
  const open = initiative.gate?.readiness.openConditions ?? [];
  return open.length === 0 ? null : (
    <section className={`card ${classes.panel}`} aria-label="Open conditions">
      <Title order={2} size="h4">
        Open conditions
      </Title>
      <p className="quiet">The gate stays locked until each is closed.</p>
      <ul className={classes.rows}>
        {open.map((condition) => (
          <Row key={condition.id} of={condition} initiative={initiative} />
        ))}
      </ul>
    </section>
  );
};

const Row = ({ of, initiative }: { of: Condition; initiative: Initiative }) => {
  const close = useCommand(CLOSE);
  const { id, text, dueOn, status, owner, criterionKey } = of;
  const isLate = status === 'BREACHED';
  return (
    <Anchored as="li" id={id} className={classes.row}>
      <span className={`glyph ${isLate ? 'tone-bad' : 'tone-warn'}`} aria-hidden="true">
        {isLate ? '■' : '◔'}
      </span>
      <div className={classes.rowBody}>
        <span>{text}</span>
        <span className={`quiet ${classes.small}`}>
          {owner.name}, due {dayOf(dueOn)}
          {criterionKey !== null && ` · for ${nameOfCriterion(initiative, criterionKey)}`}
        </span>
        <div className={classes.actions}>
          <AskText
            may={initiative.viewerCan.closeCondition}
            does="Close condition"
            aloud={text}
            title="Close the condition"
            label="What was done"
            also={{ name: 'url', label: 'Where that can be seen (https://…)' }}
            run={async (note, url) =>
              (await close.mutateAsync({ id, input: { note, url: url === '' ? null : url } })).gateConditionClose
                .userErrors
            }
          />
        </div>
      </div>
      <span className={`${isLate ? 'tone-bad' : 'tone-warn'} ${classes.status}`}>{isLate ? 'Breached' : 'Open'}</span>
    </Anchored>
  );
};

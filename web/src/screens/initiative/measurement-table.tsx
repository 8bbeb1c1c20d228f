import { useState } from 'react';
import { More } from '../../parts/more';
import { dayOf, decimalOf } from '../../words/format';
import classes from './initiative.module.css';
import { useMeasurements, type Kpi } from './kpi-questions';

interface Props {
  readonly of: Kpi;
  readonly initiativeId: string;
}

/** The line as a table, the latest first: what is drawn, and what was measured before where that is asked for. */
export const MeasurementTable = ({ of, initiativeId }: Props) => {
  const [asked, setAsked] = useState(false);
  const { nodes, pageInfo } = of.measurements;
  return (
    <details className={classes.small}>
      <summary>Show as table</summary>
      {asked ? (
        <All of={of} initiativeId={initiativeId} />
      ) : (
        <>
          <Rows of={nodes} unit={of.unit} />
          <More
            of="measurements"
            busy={false}
            onMore={
              pageInfo.hasNextPage
                ? () => {
                    setAsked(true);
                  }
                : undefined
            }
          />
        </>
      )}
    </details>
  );
};

const All = ({ of, initiativeId }: Props) => {
  const { answer, more } = useMeasurements(initiativeId, of.id);
  return (
    <>
      <Rows of={answer.data ?? of.measurements.nodes} unit={of.unit} />
      <More {...more} of="measurements" />
    </>
  );
};

const Rows = ({ of, unit }: { of: readonly Kpi['measurements']['nodes'][number][]; unit: string }) => (
  <table className={classes.table}>
    <thead>
      <tr>
        <th scope="col">Measured on</th>
        <th scope="col">{unit}</th>
        <th scope="col">Source</th>
      </tr>
    </thead>
    <tbody>
      {of.map(({ measuredOn, value, source }, index) => (
        <tr key={index}>
          <td>{dayOf(measuredOn)}</td>
          <td>{decimalOf(value)}</td>
          <td>{source}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

import { scaleBand, scaleLinear } from 'd3-scale';
import { useState, type KeyboardEvent } from 'react';
import { daysOf, numberOf } from '../words/format';
import { Bins, Marks } from './aging-marks';
import classes from './charts.module.css';
import { Drawing } from './drawing';
import { endOfDays, MOST_MARKS, shortOf, stepsTo } from './geometry';

/** One initiative in its stage. */
export interface AgingMark {
  readonly key: string;
  readonly name: string;
  readonly days: number;
}

export interface AgingColumn {
  readonly key: string;
  readonly label: string;
  /** Days that half of those who left took, and 85 % of them; null below ten of them. */
  readonly p50: number | null;
  readonly p85: number | null;
  /** The line of who is late: the 85 % mark, or the time box where there is too little past. */
  readonly line: { readonly days: number; readonly told: string } | null;
  readonly marks: readonly AgingMark[];
}

/** Where a mark leads. */
export interface AgingLinks {
  readonly addressOf: (key: string) => string;
  readonly onOpen: (key: string) => void;
}

interface Props extends AgingLinks {
  readonly columns: readonly AgingColumn[];
  readonly label: string;
  readonly height?: number;
}

const TOP = 10;
const FOOT = 58;
const LEFT = 38;

/**
 * One mark for each initiative at its days in the stage, against the past of the stage: squares are above the line. Of a crowd the
 * longest twentieth does not rule the axis; how many they are stands above.
 */
export const AgingColumns = ({ columns, label, addressOf, onOpen, height = 300 }: Props) => {
  const [named, setNamed] = useState<AgingMark | null>(null);
  // One stop of the Tab key for all marks; arrows go from one to the next, by stage and days.
  const order = columns
    .filter(({ marks }) => marks.length <= MOST_MARKS)
    .flatMap(({ marks }) => marks.toSorted((one, other) => one.days - other.days));
  const [visited, setVisited] = useState<string | null>(null);
  const stop = order.some(({ key }) => key === visited) ? visited : (order[0]?.key ?? null);
  const move = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = STEP_OF[event.key];
    const at = order.findIndex(({ key }) => key === stop);
    const next = step === undefined ? undefined : order[at + step];
    if (next) {
      event.preventDefault();
      setVisited(next.key);
      event.currentTarget.querySelector<SVGAElement>(`[data-key="${CSS.escape(next.key)}"]`)?.focus();
    }
  };
  const top = endOfDays(
    columns.map(({ marks, line, p85 }) => ({
      days: marks.map(({ days }) => days),
      least: Math.max(line?.days ?? 0, p85 ?? 0),
    })),
  );
  return (
    <div onKeyDown={move} role="presentation">
      <Drawing label={label} height={height} hasLinks>
        {(width) => {
          const x = scaleBand(
            columns.map(({ key }) => key),
            [LEFT, width],
          ).padding(0.12);
          const y = scaleLinear([0, top], [height - FOOT, TOP]).clamp(true);
          return (
            <>
              {stepsTo(top).map((step) => (
                <g key={step}>
                  <line x1={LEFT} x2={width} y1={y(step)} y2={y(step)} className={classes.line} />
                  <text x={LEFT - 6} y={y(step) + 4} textAnchor="end" className={classes.faint}>
                    {numberOf(step)}
                  </text>
                </g>
              ))}
              {columns.map((column, index) => (
                <g key={column.key} transform={`translate(${String(x(column.key) ?? 0)} 0)`}>
                  <Past column={column} width={x.bandwidth()} y={y} />
                  {column.marks.length > MOST_MARKS ? (
                    <Bins column={column} width={x.bandwidth()} y={y} top={top} />
                  ) : (
                    <Marks
                      column={column}
                      width={x.bandwidth()}
                      y={y}
                      addressOf={addressOf}
                      onOpen={onOpen}
                      stop={stop}
                      onName={setNamed}
                    />
                  )}
                  <Foot column={column} width={x.bandwidth()} y={height - FOOT + 18} isOdd={index % 2 === 1} />
                </g>
              ))}
            </>
          );
        }}
      </Drawing>
      <div className={classes.named} aria-hidden="true">
        {named ? `${named.key} ${named.name}: ${daysOf(named.days)} in stage` : ''}
      </div>
    </div>
  );
};

const STEP_OF: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };

export type Within = { readonly column: AgingColumn; readonly width: number; readonly y: (days: number) => number };

const Past = ({ column: { p50, p85, line }, width, y }: Within) => (
  <>
    {p50 !== null && p85 !== null && (
      <rect x={0} width={width} y={y(p85)} height={Math.max(1, y(p50) - y(p85))} fill="var(--band)" />
    )}
    {line && (
      <line
        x1={0}
        x2={width}
        y1={y(line.days)}
        y2={y(line.days)}
        stroke="var(--ink)"
        strokeWidth={2}
        strokeDasharray={p85 === null ? '5 3' : undefined}
      />
    )}
  </>
);

// Below this there is no room for the days of the line; the names stand by turns on two rows, each as wide as two columns.
const NARROW = 72;

const Foot = ({
  column: { label, marks, line },
  width,
  y,
  isOdd,
}: {
  column: AgingColumn;
  width: number;
  y: number;
  isOdd: boolean;
}) => {
  const isNarrow = width <= NARROW;
  return (
    <>
      <text x={width / 2} y={isNarrow && isOdd ? y + 16 : y} textAnchor="middle">
        {shortOf(label, Math.max(3, Math.floor((isNarrow ? 1.9 * width : width) / 7.2)))}
        <title>{label}</title>
      </text>
      <text x={width / 2} y={isNarrow ? y + 32 : y + 16} textAnchor="middle" className={classes.faint}>
        {marks.length}
      </text>
      {line && !isNarrow && (
        <text x={width / 2} y={y + 32} textAnchor="middle" className={classes.faint}>
          {line.told}
        </text>
      )}
    </>
  );
};

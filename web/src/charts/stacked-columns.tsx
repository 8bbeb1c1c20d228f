import { scaleBand, scaleLinear } from 'd3-scale';
import { toDraw } from '../words/format';
import classes from './charts.module.css';
import { Drawing, type Filling } from './drawing';
import { placeLabels, stackOf } from './geometry';

export interface Column {
  readonly key: string;
  readonly label: string;
  /** In the order of the parts; null where there is nothing to share out. */
  readonly percents: readonly (string | null)[];
  readonly targets: readonly string[];
  /** Too little data for a verdict: drawn faintly. */
  readonly isFaint?: boolean;
}

export interface Part {
  readonly key: string;
  readonly label: string;
  readonly filling: Filling;
}

const TOP = 10;
const FOOT = 26;
const LEFT = 34;
const APART = 17;
const NARROW = 460;

/** Columns of 100 %, one a period: parts from the ground up, targets dashed across them, and the last column told beside it. */
export const StackedColumns = ({
  columns,
  parts,
  label,
  height = 250,
}: {
  columns: readonly Column[];
  parts: readonly Part[];
  label: string;
  height?: number;
}) => (
  <Drawing label={label} height={(width) => height + (width < NARROW ? parts.length * APART + 6 : 0)}>
    {(width, fill) => {
      const isNarrow = width < NARROW;
      const right = isNarrow ? 56 : 150;
      const x = scaleBand(
        columns.map(({ key }) => key),
        [LEFT, width - right],
      ).padding(0.2);
      const y = scaleLinear([0, 100], [height - FOOT, TOP]);
      const every = Math.ceil((columns.length * 58) / (width - right - LEFT));
      const last = columns.findLast(({ percents }) => percents.some((percent) => percent !== null));
      return (
        <>
          {[0, 25, 50, 75, 100].map((step) => (
            <g key={step}>
              <line x1={LEFT} x2={width - right} y1={y(step)} y2={y(step)} className={classes.line} />
              <text x={LEFT - 6} y={y(step) + 4} textAnchor="end" className={classes.faint}>
                {step}
              </text>
            </g>
          ))}
          {columns.map((column, index) => (
            <g key={column.key}>
              <ColumnParts
                column={column}
                parts={parts}
                x={x(column.key) ?? 0}
                width={x.bandwidth()}
                y={y}
                fill={fill}
              />
              <Targets targets={column.targets} x={x(column.key) ?? 0} width={x.step()} y={y} />
              {(columns.length - 1 - index) % every === 0 && (
                <text
                  x={(x(column.key) ?? 0) + x.bandwidth() / 2}
                  y={height - 8}
                  textAnchor="middle"
                  className={classes.faint}
                >
                  {column.label}
                </text>
              )}
            </g>
          ))}
          {last && <Labels column={last} parts={parts} x={width - right + 8} y={y} isNamed={!isNarrow} />}
          {isNarrow &&
            parts.map((part, index) => (
              <g key={part.key} transform={`translate(${String(LEFT)} ${String(height + index * APART)})`}>
                <rect width={12} height={12} fill={fill(part.filling)} />
                <text x={20} y={11}>
                  {part.label}
                </text>
              </g>
            ))}
        </>
      );
    }}
  </Drawing>
);

const drawn = ({ percents }: Column) => stackOf(percents.map((percent) => toDraw(percent ?? '0')));

const ColumnParts = ({
  column,
  parts,
  x,
  width,
  y,
  fill,
}: {
  column: Column;
  parts: readonly Part[];
  x: number;
  width: number;
  y: (value: number) => number;
  fill: (filling: Filling) => string;
}) => (
  <g opacity={column.isFaint === true ? 0.35 : 1}>
    {drawn(column).map(({ from, to }, index) => (
      <rect
        key={parts[index]?.key ?? index}
        x={x}
        width={width}
        y={y(to)}
        height={Math.max(0, y(from) - y(to))}
        fill={fill(parts[index]?.filling ?? 'none')}
        stroke="var(--surface)"
      />
    ))}
  </g>
);

/** The line between two parts stands where they would meet if each had its target. */
const Targets = ({
  targets,
  x,
  width,
  y,
}: {
  targets: readonly string[];
  x: number;
  width: number;
  y: (value: number) => number;
}) => (
  <>
    {stackOf(targets.map(toDraw))
      .slice(0, -1)
      .map(({ to }, index) => (
        <g key={index} strokeWidth={2}>
          <line
            x1={x - width * 0.08}
            x2={x + width * 0.9}
            y1={y(to)}
            y2={y(to)}
            stroke="var(--surface)"
            strokeWidth={4}
          />
          <line
            x1={x - width * 0.08}
            x2={x + width * 0.9}
            y1={y(to)}
            y2={y(to)}
            stroke="var(--ink)"
            strokeDasharray="5 3"
          />
        </g>
      ))}
  </>
);

const Labels = ({
  column,
  parts,
  x,
  y,
  isNamed,
}: {
  column: Column;
  parts: readonly Part[];
  x: number;
  y: (value: number) => number;
  isNamed: boolean;
}) => {
  const wanted = drawn(column).map(({ from, to }) => y((from + to) / 2));
  const places = placeLabels(wanted, APART * 2, y(100) + 6, y(0) - APART);
  return (
    <>
      {parts.map((part, index) => (
        <text key={part.key} x={x} y={places[index]} className={classes.strong}>
          {isNamed && <tspan>{part.label}</tspan>}
          <tspan x={x} dy={APART - 2} className={isNamed ? classes.faint : classes.strong}>
            {column.percents[index] ?? '–'} %
          </tspan>
        </text>
      ))}
    </>
  );
};

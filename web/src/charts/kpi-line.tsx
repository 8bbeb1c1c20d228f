import { extent } from 'd3-array';
import { scaleLinear, scaleUtc } from 'd3-scale';
import { line } from 'd3-shape';
import type { KpiDirection } from '../api/generated/schema';
import { dayOf, decimalOf, toDraw } from '../words/format';
import classes from './charts.module.css';
import { Drawing } from './drawing';
import { placeLabels } from './geometry';

export interface KpiLineProps {
  readonly name: string;
  readonly unit: string;
  readonly direction: KpiDirection;
  readonly target?: string | null;
  /** The bounds of what is good, of a KPI that is to stay in a range. */
  readonly rangeLow?: string | null;
  readonly rangeHigh?: string | null;
  readonly baseline?: string | null;
  /** By day, in any order; at most the last 24 are drawn. */
  readonly measurements: readonly { readonly measuredOn: string; readonly value: string }[];
  /** The last value is too old to go by: an open circle, with its day in words. */
  readonly isStale?: boolean;
  readonly height?: number;
}

const MOST = 24;
const RIGHT = 118;
const TOP = 12;
const FOOT = 20;

/** A KPI over time: a line through its measurements, the target dashed, what is good shaded, the baseline dotted, the last value told. */
export const KpiLine = (given: KpiLineProps) => {
  const { name, unit, target, rangeLow, rangeHigh, baseline, isStale = false, height = 120 } = given;
  const points = measured(given.measurements);
  const last = points.at(-1);
  if (!last) {
    return <p className="quiet">No measurement yet.</p>;
  }
  const marks = [target, rangeLow, rangeHigh, baseline].filter((mark) => mark !== null && mark !== undefined);
  const [low = 0, high = 1] = extent([...points.map(({ y }) => y), ...marks.map(toDraw)]);
  const room = (high - low || Math.abs(high) || 1) * 0.12;
  return (
    <Drawing label={`${name}: ${told(given, last.value, last.day)}`} height={height}>
      {(width) => {
        const y = scaleLinear([low - room, high + room], [height - FOOT, TOP]);
        const [from, to] = [points[0]?.x ?? last.x, last.x];
        const x = scaleUtc(from.getTime() === to.getTime() ? [new Date(0), to] : [from, to], [4, width - RIGHT]);
        const path = line<Point>(
          (point) => x(point.x),
          (point) => y(point.y),
        )(points);
        const labels = [
          { key: 'last', at: last.y, text: `${decimalOf(last.value)} ${unit}`, strong: true },
          ...(target
            ? [{ key: 'target', at: toDraw(target), text: `target ${sign(given)} ${decimalOf(target)}` }]
            : []),
          ...(baseline ? [{ key: 'baseline', at: toDraw(baseline), text: `baseline ${decimalOf(baseline)}` }] : []),
        ];
        const places = placeLabels(
          labels.map(({ at }) => y(at) + 4),
          15,
          TOP,
          height - FOOT,
        );
        return (
          <>
            <Good given={given} y={y} low={low - room} high={high + room} width={width - RIGHT} />
            {target && <Across at={y(toDraw(target))} width={width - RIGHT} dashes="6 4" />}
            {baseline && <Across at={y(toDraw(baseline))} width={width - RIGHT} dashes="1 4" />}
            <path d={path ?? ''} fill="none" stroke="var(--first)" strokeWidth={2} />
            {points.map((point) => (
              <circle key={point.day} cx={x(point.x)} cy={y(point.y)} r={2} fill="var(--first)">
                <title>{`${dayOf(point.day)}: ${decimalOf(point.value)} ${unit}`}</title>
              </circle>
            ))}
            <circle
              cx={x(last.x)}
              cy={y(last.y)}
              r={4.5}
              fill={isStale ? 'var(--surface)' : 'var(--first)'}
              stroke="var(--first)"
              strokeWidth={2}
            />
            {labels.map((label, index) => (
              <text
                key={label.key}
                x={width - RIGHT + 10}
                y={places[index]}
                className={label.strong ? classes.strong : classes.faint}
              >
                {label.text}
              </text>
            ))}
            <text x={0} y={height - 4} className={classes.faint}>
              {points.length > 1 ? dayOf(points[0]?.day ?? last.day) : ''}
            </text>
            <text x={width - RIGHT + 6} y={height - 4} textAnchor="end" className={classes.faint}>
              {`${isStale ? 'last ' : ''}${dayOf(last.day)}`}
            </text>
          </>
        );
      }}
    </Drawing>
  );
};

interface Point {
  readonly day: string;
  readonly value: string;
  readonly x: Date;
  readonly y: number;
}

const measured = (measurements: KpiLineProps['measurements']): Point[] =>
  [...measurements]
    .sort((one, other) => one.measuredOn.localeCompare(other.measuredOn))
    .slice(-MOST)
    .map(({ measuredOn, value }) => ({
      day: measuredOn,
      value,
      x: new Date(`${measuredOn}T00:00:00Z`),
      y: toDraw(value),
    }));

const sign = ({ direction }: KpiLineProps): string => (direction === 'DECREASE' ? '≤' : '≥');

const told = (given: KpiLineProps, value: string, day: string): string =>
  [
    `${decimalOf(value)} ${given.unit} on ${dayOf(day)}`,
    ...(given.target
      ? [`target ${given.direction === 'DECREASE' ? 'at most' : 'at least'} ${decimalOf(given.target)}`]
      : []),
    ...(given.baseline ? [`baseline ${decimalOf(given.baseline)}`] : []),
  ].join(', ');

const Across = ({ at, width, dashes }: { at: number; width: number; dashes: string }) => (
  <line x1={0} x2={width} y1={at} y2={at} stroke="var(--ink)" strokeWidth={1.5} strokeDasharray={dashes} />
);

/** The shade of what is good: from the target on, or within the range. */
const Good = ({
  given: { direction, target, rangeLow, rangeHigh },
  y,
  low,
  high,
  width,
}: {
  given: KpiLineProps;
  y: (value: number) => number;
  low: number;
  high: number;
  width: number;
}) => {
  const [from, to] =
    direction === 'RANGE'
      ? [rangeLow ? toDraw(rangeLow) : low, rangeHigh ? toDraw(rangeHigh) : high]
      : !target
        ? [0, 0]
        : direction === 'DECREASE'
          ? [low, toDraw(target)]
          : [toDraw(target), high];
  return to > from ? <rect x={0} width={width} y={y(to)} height={y(from) - y(to)} fill="var(--band)" /> : null;
};

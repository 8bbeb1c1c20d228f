import { extent } from 'd3-array';
import { scaleLinear, scaleTime } from 'd3-scale';
import { line } from 'd3-shape';
import { useWidth } from '../../parts/width';
import { decimalOf, toDraw } from '../../words/format';
import type { Kpi } from './kpi-questions';
import classes from './initiative.module.css';
import { MeasurementTable } from './measurement-table';

const HEIGHT = 76;
const EDGE = { top: 8, right: 64, bottom: 8, left: 4 };

/** A KPI over time: its values, its target (dashed) or range, and the way from the baseline to the target (shaded). */
export const KpiLine = ({ of, isStale, initiativeId }: { of: Kpi; isStale: boolean; initiativeId: string }) => {
  const { place, width } = useWidth<HTMLDivElement>(420);
  const points = of.measurements.nodes
    .map(({ value, measuredOn }) => ({ at: new Date(measuredOn), value: toDraw(value) }))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  const last = points.at(-1);
  if (!last) {
    return <p className="quiet">No measurement yet.</p>;
  }
  const marks = marksOf(of);
  const [first = last.at] = extent(points, ({ at }) => at);
  const x = scaleTime([first, last.at], [EDGE.left, width - EDGE.right]);
  const [low = 0, high = 1] = extent([...points.map(({ value }) => value), ...marks.all]);
  const y = scaleLinear([low, high === low ? low + 1 : high], [HEIGHT - EDGE.bottom, EDGE.top]);
  const path = line<(typeof points)[number]>()
    .x(({ at }) => x(at))
    .y(({ value }) => y(value))(points);
  const [bandFrom, bandTo] = marks.band ?? [];
  return (
    <div ref={place} className={classes.line}>
      <svg
        viewBox={`0 0 ${String(width)} ${String(HEIGHT)}`}
        width={width}
        height={HEIGHT}
        role="img"
        aria-label={told(of, isStale)}
      >
        {bandFrom !== undefined && bandTo !== undefined && (
          <rect
            x={EDGE.left}
            width={Math.max(0, width - EDGE.right - EDGE.left)}
            y={y(Math.max(bandFrom, bandTo))}
            height={Math.abs(y(bandFrom) - y(bandTo))}
            fill="var(--band)"
          />
        )}
        {marks.dashed.map((mark) => (
          <line
            key={mark}
            x1={EDGE.left}
            x2={width - EDGE.right}
            y1={y(mark)}
            y2={y(mark)}
            stroke="var(--ink)"
            strokeDasharray="5 4"
          />
        ))}
        <path d={path ?? ''} fill="none" stroke="var(--first)" strokeWidth={2} />
        <circle
          cx={x(last.at)}
          cy={y(last.value)}
          r={4}
          fill={isStale ? 'var(--surface)' : 'var(--first)'}
          stroke="var(--first)"
          strokeWidth={2}
        />
        <text x={x(last.at) + 9} y={y(last.value) + 4} className={classes.lineValue}>
          {of.latest ? decimalOf(of.latest.value) : ''}
        </text>
      </svg>
      <MeasurementTable of={of} initiativeId={initiativeId} />
    </div>
  );
};

const marksOf = ({ target, baseline, rangeLow, rangeHigh }: Kpi) => {
  const numbers = (...texts: (string | null | undefined)[]): number[] =>
    texts.flatMap((text) => (text === null || text === undefined ? [] : [toDraw(text)]));
  const dashed = numbers(target, rangeLow, rangeHigh);
  const range = numbers(rangeLow, rangeHigh);
  const way = numbers(baseline?.value, target);
  const band = range.length === 2 ? range : way.length === 2 ? way : null;
  return { dashed, band, all: [...dashed, ...(band ?? [])] };
};

/** "at least 0.9", "at most 4", "between 1 and 2"; with the unit. */
export const aimOf = ({ direction, target, rangeLow, rangeHigh, unit }: Kpi): string => {
  if (direction === 'RANGE') {
    return `between ${decimalOf(rangeLow ?? '–')} and ${decimalOf(rangeHigh ?? '–')} ${unit}`;
  }
  return target === null
    ? 'no target yet'
    : `${direction === 'INCREASE' ? 'at least' : 'at most'} ${decimalOf(target)} ${unit}`;
};

const told = (kpi: Kpi, isStale: boolean): string =>
  `${kpi.name}: last ${decimalOf(kpi.latest?.value ?? '–')} ${kpi.unit}, wanted ${aimOf(kpi)}${isStale ? '; the last measurement is old' : ''}`;

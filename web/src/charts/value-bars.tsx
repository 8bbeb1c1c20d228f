import { scaleLinear } from 'd3-scale';
import classes from './charts.module.css';
import { Drawing } from './drawing';

export interface ValueRow {
  readonly key: string;
  readonly label: string;
  /** What its bar is as long as. */
  readonly value: number;
  /** What is said beside the bar. */
  readonly told: string;
}

const ROW = 34;

/** Plain bars, what is said of each beside it. */
export const ValueBars = ({ rows, label }: { rows: readonly ValueRow[]; label: string }) => (
  <Drawing label={label} height={rows.length * ROW}>
    {(width) => {
      const left = width < 460 ? 98 : 120;
      const right = width < 460 ? 150 : 210;
      const most = Math.max(1, ...rows.map(({ value }) => value));
      const x = scaleLinear([0, most], [0, width - left - right]);
      return rows.map(({ key, label: name, value, told }, index) => {
        const long = x(value);
        return (
          <g key={key} transform={`translate(0 ${String(index * ROW)})`}>
            <text x={0} y={20}>
              {name}
            </text>
            <line x1={left} x2={left} y1={2} y2={ROW - 2} stroke="var(--tone-none)" />
            <rect x={left} y={5} width={long} height={22} fill="var(--first)" />
            <text x={left + long + 8} y={20} className={classes.faint}>
              {told}
            </text>
          </g>
        );
      });
    }}
  </Drawing>
);

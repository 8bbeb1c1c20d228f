import { scaleLinear } from 'd3-scale';
import classes from './charts.module.css';
import { Drawing } from './drawing';
import { shortOf } from './geometry';

export interface FunnelRow {
  readonly key: string;
  readonly label: string;
  readonly entered: number;
  readonly advanced: number;
  readonly stopped: number;
  readonly remaining: number;
  /** What is said beside the bar: "→ 55.0 % · 24 days". */
  readonly told: string;
}

const ROW = 36;

/** One bar a stage: as long as many entered it, filled as far as they went on, hatched for who ended, empty for who is still there. */
export const FunnelBars = ({ rows, label }: { rows: readonly FunnelRow[]; label: string }) => {
  const most = Math.max(1, ...rows.map(({ entered }) => entered));
  return (
    <Drawing label={label} height={rows.length * ROW + 4}>
      {(width, fill) => {
        const left = width < 460 ? 84 : 110;
        const right = width < 460 ? 150 : 190;
        const x = scaleLinear([0, most], [0, width - left - right]);
        return rows.map(({ key, label: name, entered, advanced, remaining, stopped, told }, index) => {
          const y = index * ROW + 4;
          return (
            <g key={key}>
              <text x={0} y={y + 18}>
                {shortOf(name, width < 460 ? 11 : 15)}
              </text>
              <rect x={left} y={y} width={x(advanced)} height={26} fill={fill('first')} />
              <rect
                x={left + x(advanced)}
                y={y + 0.5}
                width={x(remaining)}
                height={25}
                fill="var(--surface)"
                stroke="var(--tone-none)"
              />
              <rect
                x={left + x(advanced + remaining)}
                y={y}
                width={x(stopped)}
                height={26}
                fill={fill('past')}
                stroke="var(--tone-none)"
              />
              <text x={left + x(entered) + 8} y={y + 18}>
                <tspan className={classes.strong}>{entered}</tspan>
                <tspan className={classes.faint}> {told}</tspan>
              </text>
            </g>
          );
        });
      }}
    </Drawing>
  );
};

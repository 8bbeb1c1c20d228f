import { scaleLinear } from 'd3-scale';
import { percentOf, signedOf, toDraw } from '../words/format';
import classes from './charts.module.css';
import { Drawing, type Filling } from './drawing';
import { niceTop, stepsTo } from './geometry';

/** A share with its target and what is allowed around it; decimal texts, told as they are. */
export interface Bullet {
  readonly key: string;
  readonly label: string;
  readonly filling: Filling;
  readonly percent: string | null;
  /** What stands under the label; the target where nothing is given. */
  readonly under?: string;
  /** None for what has no target, as what has no category. */
  readonly target?: string;
  readonly tolerance?: string;
  readonly deviation?: string | null;
  readonly verdict?: { readonly word: string; readonly glyph: string; readonly tone: string };
}

const ROW = 46;
const AXIS = 24;
const RIGHT = 96;
const NARROW = 460;

/** Bars of shares against their targets: the bar is the share, the upright line the target, the shade what is allowed. */
export const BulletBars = ({
  bullets,
  label,
  row = ROW,
}: {
  bullets: readonly Bullet[];
  label: string;
  row?: number;
}) => {
  const most = Math.max(
    ...bullets.map(({ percent, target, tolerance }) =>
      Math.max(toDraw(percent ?? '0'), toDraw(target ?? '0') + toDraw(tolerance ?? '0')),
    ),
  );
  const top = Math.min(100, niceTop(most));
  const height = bullets.length * row + AXIS;
  return (
    <Drawing label={label} height={height}>
      {(width, fill) => {
        const isNarrow = width < NARROW;
        const left = isNarrow ? 0 : 164;
        const x = scaleLinear([0, top], [left, width - RIGHT]);
        return (
          <>
            {stepsTo(top).map((step) => (
              <g key={step}>
                <line x1={x(step)} x2={x(step)} y1={4} y2={height - AXIS} className={classes.line} />
                <text x={x(step)} y={height - 6} textAnchor="middle" className={classes.faint}>
                  {step}
                </text>
              </g>
            ))}
            {bullets.map((bullet, index) => (
              <BulletRow
                key={bullet.key}
                bullet={bullet}
                y={index * row}
                row={row}
                x={x}
                fill={fill(bullet.filling)}
                right={width}
                isNarrow={isNarrow}
              />
            ))}
          </>
        );
      }}
    </Drawing>
  );
};

const BulletRow = ({
  bullet: { label, under, percent, target, tolerance, deviation, verdict, filling },
  y,
  row,
  x,
  fill,
  right,
  isNarrow,
}: {
  bullet: Bullet;
  y: number;
  row: number;
  x: (value: number) => number;
  fill: string;
  right: number;
  /** The label stands over its bar. */
  isNarrow: boolean;
}) => {
  const middle = y + (isNarrow ? row * 0.68 : row / 2);
  const shade = row * (isNarrow ? 0.28 : 0.4);
  const beneath = under ?? `target ${target ?? '–'} ± ${tolerance ?? '0'}`;
  const aim = target === undefined ? null : toDraw(target);
  const give = toDraw(tolerance ?? '0');
  return (
    <g>
      <text x={0} y={isNarrow ? y + 12 : middle - 3}>
        <tspan className={classes.strong}>{label}</tspan>
        <tspan className={classes.faint} {...(isNarrow ? { dx: 6 } : { x: 0, dy: 16 })}>
          {beneath}
        </tspan>
      </text>
      {aim !== null && (
        <rect
          x={x(Math.max(0, aim - give))}
          width={x(Math.min(100, aim + give)) - x(Math.max(0, aim - give))}
          y={middle - shade}
          height={shade * 2}
          fill="var(--band)"
        />
      )}
      <rect
        x={x(0)}
        width={Math.max(0, x(toDraw(percent ?? '0')) - x(0))}
        y={middle - (isNarrow ? 7 : 9)}
        height={isNarrow ? 14 : 18}
        fill={fill}
        stroke={filling === 'none' ? 'var(--tone-none)' : undefined}
      />
      {aim !== null && (
        <line x1={x(aim)} x2={x(aim)} y1={middle - shade} y2={middle + shade} stroke="var(--ink)" strokeWidth={3} />
      )}
      <text x={right} y={middle - 3} textAnchor="end" className={classes.strong}>
        {percentOf(percent)}
      </text>
      {verdict && (
        <text
          x={right}
          y={middle + 13}
          textAnchor="end"
          style={{ fill: `var(--tone-${verdict.tone})`, fontWeight: 600 }}
        >
          {deviation === null || deviation === undefined ? verdict.word : `${signedOf(deviation)} pts ${verdict.glyph}`}
        </text>
      )}
    </g>
  );
};

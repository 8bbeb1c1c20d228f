import type { PreviewsFragment } from '../../api/generated/graphql';
import { TextLink } from '../../parts/links';
import { countOf } from '../../words/format';
import classes from './templates.module.css';

type Preview = PreviewsFragment['nodes'][number];

const isOpened = ({ effects }: Preview): boolean => effects.some(({ kind }) => kind === 'NEW_OPEN_CRITERION');
const isReadyNoMore = ({ standingBefore, standingAfter }: Preview): boolean =>
  standingBefore?.ready === true && standingAfter?.ready === false;

/** What a move of initiatives to a version would do to them, in a sentence. */
export const effectInWords = ({ totalCount, nodes }: PreviewsFragment): string => {
  const opened = nodes.filter(isOpened).length;
  const lost = nodes.filter(isReadyNoMore).length;
  const stuck = nodes.filter(({ canMove }) => !canMove).length;
  const of = nodes.length < totalCount ? `Of the first ${String(nodes.length)}, to` : 'To';
  return (
    `${of} move would open new criteria for ${String(opened)}, ` +
    `${String(lost)} would not be ready any more, and ${String(stuck)} cannot move.`
  );
};

/** How many initiatives of a portfolio a version would reach, and unfolded what a move would do to each. */
export const Effects = ({ of: previews, reach }: { of: PreviewsFragment; reach: string }) => (
  <details className={`card ${classes.part ?? ''}`} style={{ padding: 14 }}>
    <summary>
      {reach} {effectInWords(previews)}
    </summary>
    <ul className={classes.criteria}>
      {previews.nodes.map((preview) => (
        <EffectsOn key={preview.initiative.key} preview={preview} />
      ))}
    </ul>
    {previews.nodes.length < previews.totalCount && (
      <p className="quiet">And {countOf(previews.totalCount - previews.nodes.length, 'initiative')} more.</p>
    )}
  </details>
);

const EffectsOn = ({ preview }: { preview: Preview }) => {
  const { initiative, fromVersion, effects, standingAfter } = preview;
  return (
    <li>
      <TextLink to="/i/$initiativeKey" params={{ initiativeKey: initiative.key }} underline="always">
        {initiative.key}
      </TextLink>{' '}
      {initiative.name} <span className="quiet">on version {fromVersion}</span>
      {isReadyNoMore(preview) && standingAfter && (
        <div className="tone-bad">
          Its gate is ready today, and would not be: {standingAfter.metCount} of {standingAfter.mustMeetCount} met.
        </div>
      )}
      {effects.map(({ message, blocks }) => (
        <div key={message} className={blocks ? 'tone-bad' : 'quiet'}>
          {message}
        </div>
      ))}
    </li>
  );
};

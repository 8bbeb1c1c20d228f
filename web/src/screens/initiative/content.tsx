import { wordsOf } from '../../words/labels';
import classes from './initiative.module.css';

const labelOf = (name: string): string => wordsOf(name.replace(/[A-Z]/g, ' $&'));

/** Evidence as it was handed in: names and what stands there, lists within. */
export const ContentOf = ({ content }: { content: unknown }) => {
  if (Array.isArray(content)) {
    return (
      <ul>
        {content.map((each: unknown, index) => (
          <li key={index}>
            <ContentOf content={each} />
          </li>
        ))}
      </ul>
    );
  }
  if (typeof content === 'object' && content !== null) {
    return (
      <dl className={classes.content}>
        {Object.entries<unknown>({ ...content })
          .filter(([, value]) => value !== null && value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt className="quiet">{labelOf(name)}</dt>
              <dd>
                <ContentOf content={value} />
              </dd>
            </div>
          ))}
      </dl>
    );
  }
  return <>{typeof content === 'boolean' ? (content ? 'yes' : 'no') : String(content)}</>;
};

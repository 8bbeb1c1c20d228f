import { useAnswer } from '../../api/queries';
import { Answered } from '../../parts/answered';
import { countOf } from '../../words/format';
import { Effects } from './effects';
import { MIGRATION } from './queries';

/** What the newest version would give to and take from initiatives of a portfolio on older ones; nothing where none is. */
export const Migration = ({ portfolioKey, templateKey }: { portfolioKey: string; templateKey: string }) => {
  const answer = useAnswer(MIGRATION, { portfolioKey, templateKey });
  return (
    <Answered to={answer}>
      {({ templateMigrationPreview: previews }) =>
        previews.totalCount > 0 && (
          <Effects
            of={previews}
            reach={`${countOf(previews.totalCount, 'initiative')} of ${portfolioKey} ${previews.totalCount === 1 ? 'is' : 'are'} on an older version.`}
          />
        )
      }
    </Answered>
  );
};

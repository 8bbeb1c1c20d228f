import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useAnswer } from '../../api/queries';
import { Answered } from '../../parts/answered';
import { Listing } from '../../parts/listing';
import { Page } from '../../parts/page';
import rows from '../../parts/rows.module.css';
import { countOf, dayOf } from '../../words/format';
import { TEMPLATES } from './queries';
import { mayPublish } from './rights';

/** The templates that the portfolios of whoever looks follow. */
const Templates = () => {
  const answer = useAnswer(TEMPLATES, {});
  return (
    <Answered to={answer}>
      {({ viewer, portfolios }) => {
        const keys = [...new Set(portfolios.map(({ template }) => template.key))];
        const canPublish = mayPublish(viewer.isInstanceAdmin, portfolios);
        return (
          <Page title="Templates">
            <Listing
              title="Followed by your portfolios"
              count={keys.length}
              about="A template says which stages an initiative goes through, and what each gate asks for."
              empty="You are a member of no portfolio yet. Ask an admin to add you."
            >
              {keys.map((templateKey) => {
                const users = portfolios.filter(({ template }) => template.key === templateKey);
                const template = users[0]?.template;
                return (
                  template && (
                    <li key={templateKey} className={rows.row}>
                      <div className={rows.main}>
                        <Anchor component={Link} to="/templates/$templateKey" params={{ templateKey } as never}>
                          {template.name}
                        </Anchor>
                        <div className="quiet">
                          {templateKey} · version {template.version}, published {dayOf(template.publishedAt)} ·{' '}
                          {countOf(template.stages.length, 'stage')}
                        </div>
                        <div>Followed by {users.map(({ name }) => name).join(', ')}</div>
                      </div>
                      {canPublish && (
                        <div className={rows.side}>
                          <Anchor component={Link} to="/templates/$templateKey/edit" params={{ templateKey } as never}>
                            Edit<span className="aloud"> {template.name}</span>
                          </Anchor>
                        </div>
                      )}
                    </li>
                  )
                );
              })}
            </Listing>
          </Page>
        );
      }}
    </Answered>
  );
};

export default Templates;

import { Tabs } from '@mantine/core';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { Role } from '../../api/generated/schema';
import { useWatched } from '../../api/queries';
import { Answered } from '../../parts/answered';
import { NotFound } from '../../parts/not-found';
import { Page } from '../../parts/page';
import { ROLE } from '../../words/labels';
import { Connections } from './connections';
import { INTEGRATIONS } from './queries';

const Rules = lazy(() => import('./rules'));
const Webhooks = lazy(() => import('./webhooks'));
const HERE = '/p/$portfolioKey/integrations';

/** What comes in from ticketing tools, the rules that classify it, and who is told of what happens here. */
const Integrations = () => {
  const { portfolioKey } = useParams({ from: HERE });
  const { tab = 'connections' } = useSearch({ from: HERE });
  const navigate = useNavigate();
  const answer = useWatched(
    INTEGRATIONS,
    { portfolioKey },
    ({ portfolio }) =>
      portfolio?.integrationConnections.some(({ paused, health }) => !paused && health.waiting > 0) ?? false,
  );
  return (
    <Answered to={answer}>
      {({ portfolio }) => {
        if (!portfolio) {
          return <NotFound what={`There is no portfolio ${portfolioKey}.`} />;
        }
        const { members, viewerRoles } = portfolio;
        const may = (...roles: Role[]): Right => {
          const whoCan = members
            .filter((one) => one.roles.some((role) => roles.includes(role)))
            .map(({ user }) => user);
          return {
            allowed: roles.some((role) => viewerRoles.includes(role)),
            reason: `Only ${roles.map((role) => ROLE[role].toLowerCase()).join(' or ')} may change this.${whoCan.length === 0 ? ' Ask an instance admin.' : ''}`,
            whoCan,
          };
        };
        return (
          <Page title="Integrations" under={portfolio.name}>
            <Tabs
              value={tab}
              keepMounted={false}
              onChange={(next) =>
                void navigate({ to: HERE, params: { portfolioKey }, search: { tab: next ?? undefined } })
              }
            >
              <Tabs.List mb="md">
                <Tabs.Tab value="connections">Connections</Tabs.Tab>
                <Tabs.Tab value="rules">Rules</Tabs.Tab>
                <Tabs.Tab value="webhooks">Webhooks</Tabs.Tab>
              </Tabs.List>
              <Tabs.Panel value="connections">
                <Connections
                  portfolioKey={portfolioKey}
                  connections={portfolio.integrationConnections}
                  manage={may('ADMIN')}
                  replay={may('ADMIN', 'PROGRAM_MANAGER')}
                />
              </Tabs.Panel>
              <Suspense>
                <Tabs.Panel value="rules">
                  <Rules portfolioKey={portfolioKey} publish={may('ADMIN', 'PROCESS_DESIGNER')} />
                </Tabs.Panel>
                <Tabs.Panel value="webhooks">
                  <Webhooks portfolioKey={portfolioKey} manage={may('ADMIN')} />
                </Tabs.Panel>
              </Suspense>
            </Tabs>
          </Page>
        );
      }}
    </Answered>
  );
};

/** Whether whoever looks may do something, and who can. */
export interface Right {
  readonly allowed: boolean;
  readonly reason: string;
  readonly whoCan: readonly { readonly id: string; readonly name: string }[];
}

export default Integrations;

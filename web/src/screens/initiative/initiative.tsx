import { Tabs } from '@mantine/core';
import { Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, type ComponentType } from 'react';
import { Answered } from '../../parts/answered';
import { NotFound } from '../../parts/not-found';
import { useKeys } from '../../shell/keys';
import { Attention } from './attention';
import { GateTab } from './gate-tab';
import { Head } from './head';
import { useInitiative, type Initiative } from './questions';
import classes from './initiative.module.css';
import { Stepper } from './stepper';

/** What a tab is given: the initiative, and who looks. */
export interface TabProps {
  readonly initiative: Initiative;
  readonly viewerId: string;
}

const TABS: readonly { readonly tab: string; readonly word: string; readonly Content: ComponentType<TabProps> }[] = [
  { tab: 'gate', word: 'Gate', Content: GateTab },
  { tab: 'kpis', word: 'KPIs', Content: lazy(() => import('./kpis-tab')) },
  { tab: 'evidence', word: 'Evidence', Content: lazy(() => import('./evidence-tab')) },
  { tab: 'effort', word: 'Effort', Content: lazy(() => import('./effort-tab')) },
  { tab: 'tickets', word: 'Tickets', Content: lazy(() => import('./tickets-tab')) },
  { tab: 'comments', word: 'Comments and updates', Content: lazy(() => import('./comments-tab')) },
  { tab: 'activity', word: 'Activity', Content: lazy(() => import('./activity-tab')) },
];

const Screen = () => {
  const { initiativeKey } = useParams({ from: '/i/$initiativeKey' });
  const answer = useInitiative(initiativeKey);
  return (
    <>
      <Answered to={answer}>
        {({ initiativeByKey: initiative, viewer }) =>
          initiative ? (
            <Told initiative={initiative} viewerId={viewer.user.id} />
          ) : (
            <NotFound what={`There is no initiative ${initiativeKey}.`} />
          )
        }
      </Answered>
      <Suspense>
        <Outlet />
      </Suspense>
    </>
  );
};

const Told = ({ initiative, viewerId }: TabProps) => {
  const { tab: wanted } = useSearch({ from: '/i/$initiativeKey' });
  const navigate = useNavigate();
  const current = TABS.find(({ tab }) => tab === wanted)?.tab ?? 'gate';
  const { key } = initiative;
  const keys = useMemo(() => {
    const params = { initiativeKey: key };
    return {
      d: () => void navigate({ to: '/i/$initiativeKey/decide', params, search: true }),
      r: () => void navigate({ to: '/i/$initiativeKey/request-review', params, search: true }),
    };
  }, [navigate, key]);
  useKeys(keys);
  return (
    <>
      <Head initiative={initiative} />
      <Stepper initiative={initiative} />
      <Attention of={initiative.attention} />
      <Tabs
        value={current}
        keepMounted={false}
        onChange={(tab) =>
          void navigate({
            to: '/i/$initiativeKey',
            params: { initiativeKey: key },
            search: tab === null || tab === 'gate' ? {} : { tab },
            resetScroll: false,
          })
        }
      >
        <Tabs.List mb="md" aria-label="Parts of the initiative">
          {TABS.map(({ tab, word }) => (
            <Tabs.Tab key={tab} value={tab} className={classes.tab}>
              {word}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {TABS.map(({ tab, Content }) => (
          <Tabs.Panel key={tab} value={tab}>
            <Suspense>
              <Content initiative={initiative} viewerId={viewerId} />
            </Suspense>
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
};

export default Screen;

import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  useRouter,
  useSearch,
} from '@tanstack/react-router';
import { useEffect } from 'react';
import { NotFound } from './parts/not-found';
import { ownPathIn } from './screens/sign-in/own-path';
import { usePortfolioKey } from './shell/portfolio';
import { Shell } from './shell/shell';

const root = createRootRoute({ component: Shell, notFoundComponent: () => <NotFound /> });

const Home = () => {
  const portfolioKey = usePortfolioKey();
  return portfolioKey === undefined ? null : <Navigate to="/p/$portfolioKey/board" params={{ portfolioKey }} replace />;
};

const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

/** The texts of an address that a screen knows; others are dropped. */
const texts =
  <K extends string>(...names: readonly K[]) =>
  (given: Record<string, unknown>): Partial<Record<K, string>> =>
    Object.fromEntries(
      names.flatMap((name) => (text(given[name]) === undefined ? [] : [[name, text(given[name])]])),
    ) as Partial<Record<K, string>>;

const home = createRoute({ getParentRoute: () => root, path: '/', component: Home });

/** Whoever is signed in has no need of the page for it, and goes on to where they wanted to. */
const GoOn = () => {
  const { returnTo } = useSearch({ from: '/sign-in' });
  const history = useRouter().history;
  useEffect(() => {
    history.replace(ownPathIn(returnTo));
  }, [history, returnTo]);
  return null;
};

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: texts('problem', 'returnTo'),
  component: GoOn,
});
const board = createRoute({
  getParentRoute: () => root,
  path: '/p/$portfolioKey/board',
  validateSearch: texts('q', 'class', 'health', 'owner', 'stage', 'aging', 'ready', 'mine', 'status', 'view', 'sort'),
  component: lazyRouteComponent(() => import('./screens/board/board')),
});
const create = createRoute({
  getParentRoute: () => root,
  path: '/p/$portfolioKey/new',
  component: lazyRouteComponent(() => import('./screens/initiative/create')),
});
const portfolio = createRoute({
  getParentRoute: () => root,
  path: '/p/$portfolioKey',
  validateSearch: texts('from', 'to', 'asOf', 'tab', 'entries', 'after', 'code', 'level', 'muted', 'mute'),
  component: lazyRouteComponent(() => import('./screens/portfolio/portfolio')),
});
const reviews = createRoute({
  getParentRoute: () => root,
  path: '/p/$portfolioKey/reviews',
  validateSearch: texts('view', 'at'),
  component: lazyRouteComponent(() => import('./screens/reviews/reviews')),
});
const integrations = createRoute({
  getParentRoute: () => root,
  path: '/p/$portfolioKey/integrations',
  validateSearch: texts('tab', 'connection', 'status'),
  component: lazyRouteComponent(() => import('./screens/integrations/integrations')),
});
const people = createRoute({
  getParentRoute: () => root,
  path: '/p/$portfolioKey/people',
  component: lazyRouteComponent(() => import('./screens/people/people')),
});
// The screen stays while its dialogs come and go: they are addresses beneath it.
const initiative = createRoute({
  getParentRoute: () => root,
  path: '/i/$initiativeKey',
  validateSearch: texts('tab'),
  component: lazyRouteComponent(() => import('./screens/initiative/initiative')),
});
const decide = createRoute({
  getParentRoute: () => initiative,
  path: '/decide',
  validateSearch: texts('outcome'),
  component: lazyRouteComponent(() => import('./screens/decide/decide')),
});
const request = createRoute({
  getParentRoute: () => initiative,
  path: '/request-review',
  component: lazyRouteComponent(() => import('./screens/decide/request-review')),
});
const evidence = createRoute({
  getParentRoute: () => initiative,
  path: '/evidence/$criterionKey',
  component: lazyRouteComponent(() => import('./screens/evidence/evidence')),
});
const waiver = createRoute({
  getParentRoute: () => initiative,
  path: '/waiver/$criterionKey',
  component: lazyRouteComponent(() => import('./screens/evidence/waiver')),
});
const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  component: lazyRouteComponent(() => import('./screens/inbox/inbox')),
});
const templates = createRoute({
  getParentRoute: () => root,
  path: '/templates',
  component: lazyRouteComponent(() => import('./screens/templates/templates')),
});
const template = createRoute({
  getParentRoute: () => root,
  path: '/templates/$templateKey',
  validateSearch: texts('version', 'gate'),
  component: lazyRouteComponent(() => import('./screens/templates/template')),
});
const templateEditor = createRoute({
  getParentRoute: () => root,
  path: '/templates/$templateKey/edit',
  component: lazyRouteComponent(() => import('./screens/templates/editor')),
});

const tree = root.addChildren([
  home,
  signIn,
  board,
  create,
  portfolio,
  reviews,
  integrations,
  people,
  initiative.addChildren([decide, request, evidence, waiver]),
  inbox,
  templates,
  template,
  templateEditor,
]);

// What stands in an address is text, and written as it is: `ready=false`, `q=007`. Read as JSON these would be no texts any more.
export const router = createRouter({
  routeTree: tree,
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search) => {
    const written = new URLSearchParams(
      Object.entries(search).flatMap(([name, value]) => {
        const said = text(value);
        return said === undefined ? [] : [[name, said]];
      }),
    ).toString();
    return written === '' ? '' : `?${written}`;
  },
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

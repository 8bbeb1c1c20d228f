import { ActionIcon, Button, Group, Menu, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useLiveChanges } from '../api/live';
import { signOut, useSession } from '../api/session';
import { MenuLink } from '../parts/links';
import { SignIn, SignInAgain } from '../screens/sign-in/sign-in';
import { numberOf } from '../words/format';
import { useKeys } from './keys';
import { useMyPortfolios, usePortfolioKey } from './portfolio';
import classes from './shell.module.css';

const Palette = lazy(() => import('./palette'));
const KeyHelp = lazy(() => import('./key-help'));

/**
 * The frame of every screen: where one can go, who one is, and the palette. Whoever is not signed in signs in first; whose session
 * ends while at work signs in over it, for what is typed is not to be lost.
 */
export const Shell = () => {
  const session = useSession();
  const viewer = session.data?.viewer ?? null;
  const [atWork, setAtWork] = useState(viewer);
  if (viewer !== null && viewer.id !== atWork?.id) {
    setAtWork(viewer);
  }
  if (!session.data) {
    return session.error ? <main className={classes.main}>{session.error.message}</main> : null;
  }
  if (!atWork) {
    return <SignIn session={session.data} />;
  }
  return (
    <>
      <SignedIn key={atWork.id} />
      {viewer === null && <SignInAgain session={session.data} name={atWork.name} />}
    </>
  );
};

const SignedIn = () => {
  const navigate = useNavigate();
  const portfolioKey = usePortfolioKey();
  const [helps, setHelps] = useState(false);
  useLiveChanges(portfolioKey);
  const keys = useMemo(() => {
    const params = { portfolioKey: portfolioKey ?? '' };
    return {
      'mod+k': spotlight.open,
      'g b': () => void navigate({ to: '/p/$portfolioKey/board', params }),
      'g t': () => void navigate({ to: '/p/$portfolioKey/board', params, search: { view: 'table' } }),
      'g p': () => void navigate({ to: '/p/$portfolioKey', params }),
      'g r': () => void navigate({ to: '/p/$portfolioKey/reviews', params }),
      'g i': () => void navigate({ to: '/inbox' }),
      '?': () => {
        setHelps(true);
      },
    };
  }, [navigate, portfolioKey]);
  useKeys(keys);
  return (
    <>
      <a className="skip" href="#content">
        To the content
      </a>
      <Header portfolioKey={portfolioKey} onHelp={keys['?']} />
      <main id="content" tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
      <Suspense>
        <Palette portfolioKey={portfolioKey} />
        {helps && (
          <KeyHelp
            onClose={() => {
              setHelps(false);
            }}
          />
        )}
      </Suspense>
    </>
  );
};

const Header = ({ portfolioKey, onHelp }: { portfolioKey: string | undefined; onHelp: () => void }) => {
  const { data } = useMyPortfolios();
  const waiting = data?.viewer.inbox.totalCount ?? 0;
  const params = { portfolioKey: portfolioKey ?? '' };
  return (
    <header className={classes.header}>
      <Link to="/" className={classes.brand}>
        Tollgate
      </Link>
      <nav aria-label="Screens" className={classes.nav}>
        {portfolioKey !== undefined && (
          <>
            <Link to="/p/$portfolioKey/board" params={params}>
              Board
            </Link>
            <Link to="/p/$portfolioKey" params={params} activeOptions={{ exact: true }}>
              Portfolio
            </Link>
            <Link to="/p/$portfolioKey/reviews" params={params}>
              Reviews
            </Link>
          </>
        )}
        <Link to="/inbox">Inbox{waiting > 0 && <span className={classes.count}>{numberOf(waiting)}</span>}</Link>
        <Menu position="bottom-start">
          <Menu.Target>
            <button type="button" className={classes.more}>
              More
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {portfolioKey !== undefined && (
              <>
                <MenuLink to="/p/$portfolioKey/integrations" params={params}>
                  Integrations
                </MenuLink>
                <MenuLink to="/p/$portfolioKey/people" params={params}>
                  People and tokens
                </MenuLink>
              </>
            )}
            <MenuLink to="/templates">Templates</MenuLink>
            <Menu.Item component="a" href="/explorer">
              API explorer
            </Menu.Item>
            <Menu.Item onClick={onHelp}>Keys</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </nav>
      <Group gap="xs" wrap="nowrap" ml="auto">
        <Button variant="default" size="xs" onClick={spotlight.open} aria-keyshortcuts="Control+K">
          Search <span className={classes.key}>Ctrl K</span>
        </Button>
        <SchemeSwitch />
        <Me portfolios={data?.portfolios ?? []} name={data?.viewer.user.name ?? ''} />
      </Group>
    </header>
  );
};

const SchemeSwitch = () => {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const other = scheme === 'dark' ? 'light' : 'dark';
  return (
    <ActionIcon
      variant="default"
      size={30}
      aria-label={`Use ${other} colours`}
      onClick={() => {
        setColorScheme(other);
      }}
    >
      <span aria-hidden="true">◐</span>
    </ActionIcon>
  );
};

const Me = ({ portfolios, name }: { portfolios: readonly { key: string; name: string }[]; name: string }) => (
  <Menu position="bottom-end">
    <Menu.Target>
      <Button
        variant="default"
        size="xs"
        className={classes.me}
        aria-label={`${initialsOf(name)}, ${name}: account and portfolios`}
      >
        {initialsOf(name)}
      </Button>
    </Menu.Target>
    <Menu.Dropdown>
      <div className={classes.who}>{name}</div>
      {portfolios.length > 1 &&
        portfolios.map(({ key, name: portfolio }) => (
          <MenuLink key={key} to="/p/$portfolioKey/board" params={{ portfolioKey: key }}>
            {portfolio}
          </MenuLink>
        ))}
      <Menu.Item onClick={() => void signOut()}>Sign out</Menu.Item>
    </Menu.Dropdown>
  </Menu>
);

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((part) => part.charAt(0))
    .slice(0, 2)
    .join('')
    .toUpperCase();

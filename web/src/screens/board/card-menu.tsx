import { Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useReducer } from 'react';
import classes from './board.module.css';
import { useCloserLook } from './closer-query';

export interface OpenMenu {
  readonly key: string;
  readonly button: HTMLElement;
}

interface Props {
  readonly of: OpenMenu | undefined;
  readonly onClose: () => void;
  readonly onPeek: (key: string) => void;
}

interface Can {
  readonly allowed: boolean;
  readonly reason?: string | null;
}

/** The one menu of all cards, beside the button that opened it; what the viewer may not do stands there and says why. */
export const CardMenu = ({ of, onClose, onPeek }: Props) => {
  const navigate = useNavigate();
  const { data, error } = useCloserLook(of?.key);
  const can = data?.initiativeByKey?.key === of?.key ? data?.initiativeByKey?.viewerCan : undefined;
  const waits: Can = {
    allowed: false,
    reason: error ? error.message : 'Asking what you may do …',
  };
  // The button moves when the window does.
  const [, moved] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    window.addEventListener('resize', moved);
    return () => {
      window.removeEventListener('resize', moved);
    };
  }, []);
  if (!of) {
    return null;
  }
  const { key, button } = of;
  const box = button.getBoundingClientRect();
  const close = () => {
    onClose();
    button.focus();
  };
  const peek = () => {
    onPeek(key);
  };
  const params = { initiativeKey: key };
  return (
    <Menu opened onClose={close} position="bottom-end" returnFocus={false} width={300} trapFocus>
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          className={classes.anchor}
          aria-label={`What can be done with ${key}`}
          style={{ left: box.right + window.scrollX - 2, top: box.top + window.scrollY }}
        />
      </Menu.Target>
      <Menu.Dropdown>
        <Doing
          can={can?.decide ?? waits}
          what="Record decision…"
          onClick={() => void navigate({ to: '/i/$initiativeKey/decide', params })}
        />
        <Doing
          can={can?.requestReview ?? waits}
          what="Request review…"
          onClick={() => void navigate({ to: '/i/$initiativeKey/request-review', params })}
        />
        <Doing can={can?.submitEvidence ?? waits} what="Hand in evidence…" onClick={peek} />
        <Menu.Item onClick={peek}>What is still missing</Menu.Item>
        <Menu.Item onClick={() => void copyAddress(key)}>Copy link</Menu.Item>
        <Menu.Item component="a" href={`/i/${key}`} target="_blank" rel="noopener">
          Open in a tab
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};

/** Something one may do; or may not, and then the item stays, can be reached, and says why. */
const Doing = ({ can, what, onClick }: { can: Can; what: string; onClick: () => void }) =>
  can.allowed ? (
    <Menu.Item onClick={onClick}>{what}</Menu.Item>
  ) : (
    <Menu.Item aria-disabled closeMenuOnClick={false} className={classes.barred}>
      {what}
      <span className={classes.why}>{can.reason}</span>
    </Menu.Item>
  );

const copyAddress = async (key: string): Promise<void> => {
  const address = new URL(`/i/${key}`, window.location.href).href;
  try {
    await navigator.clipboard.writeText(address);
    notifications.show({ message: `The link to ${key} is copied.` });
  } catch {
    notifications.show({ title: 'The browser does not let it be copied', message: address });
  }
};

import { Alert, Button, Group, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';

/** Back from a dialog to the screen of the initiative beneath it, on the tab it was on. */
export const useBack = (): (() => void) => {
  const navigate = useNavigate();
  const { initiativeKey = '' } = useParams({ strict: false });
  return useCallback(
    () =>
      void navigate({
        to: '/i/$initiativeKey',
        params: { initiativeKey },
        search: ({ tab }) => (tab === undefined ? {} : { tab }),
      }),
    [navigate, initiativeKey],
  );
};

interface Props {
  readonly title: string;
  readonly size?: string | number;
  /** Whether something is typed that would be lost. */
  readonly dirty: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog that has an address. Focus goes back to where it came from; what is typed is not lost by one key. */
export const RouteDialog = ({ title, size = 'lg', dirty, onClose, children }: Props) => {
  const isPhone = useMediaQuery('(max-width: 600px)', false, { getInitialValueInEffect: false });
  const [asks, setAsks] = useState(false);
  const cameFrom = useRef<Element | null>(document.activeElement);
  useEffect(() => {
    const before = document.title;
    const opener = cameFrom.current;
    document.title = `${title} · Tollgate`;
    return () => {
      document.title = before;
      // After the dialog has let go of the focus.
      setTimeout(() => {
        const known = opener instanceof HTMLElement && opener !== document.body && opener.isConnected ? opener : null;
        (known ?? document.getElementById('content'))?.focus({ preventScroll: true });
      }, 0);
    };
  }, [title]);
  return (
    <Modal
      opened
      onClose={() => {
        if (dirty && !asks) {
          setAsks(true);
        } else if (!dirty) {
          onClose();
        }
      }}
      title={title}
      size={size}
      fullScreen={isPhone}
      returnFocus={false}
      closeOnClickOutside={!dirty}
      closeButtonProps={{ 'aria-label': 'Close' }}
      transitionProps={{ duration: 0 }}
    >
      {asks && (
        <Alert color="yellow" variant="light" role="alert" title="What you typed is not recorded" mb="md">
          <Group gap="xs">
            <Button
              size="xs"
              variant="default"
              autoFocus
              onClick={() => {
                setAsks(false);
              }}
            >
              Go on writing
            </Button>
            <Button size="xs" variant="default" onClick={onClose}>
              Close and drop it
            </Button>
          </Group>
        </Alert>
      )}
      {children}
    </Modal>
  );
};

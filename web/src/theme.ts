import { Alert, createTheme, Menu, Modal } from '@mantine/core';

/** What an alert is titled in: the tones of meaning, which can be read on its ground; Mantine's own yellow cannot. */
const ALERT_TONES: Readonly<Record<string, string>> = {
  yellow: 'var(--tone-warn)',
  red: 'var(--tone-bad)',
  teal: 'var(--tone-good)',
  gray: 'var(--ink)',
};

/** The house's look on Mantine; what is not said here is Mantine's. Each line cures something axe or an eye found. */
export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: { light: 8, dark: 8 },
  fontFamily: 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", sans-serif',
  headings: { fontFamily: 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", sans-serif' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Alert: Alert.extend({
      vars: (_theme, { color }) => ({
        root: {
          '--alert-color': ALERT_TONES[color ?? ''],
          '--alert-bg': 'var(--ground)',
          '--alert-bd': `1px solid ${color === 'gray' ? 'var(--line)' : 'currentColor'}`,
        },
      }),
    }),
    Anchor: { defaultProps: { underline: 'always' } },
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
    Modal: Modal.extend({
      defaultProps: {
        attributes: { header: { role: 'presentation' } },
        closeButtonProps: { 'aria-label': 'Close' },
        transitionProps: { duration: 0 },
      },
    }),
  },
});

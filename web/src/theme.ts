import { createTheme, Menu, Modal } from '@mantine/core';

/** The house's look on Mantine; what is not said here is Mantine's. Each line cures something axe or an eye found. */
export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: { light: 8, dark: 8 },
  fontFamily: 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", sans-serif',
  headings: { fontFamily: 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", sans-serif' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
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
